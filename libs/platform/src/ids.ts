/** Ids the server makes are UUIDs of version 7 (RFC 9562): they sort by time, which keeps index inserts at the end. */
import { createHash } from 'node:crypto';
import { v5, v7 } from 'uuid';
import { drawnBytes } from './drawn-bytes';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const bytesPerId = 16;
/** Names are of ours, and of nobody else's. */
const namespace = 'e2b0c7a4-58f4-4d7b-9a56-0f6d5c1f3a97';
const nextRandom = drawnBytes(bytesPerId);

/** Of any version, as others make them too. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

export function newId(): string {
  return v7({ random: nextRandom() });
}

/**
 * The id that follows from an id of ours: always the same one, made at the same time and told by nobody who does not know the first.
 * For what comes of a thing once, however often and wherever it is asked for.
 */
export function idFrom(id: string): string {
  const msecs = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  return v7({ msecs, random: createHash('sha256').update(id).digest().subarray(0, bytesPerId) });
}

/** The id that goes with a name: always the same one (UUID of version 5, RFC 9562). */
export function idNamed(name: string): string {
  return v5(name, namespace);
}
