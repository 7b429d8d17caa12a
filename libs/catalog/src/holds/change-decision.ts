/**
 * Decides many changes of holds as if they had come one after the other: each for itself, each seeing what those before it took
 * or gave back. Pure: it is given what is locked and tells what to write.
 */
import { groupBy } from '@plaza/platform';
import type { HoldChange, HoldChangeAnswer } from './changing-hold';
import { offeredLine, StockCounter, type CountedStock, type OfferedStock } from '../stock/stock-counter';
import { ByPlace, type CounterChange, type StockPlace } from '../stock/stock-place';

/** A hold of an owner on a locked row of stock. */
export interface CountedHold extends StockPlace {
  ownerId: string;
  quantity: number;
  /** It still counts as held: live, and not past its time. */
  live: boolean;
}

/** A hold as it is to stand from now on. */
export interface WantedHold extends StockPlace {
  ownerId: string;
  /** Counted as held when the row of stock was locked; 0 without a live hold. */
  before: number;
  /** 0: given back. */
  quantity: number;
  until: Date;
}

export interface ChangeDecision {
  /** One per change, in the same order. */
  answers: HoldChangeAnswer[];
  wanted: WantedHold[];
  changes: CounterChange[];
}

export function decideChanges(
  changes: readonly HoldChange[],
  offered: readonly OfferedStock[],
  standing: readonly CountedHold[],
): ChangeDecision {
  const counter = new StockCounter(offered);
  const holdsOf = new Map(
    [...groupBy(standing, ({ ownerId }) => ownerId)].map(([ownerId, holds]) => [ownerId, ByPlace.of(holds)]),
  );
  const wanted = new Map<string, ByPlace<WantedHold>>();
  const answers = changes.map((change): HoldChangeAnswer => {
    const own = wanted.get(change.ownerId) ?? new ByPlace<WantedHold>();
    const standingHold = holdsOf.get(change.ownerId)?.get(change);
    const before = standingHold?.live ? standingHold.quantity : 0;
    const quantity = own.get(change)?.quantity ?? before;
    const answer = decideChange(change, quantity, counter.row(change));
    if (answer.outcome === 'held' || answer.outcome === 'released') {
      own.set(change, { ...change, before });
      wanted.set(change.ownerId, own);
    }
    return answer;
  });
  return {
    answers,
    wanted: [...wanted.values()].flatMap((own) => own.values()),
    changes: counter.changes(),
  };
}

/** @param held what the owner holds there at this point */
function decideChange(change: HoldChange, held: number, row: CountedStock | undefined): HoldChangeAnswer {
  if (change.onlyFrom !== undefined && change.onlyFrom !== held) return { outcome: 'held-otherwise', held };
  if (change.quantity === 0) {
    if (row) row.left += held;
    return { outcome: 'released' };
  }
  if (row?.branchKnown === false) return { outcome: 'branch-unknown' };
  const line = offeredLine(change, row);
  if (!row || !line) return { outcome: 'product-unknown' };
  const available = row.left + held;
  if (change.quantity > available) return { outcome: 'short', available };
  row.left = available - change.quantity;
  return { outcome: 'held', line };
}
