/** Ids the server makes are UUIDs of version 7 (RFC 9562): they sort by time, which keeps index inserts at the end. */
import { createHash, randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const bytesPerId = 16;
/** Drawn for many ids at once: asking the system for each costs more than all the rest of making one. */
const pool = new Uint8Array(1_024 * bytesPerId);
let used = pool.length;

export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + bytesPerId);
  used += bytesPerId;
  return v7({ random });
}

/**
 * The id that follows from an id of ours: always the same one, made at the same time and told by nobody who does not know the first.
 * For what comes of a thing once, however often and wherever it is asked for.
 */
export function idFrom(id: string): string {
  const msecs = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  return v7({ msecs, random: createHash('sha256').update(id).digest().subarray(0, bytesPerId) });
}
