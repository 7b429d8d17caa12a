/** What is the same machine, and how an address is named without the password that may stand in it. */
import { isIP } from 'node:net';

export function isThisMachine(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  if (bare === '' || bare === 'localhost' || bare === '::1') return true;
  return isIP(bare) === 4 && bare.startsWith('127.');
}

/** `DATABASE_URL (db.example.org:5432)`. */
export function named(variable: string, url: string): string {
  return `${variable} (${new URL(url).host})`;
}

export function hostOf(url: string): string {
  return new URL(url).hostname;
}
