/**
 * How Passport verifies an access token: signed with RS256 by the key that its header names, issued by and for Plaza. Whether
 * it has expired or is not valid yet is judged by the guard at every request, by Plaza's clock, since a token is verified only
 * once. Passport knows one strategy of this name for everything that runs here, so each guard says whose keys count.
 */
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Caller, tokenAudience, tokenIssuer, type TokenKeys } from '@plaza/identity';
import { ExtractJwt, Strategy } from 'passport-jwt';

export const accessTokenStrategy = 'plaza-access-token';

const keysFor = new WeakMap<object, TokenKeys>();

/** To be said before the request goes to Passport: the token must be signed with one of these keys. */
export function verifyWith(request: object, keys: TokenKeys): void {
  keysFor.set(request, keys);
}

@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, accessTokenStrategy) {
  constructor() {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: (
        request: object,
        token: string,
        done: (error: Error | null, key?: string) => void,
      ) => {
        const key = keysFor.get(request)?.find(keyIdOf(token) ?? '');
        if (key === undefined) done(new Error('The token names no key of ours'));
        else done(null, key);
      },
      algorithms: ['RS256'],
      issuer: tokenIssuer,
      audience: tokenAudience,
      ignoreExpiration: true,
      // oxlint-disable-next-line typescript/no-deprecated -- the only way in for an option without one of its own
      jsonWebTokenOptions: { ignoreNotBefore: true },
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
