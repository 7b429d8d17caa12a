/** Ids the server makes are UUIDs of version 7 (RFC 9562): they sort by time, which keeps index inserts at the end. */
import { v7 } from 'uuid';

export function newId(): string {
  return v7();
}
