/** The keys of a stage, and a token of a partner's machine that nobody has set up, which its token does not tell. */
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { JwtService } from '@nestjs/jwt';
import { tokenAudience, tokenIssuer, TokenKeys } from '@plaza/identity';

const tokenSeconds = 6 * 60 * 60;

export function newKeys() {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { JWT_PRIVATE_KEYS: privateKey, SEALING_KEYS: randomBytes(32).toString('base64') };
}

export function partnerToken(privateKeys: string): string {
  const { kid, privateKey } = new TokenKeys([privateKeys]).signing;
  const jwt = new JwtService({ privateKey, signOptions: { algorithm: 'RS256', keyid: kid } });
  const iat = Math.floor(Date.now() / 1_000);
  const scope = 'loyalty:read loyalty:write loyalty:settings';
  const who = { sub: randomUUID(), partner: randomUUID(), scope };
  return jwt.sign({ ...who, iss: tokenIssuer, aud: tokenAudience, iat, exp: iat + tokenSeconds });
}
