/**
 * The keys that access tokens are signed with: the newest signs, every configured one verifies, so a key is replaced by
 * putting a new one before it and taking the old one away after the last token has expired. A key is named by its RFC 7638
 * thumbprint, which every process computes alike.
 */
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** A public key as RFC 7517 writes it. */
export interface PublicJwk {
  kty: 'RSA';
  use: 'sig';
  alg: 'RS256';
  kid: string;
  n: string;
  e: string;
}

interface TokenKey {
  kid: string;
  privateKey: KeyObject;
  publicPem: string;
  jwk: PublicJwk;
}

export class TokenKeys {
  /** Newest first. */
  private readonly keys: TokenKey[];

  /** @param privateKeys RSA keys in PEM form, newest first */
  constructor(privateKeys: readonly string[]) {
    this.keys = privateKeys.map(readKey);
  }

  get signing(): { kid: string; privateKey: KeyObject } {
    const [newest] = this.keys;
    if (!newest) throw new Error('Signing tokens needs a key');
    return newest;
  }

  /** The public key of this name as PEM (SPKI). */
  find(kid: string): string | undefined {
    return this.keys.find((key) => key.kid === kid)?.publicPem;
  }

  jwks(): { keys: PublicJwk[] } {
    return { keys: this.keys.map(({ jwk }) => jwk) };
  }
}

function readKey(pem: string): TokenKey {
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  const { n, e } = publicKey.export({ format: 'jwk' });
  if (n === undefined || e === undefined) throw new Error('Access tokens are signed with RSA keys');
  const kid = thumbprint({ n, e });
  return {
    kid,
    privateKey,
    publicPem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    jwk: { kty: 'RSA', use: 'sig', alg: 'RS256', kid, n, e },
  };
}

/** RFC 7638: the hash of the members that make the key, in alphabetical order. */
export function thumbprint({ n, e }: { n: string; e: string }): string {
  return createHash('sha256')
    .update(JSON.stringify({ e, kty: 'RSA', n }))
    .digest('base64url');
}
