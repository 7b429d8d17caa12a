/** The port to where totals are kept minute by minute, to be shown over time. What it has can be made again from the ledger. */
import type { TotalAt } from './total-history';

/** The series of a programme has the programme's id; that of all of them together has this one. */
export const ALL_PROGRAMMES = '00000000-0000-0000-0000-000000000000';

export interface TotalPoint extends TotalAt {
  series: string;
}

export interface SeriesWish {
  series: string;
  /** From this instant on. */
  from: Date;
  /** Before this instant. */
  to: Date;
  /** Those alone whose minute is a multiple of it, counted from 1970 on. */
  stepMs: number;
}

export abstract class TotalsSeries {
  /** False where no series are kept. */
  abstract readonly isKept: boolean;

  /**
   * Keeps all of these or none. A point that is there already is replaced.
   * @throws PlazaError `loyalty.totals-unavailable`, as all that follow
   */
  abstract add(points: readonly TotalPoint[]): Promise<void>;

  /** The last minute of each of these that has begun. */
  abstract lastOf(series: readonly string[]): Promise<Map<string, Date>>;

  /** What all series of programmes have together, minute by minute: after `from`, until `to`. */
  abstract sumsOfEach(from: Date, to: Date): Promise<TotalAt[]>;

  /** In the order of time. */
  abstract read(wish: SeriesWish): Promise<TotalAt[]>;
}
