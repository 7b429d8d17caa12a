/** Where no ClickHouse is configured no series are kept. */
import { TotalsSeries } from './totals-series';

export class NoTotals extends TotalsSeries {
  readonly isKept = false;

  add(): Promise<void> {
    return Promise.resolve();
  }

  last(): Promise<null> {
    return Promise.resolve(null);
  }

  read(): Promise<[]> {
    return Promise.resolve([]);
  }
}
