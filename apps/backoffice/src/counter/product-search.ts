/** Finds products as they are typed, with what the branch has of them. */
import type { Schema } from '@plaza/client';
import { api, told } from '../server/api';
import { quantityMax } from './sale';

export type FoundProduct = Schema<'ListedProductAnswer'>;

const foundMax = 8;
/** As long as Plaza takes it. */
export const searchCharactersMax = 100;

export interface Wanted {
  text: string;
  quantity: number;
}

/** `3*lamp` is three lamps. */
export function wantedIn(typed: string): Wanted {
  const [, times, rest] = /^\s*(\d{1,4})\s*\*(.*)$/.exec(typed) ?? [];
  const quantity = Math.min(Math.max(Number(times ?? 1), 1), quantityMax);
  return { text: (rest ?? typed).trim(), quantity };
}

/** Those that are called so, the most fitting first. */
export async function findProducts(
  text: string,
  branch: string,
  signal?: AbortSignal,
): Promise<FoundProduct[]> {
  const query = { q: text, branch, limit: foundMax };
  const options = { params: { query }, ...(signal && { signal }) };
  return (await told(api.GET('/v1/catalog/products', options))).items;
}

/** What somebody means who does not look: what has this SKU, or else what fits best. */
export function meantBy(text: string, found: readonly FoundProduct[]): FoundProduct | undefined {
  const sku = text.toLowerCase();
  return found.find((product) => product.sku.toLowerCase() === sku) ?? found[0];
}
