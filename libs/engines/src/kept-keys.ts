// Makes the secrets that Plaza needs where nobody provides them, once, and keeps them beside the data: with other keys, nothing
// that was sealed could be opened again.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Keys {
  /** RSA, as PEM. */
  jwtPrivateKey: string;
  /** 32 bytes in base64. */
  sealingKey: string;
  /** What the gateway simulator proves itself with where it feeds messages in over HTTP. */
  feedSecret: string;
}

const makeKeys = (): Keys => ({
  jwtPrivateKey: generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey,
  sealingKey: randomBytes(32).toString('base64'),
  feedSecret: randomBytes(32).toString('base64url'),
});

const isKeys = (value: unknown): value is Keys =>
  typeof value === 'object' &&
  value !== null &&
  'jwtPrivateKey' in value &&
  typeof value.jwtPrivateKey === 'string' &&
  'sealingKey' in value &&
  typeof value.sealingKey === 'string' &&
  'feedSecret' in value &&
  typeof value.feedSecret === 'string';

/** The keys of this folder, made when it has none. */
export const keptKeys = async (folder: string): Promise<Keys> => {
  const file = join(folder, 'keys.json');
  if (existsSync(file)) {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isKeys(kept)) return kept;
    throw new Error(`${file} does not hold the keys it should. Put them back, or remove it with the data.`);
  }
  const keys = makeKeys();
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return keys;
};
