import type { StandingHold } from './hold-decision';
import { ByPlace } from '../stock/stock-place';
import { decideUse } from './use-decision';

const branchId = 'branch';
const expiresAt = new Date('2026-01-01T00:30:00Z');

function hold(ownerId: string, status: StandingHold['status'], quantity: number): StandingHold {
  return { ownerId, branchId, productId: 'lamp', quantity, status, expiresAt };
}

function available(count: number): ByPlace<number> {
  const places = new ByPlace<number>();
  places.set({ branchId, productId: 'lamp' }, count);
  return places;
}

describe('Holds of owners that were paid', () => {
  it('come off what is on hand and off what is held', () => {
    const { used, changes } = decideUse(
      ['a', 'b'],
      [hold('a', 'live', 2), hold('b', 'live', 3)],
      available(0),
    );
    expect(used).toHaveLength(2);
    expect(changes).toEqual([{ branchId, productId: 'lamp', availableBefore: 0, onHand: -5, held: -5 }]);
  });

  it('are used once, however often it is told', () => {
    const live = hold('a', 'live', 2);
    expect(decideUse(['a', 'a'], [live], available(0)).used).toEqual([live]);
    expect(decideUse(['a'], [hold('a', 'used', 2)], available(0))).toEqual({ used: [], changes: [] });
  });

  it('are used although they had expired, while nobody else has the stock', () => {
    const { changes } = decideUse(['a'], [hold('a', 'expired', 2)], available(2));
    expect(changes).toEqual([{ branchId, productId: 'lamp', availableBefore: 2, onHand: -2, held: 0 }]);
  });

  it('are refused when others have the stock now', () => {
    const holds = [hold('a', 'expired', 2), hold('b', 'expired', 2)];
    expect(() => decideUse(['a', 'b'], holds, available(3))).toThrow(
      expect.objectContaining({ code: 'catalog.hold-lost', details: { ownerId: 'b' } }),
    );
  });

  it('are refused when they were given back, or never were', () => {
    const lost = expect.objectContaining({ code: 'catalog.hold-lost' });
    expect(() => decideUse(['a'], [hold('a', 'released', 1)], available(9))).toThrow(lost);
    expect(() => decideUse(['nobody'], [], available(9))).toThrow(lost);
  });
});
