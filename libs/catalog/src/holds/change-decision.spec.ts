import * as fc from 'fast-check';
import { decideChanges, type CountedHold } from './change-decision';
import type { HoldChange } from './changing-hold';
import type { OfferedStock } from '../stock/stock-counter';
import { availableAfter } from '../stock/stock-place';

const branchId = 'branch';
const until = new Date('2026-01-01T00:15:00Z');

function stock(available: number, more: Partial<OfferedStock> = {}): OfferedStock {
  const offer = { name: 'The lamp', price: 100, currency: 'EUR' };
  return { branchId, productId: 'lamp', branchKnown: true, offer, available, freed: 0, ...more };
}

function change(ownerId: string, quantity: number): HoldChange {
  return { ownerId, branchId, productId: 'lamp', quantity, until };
}

function hold(ownerId: string, quantity: number, live = true): CountedHold {
  return { ownerId, branchId, productId: 'lamp', quantity, live };
}

describe('Changes of holds', () => {
  const held = 'held';
  const released = 'released';
  it.each([
    ['takes what is there', 5, [], [change('a', 3)], [held], 2],
    ['takes the last one', 1, [], [change('a', 1)], [held], 0],
    ['takes more on top of its own', 1, [hold('a', 2)], [change('a', 3)], [held], 0],
    ['gives some back', 0, [hold('a', 3)], [change('a', 1)], [held], 2],
    ['gives all back', 0, [hold('a', 3)], [change('a', 0)], [released], 3],
    ['gives back nothing', 4, [], [change('a', 0)], [released], 4],
    ['does not count what expired as its own', 2, [hold('a', 3, false)], [change('a', 2)], [held], 0],
    ['gives back what expired without effect', 2, [hold('a', 3, false)], [change('a', 0)], [released], 2],
    [
      'is short of what another took just before',
      3,
      [],
      [change('a', 2), change('b', 2)],
      [held, 'short'],
      1,
    ],
    [
      'gets what another gave back just before',
      0,
      [hold('a', 2)],
      [change('a', 1), change('b', 1)],
      [held, held],
      0,
    ],
    ['follows itself', 5, [], [change('a', 5), change('a', 1), change('a', 2)], [held, held, held], 3],
  ])('of one who %s', (_name, available, standing, changes, outcomes, left) => {
    const decision = decideChanges(changes, [stock(available)], standing);
    expect(decision.answers.map(({ outcome }) => outcome)).toEqual(outcomes);
    expect(decision.changes.map(availableAfter)).toEqual([left]);
  });

  it('that come to nothing say how many it could have been, its own included', () => {
    const { answers, wanted } = decideChanges([change('a', 9)], [stock(2, { freed: 1 })], [hold('a', 3)]);
    expect(answers).toEqual([{ outcome: 'short', available: 6 }]);
    expect(wanted).toEqual([]);
  });

  it.each([
    ['product-unknown', { offer: null }],
    ['branch-unknown', { branchKnown: false, offer: null }],
  ] as const)('are refused as %s, but what is held can always be given back', (outcome, more) => {
    const asked = [change('a', 1), change('b', 0)];
    const { answers } = decideChanges(asked, [stock(9, more)], [hold('b', 1)]);
    expect(answers).toEqual([{ outcome }, { outcome: 'released' }]);
  });

  it('are written once for each hold, as it stands in the end', () => {
    const { wanted } = decideChanges([change('a', 5), change('a', 2)], [stock(9)], [hold('a', 1)]);
    expect(wanted).toEqual([{ ...change('a', 2), before: 1 }]);
  });

  it('never take more than there is, and count exactly what is held afterwards', () => {
    const asked = fc.array(fc.record({ owner: fc.nat(3), quantity: fc.nat(6) }), { maxLength: 20 });
    const before = fc.uniqueArray(fc.record({ owner: fc.nat(3), quantity: fc.integer({ min: 1, max: 4 }) }), {
      selector: ({ owner }) => owner,
    });
    fc.assert(
      fc.property(asked, before, fc.nat(8), (wishes, standing, available) => {
        const decision = decideChanges(
          wishes.map(({ owner, quantity }) => change(`${owner}`, quantity)),
          [stock(available)],
          standing.map(({ owner, quantity }) => hold(`${owner}`, quantity)),
        );
        const holds = new Map(standing.map(({ owner, quantity }) => [`${owner}`, quantity]));
        const heldBefore = [...holds.values()].reduce((sum, quantity) => sum + quantity, 0);
        for (const { ownerId, quantity } of decision.wanted) holds.set(ownerId, quantity);
        const heldAfter = [...holds.values()].reduce((sum, quantity) => sum + quantity, 0);
        const [counted] = decision.changes;
        expect(counted?.held).toBe(heldAfter - heldBefore);
        expect(heldAfter).toBeLessThanOrEqual(heldBefore + available);
      }),
    );
  });
});
