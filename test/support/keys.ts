/** The keys that a process needs to start, made once per test file. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';

export const testKeys = {
  JWT_PRIVATE_KEYS: generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey,
  SEALING_KEYS: randomBytes(32).toString('base64'),
};
