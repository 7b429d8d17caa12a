/** Machines: a token for client credentials (RFC 6749, section 4.4), and the keys to verify tokens with (RFC 7517). */
import { Body, Controller, Get, Header, Headers, HttpCode, Post, UseFilters } from '@nestjs/common';
import { ApiBasicAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ClientsService, LoginAttempts, repeatGraceMs, TokenKeys, type PublicJwk } from '@plaza/identity';
import { Public } from '@plaza/platform';
import { CallerAddress } from '../http/caller-address';
import { MayBeRepeated, TellsSecrets } from '../http/idempotency.interceptor';
import { LimitedAs } from '../http/rate-limit-policies';
import {
  OAuthRefusals,
  readTokenRequest,
  tokenAnswer,
  tokenAnswerSchema,
  tokenRequestSchema,
  type TokenAnswer,
} from './oauth';

const text = { type: 'string' };
const jwksSchema = {
  type: 'object',
  required: ['keys'],
  properties: {
    keys: {
      type: 'array',
      items: {
        type: 'object',
        required: ['kty', 'use', 'alg', 'kid', 'n', 'e'],
        properties: { kty: text, use: text, alg: text, kid: text, n: text, e: text },
      },
    },
  },
};

@Public()
@ApiTags('identity')
@Controller()
export class OAuthController {
  constructor(
    private readonly clients: ClientsService,
    private readonly keys: TokenKeys,
    private readonly attempts: LoginAttempts,
  ) {}

  @UseFilters(OAuthRefusals)
  @MayBeRepeated()
  @TellsSecrets({ keptMs: repeatGraceMs })
  @LimitedAs('machine-token')
  @Post('oauth/token')
  @ApiOperation({ summary: 'Exchange client credentials for a token' })
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Header('pragma', 'no-cache')
  @ApiBasicAuth()
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ schema: tokenRequestSchema })
  @ApiOkResponse({ schema: tokenAnswerSchema })
  async token(
    @Headers() headers: Record<string, unknown>,
    @Body() form: unknown,
    @CallerAddress() address: string,
  ): Promise<TokenAnswer> {
    const { clientId, secret, scopes } = readTokenRequest(headers, form);
    const attempt = { kind: 'client', name: clientId, address } as const;
    const token = () => this.clients.token(clientId, secret, scopes);
    return tokenAnswer(await this.attempts.watch(attempt, token));
  }

  @Get('.well-known/jwks.json')
  @ApiOperation({ summary: 'Get the keys to verify access tokens with' })
  @Header('cache-control', 'public, max-age=300')
  @ApiOkResponse({ schema: jwksSchema })
  jwks(): { keys: PublicJwk[] } {
    return this.keys.jwks();
  }
}
