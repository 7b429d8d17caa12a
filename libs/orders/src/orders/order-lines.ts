/** The lines of an order: names and prices as they were when they counted, and what they come to. */
import { mixedCurrencies, totalTooLarge } from '../orders.errors';

export interface OrderLine {
  productId: string;
  name: string;
  quantity: number;
  /** Minor units of the order's currency. */
  unitPrice: number;
  /** What the product cost by the list; somebody at the counter may have sold it for another price. */
  listPrice: number;
  lineTotal: number;
}

/** Lines that are held, with the prices that count. */
export interface PricedLine {
  productId: string;
  name: string;
  quantity: number;
  unitPrice: number;
  listPrice: number;
  currency: string;
}

/** @throws PlazaError `orders.mixed-currencies`, `orders.total-too-large` */
export function priced(wanted: readonly PricedLine[]) {
  const lines = wanted.map(({ productId, name, quantity, unitPrice, listPrice }): OrderLine => {
    return { productId, name, quantity, unitPrice, listPrice, lineTotal: unitPrice * quantity };
  });
  const total = lines.reduce((sum, { lineTotal }) => sum + lineTotal, 0);
  if (!Number.isSafeInteger(total)) throw totalTooLarge();
  const [currency, ...others] = new Set(wanted.map((line) => line.currency));
  if (currency === undefined) throw new Error('An order has at least one line');
  if (others.length > 0) throw mixedCurrencies([currency, ...others]);
  return { lines, total, currency };
}
