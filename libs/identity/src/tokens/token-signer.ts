/** Makes access tokens: JWTs under RS256, which anyone can verify with the published keys. */
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Clock } from '@plaza/platform';
import type { Client } from '../clients/client.entity';
import type { Session } from '../sessions/session.entity';
import { accessTokenMs, tokenAudience, tokenIssuer } from './access-token';
import { TokenKeys } from './token-keys';

export interface AccessToken {
  accessToken: string;
  /** Seconds. */
  expiresIn: number;
}

@Injectable()
export class TokenSigner {
  private readonly jwt: JwtService;

  constructor(
    keys: TokenKeys,
    private readonly clock: Clock,
  ) {
    const { kid, privateKey } = keys.signing;
    this.jwt = new JwtService({ privateKey, signOptions: { algorithm: 'RS256', keyid: kid } });
  }

  forSession(session: Session): Promise<AccessToken> {
    const issuedAt = Math.floor(this.clock.now().getTime() / 1000);
    return this.sign({ sub: session.userId, role: session.user.role, sid: session.id }, issuedAt);
  }

  /**
   * Issued to the millisecond (RFC 7519, section 2, allows parts of a second): a partner who is let in again gets tokens that
   * are told apart from those before.
   */
  forClient(client: Client, scopes: readonly string[]): Promise<AccessToken> {
    const claims = {
      sub: client.clientId,
      scope: scopes.join(' '),
      ...(client.partnerId !== null && { partner: client.partnerId }),
      ...(client.mode === 'sandbox' && { sandbox: true }),
    };
    return this.sign(claims, this.clock.now().getTime() / 1000);
  }

  /** @param issuedAt seconds since 1970 */
  private async sign(
    claims: { sub: string } & Record<string, unknown>,
    issuedAt: number,
  ): Promise<AccessToken> {
    const expiresIn = accessTokenMs / 1000;
    const accessToken = await this.jwt.signAsync({
      ...claims,
      iss: tokenIssuer,
      aud: tokenAudience,
      iat: issuedAt,
      exp: Math.floor(issuedAt) + expiresIn,
    });
    return { accessToken, expiresIn };
  }
}
