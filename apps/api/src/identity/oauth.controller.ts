/** Machines: a token for client credentials (RFC 6749, section 4.4), and the keys to verify tokens with (RFC 7517). */
import { Body, Controller, Get, Header, Headers, HttpCode, Post, UseFilters } from '@nestjs/common';
import { ApiBasicAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ClientsService, TokenKeys, type PublicJwk } from '@plaza/identity';
import { Public } from '@plaza/platform';
import { WithoutIdempotencyKey } from '../http/idempotency.interceptor';
import {
  OAuthRefusals,
  readTokenRequest,
  tokenAnswer,
  tokenAnswerSchema,
  tokenRequestSchema,
  type TokenAnswer,
} from './oauth';

@Public()
@ApiTags('identity')
@Controller()
export class OAuthController {
  constructor(
    private readonly clients: ClientsService,
    private readonly keys: TokenKeys,
  ) {}

  @UseFilters(OAuthRefusals)
  @WithoutIdempotencyKey()
  @Post('oauth/token')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Header('pragma', 'no-cache')
  @ApiBasicAuth()
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ schema: tokenRequestSchema })
  @ApiOkResponse({ schema: tokenAnswerSchema })
  async token(@Headers() headers: Record<string, unknown>, @Body() form: unknown): Promise<TokenAnswer> {
    const { clientId, secret, scopes } = readTokenRequest(headers, form);
    return tokenAnswer(await this.clients.token(clientId, secret, scopes));
  }

  @Get('.well-known/jwks.json')
  @Header('cache-control', 'public, max-age=300')
  jwks(): { keys: PublicJwk[] } {
    return this.keys.jwks();
  }
}
