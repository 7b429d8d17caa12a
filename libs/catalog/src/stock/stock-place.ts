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

export function availableAfter({ availableBefore, onHand, held }: CounterChange): number {
  return availableBefore + onHand - held;
}

/** True when there was some and now is none, or the other way round. */
export function crossesZero(change: CounterChange): boolean {
  return change.availableBefore > 0 !== availableAfter(change) > 0;
}

/** Something about each of many places. */
export class ByPlace<Value> {
  private readonly branches = new Map<string, Map<string, Value>>();

  static of<Row extends StockPlace>(rows: Iterable<Row>): ByPlace<Row> {
    const places = new ByPlace<Row>();
    for (const row of rows) places.set(row, row);
    return places;
  }

  get({ branchId, productId }: StockPlace): Value | undefined {
    return this.branches.get(branchId)?.get(productId);
  }

  set({ branchId, productId }: StockPlace, value: Value): void {
    const branch = this.branches.get(branchId);
    if (branch) branch.set(productId, value);
    else this.branches.set(branchId, new Map([[productId, value]]));
  }

  values(): Value[] {
    return [...this.branches.values()].flatMap((branch) => [...branch.values()]);
  }
}
