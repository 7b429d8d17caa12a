import type { ReconciledHold, ReconciledSale } from '@plaza/catalog';
import type { PointsLeft, ReconciledPoints } from '@plaza/loyalty';
import type { ReconciledOrder } from '@plaza/orders';
import type { ReconciledPayment } from '@plaza/payments';
import { driftsOfCapture, driftsOfHold, driftsOfPaid, driftsOfSale, type Drift } from './drift';
import { driftOfLeft, driftsOfEarned } from './drift-of-points';

const at = new Date('2026-11-20T10:00:00Z');
const order: ReconciledOrder = {
  ...{
    id: 'order-1',
    status: 'paid',
    customerId: null,
    total: 300,
    currency: 'EUR',
    sale: false,
    paidAt: at,
    paymentId: 'payment-1',
  },
  items: [
    { productId: 'lamp', quantity: 1 },
    { productId: 'chair', quantity: 2 },
  ],
};
const payment: ReconciledPayment = {
  ...{ id: 'payment-1', status: 'stored', orderId: 'order-1', amount: 300, givenBack: 0 },
  ...{ createdAt: at, capturedAt: at },
};
const holds: ReconciledHold[] = order.items.map(({ productId, quantity }) => {
  return { ownerId: 'order-1', branchId: 'north', productId, quantity, status: 'used', expiresAt: at };
});
const movement: ReconciledSale = {
  ...{
    id: '7',
    productId: 'chair',
    branchId: 'north',
    quantity: 2,
    earlier: 0,
    inAll: 2,
    orderId: 'order-1',
    at,
  },
};
const withStatus = (status: ReconciledHold['status']) => holds.map((hold) => ({ ...hold, status }));
const unpaid = { ...order, paidAt: null, paymentId: null };
const told = (drifts: Drift[]) => drifts.map(({ kind, correction }) => [kind, correction?.does ?? null]);

describe('An order that was paid', () => {
  it('fits when its payment was captured and its stock was taken', () => {
    expect(driftsOfPaid(order, payment, holds)).toEqual([]);
  });

  it.each([
    ['its payment is not known', order, undefined, holds, ['paid-without-capture', null]],
    [
      'the payment of its sale got lost',
      { ...order, sale: true },
      undefined,
      holds,
      ['paid-without-capture', 'put-payment'],
    ],
    [
      'its payment was declined',
      order,
      { ...payment, status: 'declined' as const },
      holds,
      ['paid-without-capture', null],
    ],
    ['its payment was over less', order, { ...payment, amount: 299 }, holds, ['paid-amount-differs', null]],
    ['its stock is still held', order, payment, withStatus('live'), ['paid-stock-not-used', 'use-stock']],
    ['its hold has expired', order, payment, withStatus('expired'), ['paid-stock-not-used', 'use-stock']],
    ['its stock was given back', order, payment, withStatus('released'), ['paid-stock-not-used', null]],
    ['nothing was ever held for it', order, payment, [], ['paid-stock-not-used', null]],
    ['one line of it was not taken', order, payment, holds.slice(1), ['paid-stock-not-used', 'use-stock']],
  ])('drifts when %s', (_, paid, by, held, drift) => {
    expect(told(driftsOfPaid(paid, by, held))).toEqual([drift]);
  });

  it('for nothing needs no payment', () => {
    expect(driftsOfPaid({ ...order, total: 0 }, undefined, holds)).toEqual([]);
  });
});

describe('A captured payment', () => {
  it('fits when it paid its order, or was wholly given back', () => {
    expect(driftsOfCapture(payment, order)).toEqual([]);
    expect(driftsOfCapture({ ...payment, givenBack: 300 }, undefined)).toEqual([]);
  });

  it.each([
    ['there is no such order', undefined, ['capture-without-order', 'refund-payment']],
    [
      'its order has ended',
      { ...unpaid, status: 'expired' as const },
      ['capture-without-order', 'refund-payment'],
    ],
    [
      'its order was paid by another',
      { ...order, paymentId: 'other' },
      ['capture-without-order', 'refund-payment'],
    ],
    [
      'its order still waits',
      { ...unpaid, status: 'awaiting-payment' as const },
      ['capture-not-marked', 'mark-paid'],
    ],
    [
      'its order still waits and costs more',
      { ...unpaid, status: 'awaiting-payment' as const, total: 301 },
      ['capture-without-order', 'refund-payment'],
    ],
  ])('drifts when %s', (_, of, drift) => {
    expect(told(driftsOfCapture(payment, of))).toEqual([drift]);
  });
});

describe('Stock', () => {
  it('fits when it went with a line of a paid order, or is held for one', () => {
    expect(driftsOfSale(movement, order)).toEqual([]);
    expect(driftsOfHold({ ...holds[0], status: 'live' } as ReconciledHold, order)).toEqual([]);
  });

  it.each([
    ['no order', undefined],
    ['an order that was not paid', unpaid],
    ['an order of other things', { ...order, items: [{ productId: 'lamp', quantity: 2 }] }],
    ['an order of fewer', { ...order, items: [{ productId: 'chair', quantity: 1 }] }],
  ])('drifts when it went with %s', (_, of) => {
    expect(told(driftsOfSale(movement, of))).toEqual([['movement-without-cause', 'return-stock']]);
  });

  it('drifts by as many as went beyond what the order has, with the movement that went last', () => {
    const again = (sale: Partial<ReconciledSale>) =>
      driftsOfSale({ ...movement, ...sale }, order).map(({ correction }) => correction);
    const returned = { does: 'return-stock', productId: 'chair', branchId: 'north', movementId: '7' };
    expect(again({ inAll: 4 })).toEqual([]);
    expect(again({ earlier: 2, inAll: 4 })).toEqual([{ ...returned, quantity: 2 }]);
    expect(again({ earlier: 1, inAll: 3 })).toEqual([{ ...returned, quantity: 1 }]);
    expect(again({ quantity: 1, inAll: 2 })).toEqual([]);
    expect(again({ quantity: 1, inAll: 1 })).toEqual([null]);
  });

  it.each([
    ['no order', undefined],
    ['an order that was not paid', unpaid],
  ])('drifts when it is held for too long for %s', (_, of) => {
    expect(told(withStatus('live').flatMap((hold) => driftsOfHold(hold, of)))[0]).toEqual([
      ...['hold-without-order', 'release-stock'],
    ]);
  });
});

describe('Points', () => {
  const points: ReconciledPoints = {
    ...{ entryId: 'entry-1', partnerId: 'partner-1', orderId: 'order-1', points: 30, takenBack: 0, at },
  };

  it('fit when a paid order earned them, or they were taken back', () => {
    expect(driftsOfEarned(points, order)).toEqual([]);
    expect(driftsOfEarned({ ...points, takenBack: 30 }, undefined)).toEqual([]);
  });

  it.each([
    ['no order', undefined],
    ['an order that was not paid', unpaid],
  ])('drift when they were earned by %s', (_, of) => {
    const drifts = driftsOfEarned({ ...points, takenBack: 29 }, of);
    expect(told(drifts)).toEqual([['points-without-payment', 'reverse-points']]);
  });

  it('that stayed when money was given back are another drift for every sum', () => {
    const left = (refunded: number): PointsLeft => ({
      ...points,
      toTakeBack: 10,
      refund: { orderId: 'order-1', number: 'R-1', refunded, captured: 300, at },
    });
    expect(driftOfLeft(left(100)).subject).not.toBe(driftOfLeft(left(200)).subject);
  });
});
