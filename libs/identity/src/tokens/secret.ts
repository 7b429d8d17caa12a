/**
 * Secrets that we make ourselves: 256 random bits, told once, kept only as a SHA-256 hash. So many random bits cannot be
 * guessed, so unlike a password they need no slow hash.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const secretBytes = 32;

export function newSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}

export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

export function isSecretOf(hash: string, secret: string): boolean {
  return timingSafeEqual(Buffer.from(hash), Buffer.from(hashOfSecret(secret)));
}
