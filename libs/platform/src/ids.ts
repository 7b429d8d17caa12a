/** Ids the server makes are UUIDs of version 7 (RFC 9562): they sort by time, which keeps index inserts at the end. */
import { randomFillSync } from 'node:crypto';
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
