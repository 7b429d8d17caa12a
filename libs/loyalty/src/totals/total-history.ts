/**
 * What a programme's total was at each minute, reckoned back from what it is: the ledger keeps no totals of the past, but everything
 * that has changed them. Pure.
 */
import { exactPoints } from '../ledger/points';

export const minuteMs = 60_000;

export interface TotalAt {
  /** The first instant of a minute. */
  at: Date;
  outstanding: number;
}

/** As the ledger tells it in one look. */
export interface LedgerTotal {
  /** What all members have now, as it is written down. */
  written: string;
  /** What changed after the last minute that is asked for. */
  changedAfter: string;
  /** What changed until then: each in the minute at the end of which it had. */
  changes: ChangeOfMinute[] | null;
  /** What time has taken away until then and nobody has written down yet, likewise; its entries will be dated then. */
  unwritten: ChangeOfMinute[] | null;
}

interface ChangeOfMinute {
  at: string;
  points: number;
}

/** @returns one for every minute after `from`, until `to` */
export function historyOf(
  { written, changedAfter, changes, unwritten }: LedgerTotal,
  { from, to }: { from: Date; to: Date },
): TotalAt[] {
  const changed = byMinute(changes);
  const gone = byMinute(unwritten);
  const lost = [...gone.values()].reduce((sum, points) => sum + points, 0);
  let total = exactPoints(written) - exactPoints(changedAfter) - lost;
  const history: TotalAt[] = [];
  for (let at = to.getTime(); at > from.getTime(); at -= minuteMs) {
    history.push({ at: new Date(at), outstanding: total });
    total += (gone.get(at) ?? 0) - (changed.get(at) ?? 0);
  }
  return history.reverse();
}

function byMinute(changes: readonly ChangeOfMinute[] | null): Map<number, number> {
  return new Map((changes ?? []).map(({ at, points }) => [Date.parse(at), exactPoints(points)]));
}

/** The minute that has begun last. */
export function minuteBefore(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / minuteMs) * minuteMs);
}
