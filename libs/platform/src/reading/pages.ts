/** Lists told a page at a time: the next page is found by where the last one ended, whatever was added or taken away since. */
import { InvalidInput } from '../errors';

export interface PageWish {
  limit: number;
  /** The `next` of the page before. */
  after?: string;
}

/** What staff may ask a list for besides. */
export interface StaffPageWish extends PageWish {
  /** Counted from 1, at most `pageNumberMax`; in place of `after`. */
  page?: number;
  /** Count all that match, too. */
  total?: boolean;
  /** The field that the list is in order by, with a `-` the other way round; what lists usually do unless given. */
  sort?: string;
}

/** What lies before a numbered page is read and thrown away: so deep, and no deeper. */
export const pageNumberMax = 1_000;

export interface Page<Item> {
  items: Item[];
  /** What to ask the next page with; null on the last. */
  next: string | null;
}

export interface CountedPage<Item> extends Page<Item> {
  /** How many match, on whatever page; where it was asked for. */
  total?: number;
}

/** Recognises what can be a part of a cursor. */
export interface PartPattern {
  test(part: string): boolean;
}

/** @param rows one more than the limit when there is a next page */
export function pageOf<Item>(
  rows: readonly Item[],
  limit: number,
  cursor: (last: Item) => string,
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? cursor(last) : null };
}

/** Where a page ended, as a text that means something to us alone. */
export function cursorOf(...parts: (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** @throws InvalidInput for what is no cursor of this list, as `patterns` say of each part */
export function partsOfCursor(cursor: string, patterns: readonly PartPattern[]): string[] {
  const parts = parse(Buffer.from(cursor, 'base64url').toString());
  if (parts.length === patterns.length && patterns.every((pattern, at) => pattern.test(parts[at] ?? '')))
    return parts;
  throw new InvalidInput([
    { pointer: '/after', detail: 'must be the `next` of an earlier page of the same list' },
  ]);
}

function parse(text: string): string[] {
  try {
    const parts: unknown = JSON.parse(text);
    return Array.isArray(parts) ? parts.map(String) : [];
  } catch {
    return [];
  }
}

/** As `toISOString` writes it, in a year that PostgreSQL knows, of a day that there is. */
export const instantPattern: PartPattern = {
  test: (part) => {
    if (!/^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(part)) return false;
    const at = new Date(part);
    return !Number.isNaN(at.getTime()) && at.toISOString() === part;
  },
};

export const uuidPattern: PartPattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
