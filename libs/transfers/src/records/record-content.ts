/**
 * Reads a transfer record as its owner wrote it. Loosely: what is missing or odd is left out, and only what cannot be a transfer at all
 * is rejected, with the reason.
 */
import { readDate } from './record-date';

/** As it came, without a promise about what is in it. */
export type Content = Readonly<Record<string, unknown>>;

export interface ReadRecord {
  /** By which everybody knows it: its `key` field, else the name of its branch. */
  key: string;
  /** Where it was found below `Transfer`. */
  branch: string;
  content: Content;
  processed: boolean;
  companyKey: string | null;
  datedAt: Date | null;
}

export interface Rejection {
  branch: string;
  content: string;
  reasonCode: 'key-unusable' | 'no-object' | 'no-transfer' | 'too-large';
  reason: string;
}

export const keyCharactersMax = 128;
const contentCharactersMax = 256 * 1024;
const keptOfRejectedCharactersMax = 64 * 1024;
const branchCharactersMax = 800;

/** What a real-time database allows as a key, but shorter: its own are 20 characters. */
const usableKey = /^[^\p{Cc}\p{Cs}.$#[\]/]+$/u;
/** A transfer names at least one of these. */
const namesOfTransfers = [
  'processed',
  'date',
  'date_inicio',
  'key_empresa',
  'key_encuesta',
  'key_persona',
  'key_usuario',
];

export function isUsableKey(key: string): boolean {
  return key.length <= keyCharactersMax && usableKey.test(key);
}

export function readRecord(branch: string, value: unknown, zone: string): ReadRecord | Rejection {
  const text = JSON.stringify(value);
  const rejected = (reasonCode: Rejection['reasonCode'], reason: string): Rejection => ({
    branch: withoutNul(branch).slice(0, branchCharactersMax),
    content: text.slice(0, keptOfRejectedCharactersMax),
    reasonCode,
    reason,
  });
  if (!isObject(value)) return rejected('no-object', 'The record is no object');
  if (text.length > contentCharactersMax) {
    return rejected('too-large', `The record has more than ${String(contentCharactersMax)} characters`);
  }
  if (!namesOfTransfers.some((name) => name in value)) {
    return rejected('no-transfer', 'The record has no field of a transfer');
  }
  const key = textOf(value['key']) ?? branch;
  if (!isUsableKey(key)) return rejected('key-unusable', 'The key cannot be part of an address');
  return {
    key,
    branch,
    content: value,
    processed: isProcessed(value),
    companyKey: textOf(value['key_empresa']),
    datedAt: readDate(value['date'] ?? value['date_inicio'], zone),
  };
}

/** Whoever worked it says so, as a boolean or as what other languages make of one. */
export function isProcessed(content: Content): boolean {
  const { processed } = content as { processed?: unknown };
  return processed === true || processed === 1 || processed === 'true';
}

export function isObject(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && isUsableKey(value) ? value : null;
}

/** PostgreSQL keeps no NUL, nor halves of characters. */
export function withoutNul(text: string): string {
  return Buffer.from(text.replaceAll('\0', '\ufffd')).toString();
}
