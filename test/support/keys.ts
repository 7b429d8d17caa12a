/** The keys that a process needs to start: made once per run, because that takes longer than many a test. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';

const variable = 'PLAZA_TEST_JWT_KEY';

/** In the run's global set-up, from which every test file inherits it. */
export function makeKeys(): void {
  process.env[variable] ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;
}

export const testKeys = {
  JWT_PRIVATE_KEYS: process.env[variable] ?? '',
  SEALING_KEYS: randomBytes(32).toString('base64'),
};
