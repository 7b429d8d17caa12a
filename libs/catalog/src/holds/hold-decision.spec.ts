import * as fc from 'fast-check';
import type { HoldRequest } from './hold';
import { decideHolds, decideHoldsAgain, type StandingHold } from './hold-decision';
import type { OfferedStock } from '../stock/stock-counter';
import { availableAfter, ByPlace } from '../stock/stock-place';

const until = new Date('2026-01-01T00:30:00Z');
const branchId = 'branch';

function stock(productId: string, available: number, more: Partial<OfferedStock> = {}): OfferedStock {
  const offer = { name: `The ${productId}`, price: 100, currency: 'EUR' };
  return { branchId, productId, branchKnown: true, offer, available, freed: 0, ...more };
}

function request(ownerId: string, quantities: Record<string, number>): HoldRequest {
  const lines = Object.entries(quantities).map(([productId, quantity]) => ({ productId, quantity }));
  return { ownerId, branchId, lines, until };
}

function standing(ownerId: string, status: StandingHold['status'], quantities: Record<string, number>) {
  return request(ownerId, quantities).lines.map((line): StandingHold => {
    return { ...line, ownerId, branchId, status, expiresAt: until };
  });
}

const nobody = new Set<string>();

describe('Requests for stock that are decided together', () => {
  it('are served in order of arrival until nothing is left', () => {
    const { answers } = decideHolds(
      [request('first', { lamp: 2 }), request('second', { lamp: 2 }), request('third', { lamp: 1 })],
      [stock('lamp', 3)],
      nobody,
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual(['held', 'short', 'held']);
  });

  it('are held whole or not at all, and every short line is named', () => {
    const { answers, taken } = decideHolds(
      [request('order', { lamp: 1, chair: 5, table: 2 })],
      [stock('lamp', 10), stock('chair', 4), stock('table', 0)],
      nobody,
    );
    expect(answers).toEqual([
      {
        outcome: 'short',
        short: [
          { productId: 'chair', requested: 5, available: 4 },
          { productId: 'table', requested: 2, available: 0 },
        ],
      },
    ]);
    expect(taken).toEqual([]);
  });

  it('tell what the held products are called and cost', () => {
    const { answers } = decideHolds([request('order', { lamp: 1 })], [stock('lamp', 1)], nobody);
    const lines = [{ productId: 'lamp', quantity: 1, name: 'The lamp', unitPrice: 100, currency: 'EUR' }];
    expect(answers).toEqual([{ outcome: 'held', until, lines }]);
  });

  it('may have what expired holds gave back, and the counter knows it', () => {
    const { answers, changes } = decideHolds(
      [request('order', { lamp: 2 })],
      [stock('lamp', 0, { freed: 3 })],
      nobody,
    );
    expect(answers[0]?.outcome).toBe('held');
    expect(changes).toEqual([{ branchId, productId: 'lamp', availableBefore: 0, onHand: 0, held: -1 }]);
  });

  it('name what is not sold and the branch that does not exist', () => {
    const { answers } = decideHolds(
      [request('one', { lamp: 1, ghost: 1 }), request('two', { nowhere: 1 })],
      [stock('lamp', 1), stock('ghost', 9, { offer: null }), stock('nowhere', 0, { branchKnown: false })],
      nobody,
    );
    expect(answers).toEqual([
      { outcome: 'products-unknown', productIds: ['ghost'] },
      { outcome: 'branch-unknown' },
    ]);
  });

  it('take nothing for an owner that asked before, even a moment ago', () => {
    const { answers, taken } = decideHolds(
      [request('known', { lamp: 1 }), request('new', { lamp: 1 }), request('new', { lamp: 1 })],
      [stock('lamp', 5)],
      new Set(['known']),
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual(['asked-before', 'held', 'asked-before']);
    expect(taken).toHaveLength(1);
  });

  it('never take more than there is, take all or nothing, and count what they took', () => {
    const products = ['a', 'b', 'c'];
    const quantities = fc.dictionary(fc.constantFrom(...products), fc.integer({ min: 1, max: 6 }), {
      minKeys: 1,
    });
    const row = fc.record({ available: fc.nat(12), freed: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(quantities, { maxLength: 12 }), fc.tuple(row, row, row), (wishes, rows) => {
        const offered = products.map((productId, at) => stock(productId, 0, rows[at]));
        const requests = wishes.map((wish, at) => request(`owner ${at}`, wish));
        const { answers, taken, changes } = decideHolds(requests, offered, nobody);

        const left = new Map(offered.map((each) => [each.productId, each.available + each.freed]));
        requests.forEach(({ lines }, at) => {
          const fits = lines.every(({ productId, quantity }) => (left.get(productId) ?? 0) >= quantity);
          expect(answers[at]?.outcome).toBe(fits ? 'held' : 'short');
          if (!fits) return;
          for (const { productId, quantity } of lines)
            left.set(productId, (left.get(productId) ?? 0) - quantity);
        });
        for (const change of changes) {
          expect(availableAfter(change)).toBe(left.get(change.productId));
          expect(availableAfter(change)).toBeGreaterThanOrEqual(0);
        }
        const takenOf = (productId: string) =>
          taken
            .filter((hold) => hold.productId === productId)
            .reduce((sum, { quantity }) => sum + quantity, 0);
        for (const { productId, freed } of offered) {
          const change = ByPlace.of(changes).get({ branchId, productId });
          expect(change?.held).toBe(takenOf(productId) - freed);
        }
      }),
    );
  });
});

describe('An owner that asks again', () => {
  const lamp = [stock('lamp', 5)];

  it('keeps what it holds, until when it was told', () => {
    const earlier = new Date('2026-01-01T00:10:00Z');
    const holds = standing('order', 'live', { lamp: 2 }).map((hold) => ({ ...hold, expiresAt: earlier }));
    const { answers, taken } = decideHoldsAgain([request('order', { lamp: 2 })], lamp, holds);
    expect(answers).toMatchObject([{ outcome: 'held', until: earlier }]);
    expect(taken).toEqual([]);
  });

  it('takes anew what has expired, once', () => {
    const again = request('order', { lamp: 2 });
    const { answers, taken } = decideHoldsAgain(
      [again, again],
      lamp,
      standing('order', 'expired', { lamp: 2 }),
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual(['held', 'held']);
    expect(taken).toHaveLength(1);
  });

  it('gets nothing for other content than it asked for before', () => {
    const holds = standing('order', 'live', { lamp: 2 });
    const wishes = [request('order', { lamp: 3 }), request('order', { lamp: 2, chair: 1 })];
    const { answers } = decideHoldsAgain(wishes, [...lamp, stock('chair', 1)], holds);
    expect(answers).toEqual([{ outcome: 'other-content' }, { outcome: 'other-content' }]);
  });

  it.each(['used', 'released'] as const)('is told that its hold was %s', (status) => {
    const holds = standing('order', status, { lamp: 2 });
    const { answers } = decideHoldsAgain([request('order', { lamp: 2 })], lamp, holds);
    expect(answers).toEqual([{ outcome: 'ended', status }]);
  });
});
