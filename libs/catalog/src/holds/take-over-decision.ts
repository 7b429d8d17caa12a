/**
 * Decides which owners' holds become another's, as if they had asked one after the other: all holds of an owner or none. What
 * had expired is taken anew. Pure, like the decision to hold.
 */
import { groupBy } from '@plaza/platform';
import type { CountedHold } from './change-decision';
import type { TakeOver, TakeOverAnswer } from './changing-hold';
import type { HeldLine, ShortLine } from './hold';
import { offeredLine, StockCounter, type OfferedStock } from '../stock/stock-counter';
import type { CounterChange } from '../stock/stock-place';

/** A hold with the owner it is to have from now on. */
export interface TakenOverHold extends CountedHold {
  to: string;
  until: Date;
}

export interface TakeOverDecision {
  /** One per request, in the same order. */
  answers: TakeOverAnswer[];
  taken: TakenOverHold[];
  changes: CounterChange[];
}

/**
 * @param standing the holds of those who give, live or expired; those of one owner lie in one branch
 * @param askedBefore those of the takers that have holds already, in whatever state
 */
export function decideTakeOver(
  requests: readonly TakeOver[],
  offered: readonly OfferedStock[],
  standing: readonly CountedHold[],
  askedBefore: ReadonlySet<string>,
): TakeOverDecision {
  const counter = new StockCounter(offered);
  const holdsOf = groupBy(standing, ({ ownerId }) => ownerId);
  const takers = new Set(askedBefore);
  const taken: TakenOverHold[] = [];
  const answers = requests.map(({ from, to, until }): TakeOverAnswer => {
    if (takers.has(to)) return { outcome: 'asked-before' };
    const holds = holdsOf.get(from) ?? [];
    const answer = answerFor(holds, until, counter);
    if (answer.outcome !== 'held') return answer;
    for (const hold of holds) {
      const row = counter.row(hold);
      if (row && !hold.live) row.left -= hold.quantity;
      taken.push({ ...hold, to, until });
    }
    holdsOf.delete(from);
    takers.add(to);
    return answer;
  });
  return { answers, taken, changes: counter.changes() };
}

function answerFor(holds: readonly CountedHold[], until: Date, counter: StockCounter): TakeOverAnswer {
  const [first] = holds;
  if (!first) return { outcome: 'nothing-held' };
  if (counter.row(first)?.branchKnown === false) return { outcome: 'branch-unknown' };
  const lines: HeldLine[] = [];
  const productIds: string[] = [];
  const short: ShortLine[] = [];
  for (const hold of holds) {
    const row = counter.row(hold);
    const line = offeredLine(hold, row);
    if (line) lines.push(line);
    else productIds.push(hold.productId);
    const available = row?.left ?? 0;
    if (!hold.live && available < hold.quantity) {
      short.push({ productId: hold.productId, requested: hold.quantity, available });
    }
  }
  if (productIds.length > 0) return { outcome: 'products-unknown', productIds };
  if (short.length > 0) return { outcome: 'short', short };
  return { outcome: 'held', branchId: first.branchId, until, lines };
}
