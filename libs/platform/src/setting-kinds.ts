/** What a variable of the environment may hold, and what it is read as. Each says in words what it must be. */
import { createPrivateKey } from 'node:crypto';
import { isIP } from 'node:net';
import { Cron } from 'croner';
import { z } from 'zod';

export const count = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};
export const port = count(0, 65_535);
export const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
export const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
  .transform((url) => url.replace(/\/+$/, ''));
export const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' });
export const smtpUrl = z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// URL' });
export const zone = z.string().refine(isZone, 'must be a time zone, as UTC or America/Bogota');
export const cronPattern = z
  .string()
  .refine(isCronPattern, 'must say when in five fields, as 0 7 * * 1 for Monday at seven');
export const sender = z
  .string()
  .regex(/^(?:[^<>\p{Cc}]{1,100} <[^\s@<>\p{Cc}]+@[^\s@<>\p{Cc}]+>|[^\s@<>\p{Cc}]+@[^\s@<>\p{Cc}]+)$/u, {
    error: 'must be an address, as plaza@example.org or Plaza <plaza@example.org>',
  });
export const redisUrl = z.url({ protocol: /^rediss?$/, error: 'must be a redis:// URL' });
export const broker = z.string().regex(/^[^\s:]+:\d{1,5}$/, 'must be host:port');
export const urlPath = z.string().regex(/^(\/[\w.-]+)+$/, 'must be a path like /refund');
export const screeningSubject = z
  .string()
  .refine((text) => text.includes('{paymentId}'), 'must hold {paymentId} where the id stands');
export const topicName = z.string().regex(/^[\w.-]{1,249}$/, 'must be a Kafka topic name');

export const privateKeys = z
  .string()
  .transform((text) => text.replaceAll('\\n', '\n').match(/-----BEGIN[\s\S]+?-----END[^-]+-----/g) ?? [])
  .refine((keys) => keys.length > 0, 'must hold at least one private key in PEM form')
  .refine((keys) => keys.every(isRsaKey), 'must hold RSA private keys of at least 2048 bits');

export const sealingKeys = list
  .transform((keys) => keys.map((key) => Buffer.from(key, 'base64')))
  .refine((keys) => keys.length > 0, 'must hold at least one key')
  .refine((keys) => keys.every((key) => key.length === 32), 'must hold keys of 32 bytes in base64');

/** Either how many proxies stand before us, or where they are. */
export const trustedProxies = z
  .string()
  .refine((text) => /^[1-9]$/.test(text) || text.split(',').every((part) => isNetwork(part.trim())), {
    error: 'must be the number of proxies before this process, or their addresses or networks',
  })
  .transform((text) => (/^[1-9]$/.test(text) ? Number(text) : text.split(',').map((part) => part.trim())));

function isRsaKey(pem: string): boolean {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
  } catch {
    return false;
  }
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function isCronPattern(text: string): boolean {
  try {
    return new Cron(text, { mode: '5-part', paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
}

function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const bitsMax = isIP(address) === 6 ? 128 : 32;
  const bitsAreGood = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= bitsMax);
  return more.length === 0 && isIP(address) !== 0 && bitsAreGood;
}
