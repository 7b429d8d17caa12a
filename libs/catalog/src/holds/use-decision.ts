/** Decides which holds are used when their owners have been paid. Pure, like the decision to hold. */
import { groupBy } from '@plaza/platform';
import { holdLost } from '../catalog.errors';
import type { StandingHold } from './hold-decision';
import { availableAfter, ByPlace, type CounterChange } from '../stock/stock-place';

export interface UseDecision {
  used: StandingHold[];
  changes: CounterChange[];
}

/**
 * A hold that is used already stays so. One that has expired is used all the same while nobody else has taken its stock.
 * @param available what can be held on every locked row
 * @throws PlazaError `catalog.hold-lost` when an owner's stock is not there any more, or never was
 */
export function decideUse(
  ownerIds: readonly string[],
  standing: readonly StandingHold[],
  available: ByPlace<number>,
): UseDecision {
  const holdsOf = groupBy(standing, ({ ownerId }) => ownerId);
  const rows = new ByPlace<CounterChange>();
  const used: StandingHold[] = [];
  for (const ownerId of new Set(ownerIds)) {
    const holds = holdsOf.get(ownerId);
    if (!holds) throw holdLost(ownerId, 'nothing was held');
    for (const hold of holds) {
      if (hold.status === 'used') continue;
      if (hold.status === 'released') throw holdLost(ownerId, 'it was given back');
      count(hold, rows, available);
      used.push(hold);
    }
  }
  return { used, changes: rows.values() };
}

function count(hold: StandingHold, rows: ByPlace<CounterChange>, available: ByPlace<number>): void {
  const { ownerId, branchId, productId, quantity, status } = hold;
  const availableBefore = available.get(hold) ?? 0;
  const row = rows.get(hold) ?? { branchId, productId, availableBefore, onHand: 0, held: 0 };
  const fromHeld = status === 'live' ? quantity : 0;
  if (availableAfter(row) < quantity - fromHeld) {
    throw holdLost(ownerId, 'it had expired and others have the stock now');
  }
  row.onHand -= quantity;
  row.held -= fromHeld;
  rows.set(hold, row);
}
