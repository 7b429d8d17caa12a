/** Where stock lies, what changes about it there, and when that is worth telling. */

/** A product in a branch. Rows of stock are locked in this order of fields, by everyone, so that nobody waits in a circle. */
export interface StockPlace {
  branchId: string;
  productId: string;
}

/** What is added to the counters of a row that is locked. */
export interface CounterChange extends StockPlace {
  availableBefore: number;
  onHand: number;
  held: number;
}

export function stockKey({ branchId, productId }: StockPlace): string {
  return `${branchId} ${productId}`;
}

export function availableAfter({ availableBefore, onHand, held }: CounterChange): number {
  return availableBefore + onHand - held;
}

/** True when there was some and now is none, or the other way round. */
export function crossesZero(change: CounterChange): boolean {
  return change.availableBefore > 0 !== availableAfter(change) > 0;
}
