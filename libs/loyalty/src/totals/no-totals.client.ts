/** Where no ClickHouse is configured no series are kept. */
import { TotalsSeries } from './totals-series';

export class NoTotals extends TotalsSeries {
  readonly isKept = false;

  add(): Promise<void> {
    return Promise.resolve();
  }

  lastOf(): Promise<Map<string, Date>> {
    return Promise.resolve(new Map<string, Date>());
  }

  sumsOfEach(): Promise<[]> {
    return Promise.resolve([]);
  }

  read(): Promise<[]> {
    return Promise.resolve([]);
  }
}
