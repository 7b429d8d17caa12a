/** The orders in which products are listed: by what, and how a row's place in it is told in a cursor and read back. */
import { instantPattern } from '@plaza/platform';
import type { Cursor } from './cursor';

export const productSorts = ['name', 'price', '-price', 'newest', 'relevance'] as const;
export type ProductSort = (typeof productSorts)[number];

/** By one column of the shelf; each has its indexes. */
export interface ColumnOrder {
  column: 'plain' | 'price' | 'created_at';
  type: 'text' | 'bigint' | 'timestamptz';
  descending: boolean;
  /** The key as text that loses nothing. */
  told: (key: string) => string;
  accepts: (value: string) => boolean;
}

const isText = (value: string) => !value.includes('\0');
const isAmount = (value: string) => Number.isSafeInteger(Number(value)) && /^\d+$/.test(value);
/** To the microsecond. */
const isInstant = (value: string) =>
  /\.\d{6}Z$/.test(value) && instantPattern.test(value.replace(/\d{3}Z$/, 'Z'));

const asItIs = (key: string) => `${key}::text`;

export const columnOrders: Record<Exclude<ProductSort, 'relevance'>, ColumnOrder> = {
  name: { column: 'plain', type: 'text', descending: false, told: asItIs, accepts: isText },
  price: { column: 'price', type: 'bigint', descending: false, told: asItIs, accepts: isAmount },
  '-price': { column: 'price', type: 'bigint', descending: true, told: asItIs, accepts: isAmount },
  newest: {
    column: 'created_at',
    type: 'timestamptz',
    descending: true,
    told: (key) => `to_char(${key} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    accepts: isInstant,
  },
};

/**
 * How near a product comes to what was typed: its name begins with it; its name or SKU has it; it is called something like it.
 * The first two are in the order of names, the last by closeness.
 */
export const tiers = ['beginning', 'containing', 'alike'] as const;
export type Tier = (typeof tiers)[number];

/** A place in the order of relevance, kept in a cursor's value as the tier's number before the key. */
export interface RelevancePlace {
  tier: Tier;
  key: string;
  id: string;
}

export function placeOf({ value, id }: Cursor): RelevancePlace | undefined {
  const tier = tiers[Number(value.slice(0, 1))];
  return tier && { tier, key: value.slice(1), id };
}

export function isPlace(value: string): boolean {
  return /^[01][^\0]*$/.test(value) || /^2[01](?:\.\d{1,12})?$/.test(value);
}

export function ordered(key: string, id: string, { descending }: ColumnOrder): string {
  const direction = descending ? 'DESC' : 'ASC';
  return `${key} ${direction}, ${id} ${direction}`;
}
