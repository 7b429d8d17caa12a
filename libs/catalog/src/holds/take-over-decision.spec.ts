import type { CountedHold } from './change-decision';
import type { OfferedStock } from '../stock/stock-counter';
import { availableAfter } from '../stock/stock-place';
import { decideTakeOver } from './take-over-decision';

const branchId = 'branch';
const until = new Date('2026-01-01T00:45:00Z');
const nobody = new Set<string>();

function stock(productId: string, available: number, more: Partial<OfferedStock> = {}): OfferedStock {
  const offer = { name: `The ${productId}`, price: 100, currency: 'EUR' };
  return { branchId, productId, branchKnown: true, offer, available, freed: 0, ...more };
}

function hold(ownerId: string, productId: string, quantity: number, live = true): CountedHold {
  return { ownerId, branchId, productId, quantity, live };
}

const request = (from: string, to: string) => ({ from, to, until });

describe('Holds that another owner takes over', () => {
  it('stay counted as they are while they are live', () => {
    const standing = [hold('cart', 'lamp', 2), hold('cart', 'chair', 1)];
    const offered = [stock('lamp', 0), stock('chair', 3)];
    const { answers, taken, changes } = decideTakeOver([request('cart', 'order')], offered, standing, nobody);
    expect(answers).toMatchObject([
      {
        outcome: 'held',
        branchId,
        until,
        lines: [{ productId: 'lamp', quantity: 2 }, { productId: 'chair' }],
      },
    ]);
    expect(taken).toEqual(standing.map((each) => ({ ...each, to: 'order', until })));
    expect(changes.map(({ held }) => held)).toEqual([0, 0]);
  });

  it('are taken anew when they have expired and are still there', () => {
    const { answers, changes } = decideTakeOver(
      [request('cart', 'order')],
      [stock('lamp', 1, { freed: 2 })],
      [hold('cart', 'lamp', 3, false)],
      nobody,
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual(['held']);
    expect(changes.map(availableAfter)).toEqual([0]);
  });

  it('are refused whole, naming every line that others have now', () => {
    const standing = [
      hold('cart', 'lamp', 3, false),
      hold('cart', 'chair', 1),
      hold('cart', 'table', 2, false),
    ];
    const offered = [stock('lamp', 2), stock('chair', 0), stock('table', 0)];
    const { answers, taken } = decideTakeOver([request('cart', 'order')], offered, standing, nobody);
    expect(answers).toEqual([
      {
        outcome: 'short',
        short: [
          { productId: 'lamp', requested: 3, available: 2 },
          { productId: 'table', requested: 2, available: 0 },
        ],
      },
    ]);
    expect(taken).toEqual([]);
  });

  it.each([true, false])('are refused when their branch was closed (live: %s)', (live) => {
    const { answers, taken } = decideTakeOver(
      [request('cart', 'order')],
      [stock('lamp', 5, { branchKnown: false })],
      [hold('cart', 'lamp', 1, live)],
      nobody,
    );
    expect([answers, taken]).toEqual([[{ outcome: 'branch-unknown' }], []]);
  });

  it('are refused when something of it is not sold any more', () => {
    const standing = [hold('cart', 'lamp', 1), hold('cart', 'chair', 1)];
    const offered = [stock('lamp', 1), stock('chair', 1, { offer: null })];
    expect(decideTakeOver([request('cart', 'order')], offered, standing, nobody).answers).toEqual([
      { outcome: 'products-unknown', productIds: ['chair'] },
    ]);
  });

  it('go to the first who asks, once', () => {
    const requests = [
      request('cart', 'known'),
      request('cart', 'first'),
      request('cart', 'second'),
      request('cart', 'first'),
    ];
    const { answers } = decideTakeOver(
      requests,
      [stock('lamp', 0)],
      [hold('cart', 'lamp', 1)],
      new Set(['known']),
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual([
      'asked-before',
      'held',
      'nothing-held',
      'asked-before',
    ]);
  });
});
