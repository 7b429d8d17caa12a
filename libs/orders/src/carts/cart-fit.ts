/** What may lie together in one cart: only what can become one order. */
import { holdLinesMax } from '@plaza/catalog';
import type { PlazaError } from '@plaza/platform';
import { mixedCurrencies, totalTooLarge } from '../orders.errors';
import { cartFull } from './carts.errors';

export interface FittingLine {
  productId: string;
  currency: string;
  lineTotal: number;
}

/** Why this product cannot be in this cart, whose lines these would be; undefined when it can. */
export function misfit(
  lines: readonly FittingLine[],
  { productId, isNew }: { productId: string; isNew: boolean },
): PlazaError | undefined {
  if (isNew && lines.length > holdLinesMax) return cartFull(holdLinesMax);
  const currency = lines.find((line) => line.productId === productId)?.currency;
  const others = lines.map((line) => line.currency).filter((other) => other !== currency);
  if (currency !== undefined && others.length > 0)
    return mixedCurrencies([...new Set([currency, ...others])]);
  const total = lines.reduce((sum, { lineTotal }) => sum + lineTotal, 0);
  return Number.isSafeInteger(total) ? undefined : totalTooLarge();
}
