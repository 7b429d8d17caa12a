/**
 * Lists a page at a time. Where a page ended is remembered, so that the next one is found from there however many rows there are; a
 * number alone leads to a page where the list has numbers, and elsewhere by going through the pages before it.
 */
import { addressOf, send, type QueryValue } from './api';
import { listPathOf, rowOf, type Collection, type Row, type Told } from './collection';
import { translate } from '../words/translate';

export interface Page {
  rows: Row[];
  next: string | null;
}

export interface ListWish {
  filter: Told;
  sort?: { field: string; order: 'ASC' | 'DESC' | undefined } | undefined;
  limit: number;
  signal?: AbortSignal | undefined;
}

/** Going through more pages than this to find one is asking too much. */
const walkedPagesMax = 20;
/** As Plaza numbers them. */
const numberedPagesMax = 1_000;
const rememberedListsMax = 50;

/** By what was asked: where page 2 begins, page 3, and so on. */
const beginnings = new Map<string, Map<number, string>>();

export async function askPage(collection: Collection, wish: ListWish, more: PageStart): Promise<Page> {
  const response = await send(
    new Request(addressOf(listPathOf(collection, wish.filter), { ...queryOf(collection, wish), ...more }), {
      ...(wish.signal && { signal: wish.signal }),
    }),
  );
  const { items, next } = (await response.json()) as { items: Told[]; next: string | null };
  return { rows: items.map((told) => rowOf(collection, told, wish.filter)), next };
}

/** @throws Refusal; Error when there are too many pages before it */
export async function pageNumber(collection: Collection, wish: ListWish, number: number): Promise<Page> {
  const known = beginningsOf(collection, wish);
  const after = known.get(number);
  if (after === undefined && number > 1 && isNumbered(collection, number)) {
    return remember(known, number, await askPage(collection, wish, { page: number }));
  }
  let at = after === undefined ? 1 : number;
  let page = await askPage(collection, wish, startOf(after));
  remember(known, at, page);
  if (number - at > walkedPagesMax) throw new Error(translate('plaza.list.tooFar'));
  for (; at < number && page.next !== null; at += 1) {
    page = remember(known, at + 1, await askPage(collection, wish, { after: page.next }));
  }
  return at === number ? page : { rows: [], next: null };
}

interface PageStart {
  after?: string;
  page?: number;
}

const startOf = (after: string | undefined): PageStart => (after === undefined ? {} : { after });

const isNumbered = ({ pages }: Collection, number: number) =>
  pages === 'numbered' && number <= numberedPagesMax;

function queryOf(collection: Collection, { filter, sort, limit }: ListWish): Record<string, QueryValue> {
  const asked = sort && collection.sortOf?.(sort.field, sort.order === 'DESC');
  const query = collection.queryOf ? collection.queryOf(filter) : plainQuery(filter);
  return { ...query, sort: asked, ...(collection.isWhole !== true && { limit }) };
}

export function plainQuery(filter: Told): Record<string, QueryValue> {
  return Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, queryValue(value)]));
}

export function queryValue(value: unknown): QueryValue {
  return typeof value === 'number' || typeof value === 'boolean' ? value : textOf(value);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : undefined);

function beginningsOf(collection: Collection, wish: ListWish): Map<number, string> {
  const key = addressOf(listPathOf(collection, wish.filter), queryOf(collection, wish));
  const known = beginnings.get(key) ?? new Map<number, string>();
  // Put last, so that the first is the one that was asked for least recently.
  beginnings.delete(key);
  beginnings.set(key, known);
  const [oldest] = beginnings.keys();
  if (beginnings.size > rememberedListsMax && oldest !== undefined) beginnings.delete(oldest);
  return known;
}

function remember(known: Map<number, string>, number: number, page: Page): Page {
  if (page.next === null) known.delete(number + 1);
  else known.set(number + 1, page.next);
  return page;
}
