/**
 * Key, headers and value of a foreign message as one piece of bytes, so that they are sealed together and come back exactly
 * as they came.
 *
 * Layout, lengths as 32-bit signed big-endian with -1 for null: version (1 byte), key, value, then each header as name and
 * value until the end. A header that came several times stands here several times.
 */
import type { ForeignMessage } from '@plaza/messaging';

const version = 1;
const nullLength = -1;
const lengthBytes = 4;

export interface FramedMessage {
  key: Buffer | null;
  value: Buffer | null;
  headers: [name: string, value: Buffer | null][];
}

export function frameMessage({
  key,
  value,
  headers,
}: Pick<ForeignMessage, 'key' | 'value' | 'headers'>): Buffer {
  const parts: (Buffer | null)[] = [key, value];
  for (const name in headers) {
    const given = headers[name];
    for (const one of Array.isArray(given) ? given : [given]) parts.push(Buffer.from(name), bytesOf(one));
  }
  const size = parts.reduce((sum, part) => sum + lengthBytes + (part?.length ?? 0), 1);
  const framed = Buffer.allocUnsafe(size);
  let at = framed.writeUInt8(version, 0);
  for (const part of parts) {
    at = framed.writeInt32BE(part?.length ?? nullLength, at);
    if (part) at += part.copy(framed, at);
  }
  return framed;
}

/** @throws Error for bytes that `frameMessage` did not make */
export function unframeMessage(framed: Buffer): FramedMessage {
  if (framed[0] !== version) throw new Error('These bytes are no framed message');
  const parts: (Buffer | null)[] = [];
  for (let at = 1; at < framed.length;) {
    const length = framed.readInt32BE(at);
    at += lengthBytes;
    parts.push(length === nullLength ? null : framed.subarray(at, at + length));
    at += Math.max(0, length);
  }
  const [key = null, value = null, ...rest] = parts;
  const headers: FramedMessage['headers'] = [];
  for (let at = 0; at < rest.length; at += 2) headers.push([String(rest[at] ?? ''), rest[at + 1] ?? null]);
  return { key, value, headers };
}

function bytesOf(value: Buffer | string | undefined): Buffer | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? Buffer.from(value) : value;
}
