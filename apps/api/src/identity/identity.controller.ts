/** People: registering, signing in, and their own record. Answers with tokens are kept by nobody on the way. */
import { Body, Controller, Get, Header, HttpCode, Patch, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  LoginAttempts,
  OwnAccountService,
  RegistrationService,
  repeatGraceMs,
  SessionsService,
  UsersQueries,
  type Profile,
  type SessionTokens,
} from '@plaza/identity';
import { ForRoles, Public, type Actor } from '@plaza/platform';
import { AlsoWhenEnded } from '../http/auth.guard';
import { CallerAddress } from '../http/caller-address';
import { CurrentActor, CurrentSession } from '../http/current-actor';
import { MayBeRepeated, TellsSecrets } from '../http/idempotency.interceptor';
import { LimitedAs } from '../http/rate-limit-policies';
import {
  ChangePasswordDto,
  ChangeProfileDto,
  LogInDto,
  ProfileDto,
  RefreshDto,
  RegisterDto,
  SessionTokensDto,
} from './identity.dto';

@ApiTags('identity')
@Controller('identity')
export class IdentityController {
  constructor(
    private readonly registration: RegistrationService,
    private readonly sessions: SessionsService,
    private readonly account: OwnAccountService,
    private readonly queries: UsersQueries,
    private readonly attempts: LoginAttempts,
  ) {}

  @Public()
  @LimitedAs('register')
  @Post('register')
  @ApiOperation({ summary: 'Registers a customer, or gives one of the counter a login by a claim code' })
  @ApiCreatedResponse({ type: ProfileDto })
  register(@Body() registration: RegisterDto): Promise<Profile> {
    return this.registration.register(registration);
  }

  @Public()
  @MayBeRepeated()
  @TellsSecrets({ keptMs: repeatGraceMs })
  @LimitedAs('token')
  @Post('token')
  @ApiOperation({ summary: 'Signs in with username and password' })
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: SessionTokensDto })
  logIn(@Body() { username, password }: LogInDto, @CallerAddress() address: string): Promise<SessionTokens> {
    const attempt = { kind: 'user', name: username, address } as const;
    return this.attempts.watch(attempt, () => this.sessions.logIn(username, password));
  }

  @Public()
  @MayBeRepeated()
  @TellsSecrets({ keptMs: repeatGraceMs })
  @LimitedAs('refresh')
  @Post('token/refresh')
  @ApiOperation({ summary: 'Carries a session on: a refresh token for a fresh pair' })
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: SessionTokensDto })
  refresh(@Body() { refreshToken }: RefreshDto): Promise<SessionTokens> {
    return this.sessions.refresh(refreshToken);
  }

  @ForRoles('customer', 'staff')
  @AlsoWhenEnded()
  @Post('logout')
  @ApiOperation({
    summary: 'Ends the session of the access token',
    description: 'Doing it again changes nothing.',
  })
  @ApiBearerAuth()
  @HttpCode(204)
  logOut(@CurrentSession() sessionId: string): Promise<void> {
    return this.sessions.logOut(sessionId);
  }

  @ForRoles('customer', 'staff')
  @Get('me')
  @ApiOperation({ summary: 'Who is signed in' })
  @ApiBearerAuth()
  @ApiOkResponse({ type: ProfileDto })
  me(@CurrentActor() actor: Actor): Promise<Profile> {
    return this.queries.get(actor.id);
  }

  @ForRoles('customer', 'staff')
  @Patch('me')
  @ApiOperation({ summary: 'Changes the own name or e-mail address' })
  @ApiBearerAuth()
  @ApiOkResponse({ type: ProfileDto })
  changeMe(@CurrentActor() actor: Actor, @Body() change: ChangeProfileDto): Promise<Profile> {
    return this.account.changeProfile(actor.id, change);
  }

  @ForRoles('customer', 'staff')
  @MayBeRepeated()
  @Post('me/password')
  @ApiOperation({ summary: 'Changes the own password; every other session ends at once' })
  @ApiBearerAuth()
  @HttpCode(204)
  @ApiNoContentResponse()
  changePassword(
    @CurrentActor() { id: userId }: Actor,
    @CurrentSession() sessionId: string,
    @CallerAddress() address: string,
    @Body() change: ChangePasswordDto,
  ): Promise<void> {
    return this.account.changePassword({ userId, sessionId, address }, change);
  }
}
