/** What is left of every locked row of stock while one decision after the other takes from it or gives back. */
import type { HeldLine, HoldLine } from '../holds/hold';
import { ByPlace, type CounterChange, type StockPlace } from './stock-place';

/** What is known of a product in a branch, with the row of stock locked. */
export interface OfferedStock extends StockPlace {
  branchKnown: boolean;
  /** Null when there is no such product, or it is not sold at present. */
  offer: { name: string; price: number; currency: string } | null;
  /** What could be held when the row was locked. */
  available: number;
  /** What expired holds have given back since. */
  freed: number;
}

export interface CountedStock extends OfferedStock {
  left: number;
}

export class StockCounter {
  private readonly rows = new ByPlace<CountedStock>();

  constructor(offered: readonly OfferedStock[]) {
    for (const row of offered) this.rows.set(row, { ...row, left: row.available + row.freed });
  }

  row(place: StockPlace): CountedStock | undefined {
    return this.rows.get(place);
  }

  /** Held goes up by what was taken and down by what was given back or had expired. */
  changes(): CounterChange[] {
    return this.rows.values().map(({ branchId, productId, available, left }) => {
      return { branchId, productId, availableBefore: available, onHand: 0, held: available - left };
    });
  }
}

/** The line as it is offered now; undefined when it is not sold. */
export function offeredLine(
  { productId, quantity }: HoldLine,
  row: OfferedStock | undefined,
): HeldLine | undefined {
  if (!row?.offer) return undefined;
  const { name, price, currency } = row.offer;
  return { productId, quantity, name, unitPrice: price, currency };
}
