/**
 * How Passport verifies an access token: signed with RS256 by the key that its header names, issued by and for Plaza. Whether
 * it has expired is judged by the guard at every request, by Plaza's clock, since a token is verified only once.
 */
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Caller, tokenAudience, tokenIssuer, TokenKeys } from '@plaza/identity';
import { ExtractJwt, Strategy } from 'passport-jwt';

export const accessTokenStrategy = 'plaza-access-token';

@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, accessTokenStrategy) {
  constructor(keys: TokenKeys) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: (
        _request: unknown,
        token: string,
        done: (error: Error | null, key?: string) => void,
      ) => {
        const key = keys.find(keyIdOf(token) ?? '');
        if (key === undefined) done(new Error('The token names no key of ours'));
        else done(null, key);
      },
      algorithms: ['RS256'],
      issuer: tokenIssuer,
      audience: tokenAudience,
      ignoreExpiration: true,
    });
  }

  validate(claims: unknown): Caller | null {
    return Caller.of(claims) ?? null;
  }
}

function keyIdOf(token: string): string | undefined {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.split('.', 1)[0] ?? '', 'base64url').toString());
    if (typeof header !== 'object' || header === null || !('kid' in header)) return undefined;
    return typeof header.kid === 'string' ? header.kid : undefined;
  } catch {
    return undefined;
  }
}
