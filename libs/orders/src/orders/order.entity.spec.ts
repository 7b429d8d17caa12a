import type { Actor } from '@plaza/platform';
import { Order, type Occasion, type Placing } from './order.entity';

const customer: Actor = { kind: 'customer', id: 'c1' };
const by: Occasion = { actor: customer, now: new Date('2026-01-01T00:00:00Z') };
const payBefore = new Date('2026-01-01T00:30:00Z');
const lamp = {
  productId: 'lamp',
  name: 'Lamp',
  quantity: 2,
  unitPrice: 1_250,
  listPrice: 1_250,
  currency: 'EUR',
};
const chair = {
  productId: 'chair',
  name: 'Chair',
  quantity: 1,
  unitPrice: 9_900,
  listPrice: 9_900,
  currency: 'EUR',
};

function place(change: Partial<Placing> = {}): Order {
  return Order.place(
    { id: 'o1', number: '1', customerId: 'c1', branchId: 'b1', lines: [lamp, chair], payBefore, ...change },
    by,
  );
}

const payment = { paymentId: 'p1', amount: 12_400, capturedAt: new Date('2026-01-01T00:05:00Z') };
const refusal = (code: string) => expect.objectContaining({ code });

describe('An order', () => {
  it('costs what its lines cost, and waits to be paid', () => {
    const order = place();
    expect(order).toMatchObject({ status: 'awaiting-payment', total: 12_400, currency: 'EUR', version: 1 });
    expect(order.lines.map(({ lineTotal }) => lineTotal)).toEqual([2_500, 9_900]);
    expect(order.changes).toEqual([{ ...by, version: 1, from: null, to: 'awaiting-payment', reason: null }]);
  });

  it('that is a sale is announced without a time to pay before', () => {
    expect(place().placed().data.payBefore).toBe(payBefore.toISOString());
    expect(place({ sale: true }).placed().data.payBefore).toBeNull();
  });

  it('has one currency', () => {
    expect(() => place({ lines: [lamp, { ...chair, currency: 'UAH' }] })).toThrow(
      refusal('orders.mixed-currencies'),
    );
  });

  it('has a total that can be counted exactly', () => {
    const lines = [{ ...lamp, unitPrice: Number.MAX_SAFE_INTEGER }, chair];
    expect(() => place({ lines })).toThrow(refusal('orders.total-too-large'));
  });

  it('is paid once: told again it is no news', () => {
    const order = place();
    expect(order.pay(payment, by)).toMatchObject({
      type: 'order-paid',
      data: { paymentId: 'p1', total: 12_400 },
    });
    expect(order.pay(payment, by)).toBeUndefined();
    expect(order).toMatchObject({ status: 'paid', paymentId: 'p1', paidAt: payment.capturedAt, version: 2 });
  });

  it('takes no other amount and no second payment', () => {
    const order = place();
    expect(() => order.pay({ ...payment, amount: 1 }, by)).toThrow(refusal('orders.amount-differs'));
    expect(order.status).toBe('awaiting-payment');
    order.pay(payment, by);
    expect(() => order.pay({ ...payment, paymentId: 'p2' }, by)).toThrow(refusal('orders.not-payable'));
  });

  it('cannot be paid once it has ended', () => {
    const order = place();
    order.expire(by);
    expect(() => order.pay(payment, by)).toThrow(refusal('orders.not-payable'));
  });

  it('is cancelled before it is paid, with a reason or without; again is no news', () => {
    const order = place();
    expect(order.cancel('too slow', by)).toMatchObject({
      type: 'order-cancelled',
      data: { reason: 'too slow' },
    });
    expect(order.cancel(null, by)).toBeUndefined();
    const paid = place();
    paid.pay(payment, by);
    expect(() => paid.cancel(null, by)).toThrow(refusal('orders.not-cancellable'));
  });

  it('is refunded once, after it was paid, with what was given back', () => {
    const refund = { amount: 12_400, refundedAt: payment.capturedAt, reason: 'It broke' };
    const order = place();
    expect(() => order.refund(refund, by)).toThrow(refusal('orders.not-refundable'));
    order.pay(payment, by);
    order.fulfil(by);
    expect(order.refund(refund, by)).toMatchObject({
      type: 'order-refunded',
      data: { paymentId: 'p1', refunded: 12_400, total: 12_400, reason: 'It broke' },
    });
    expect(order.refund(refund, by)).toBeUndefined();
    expect(order.status).toBe('refunded');
  });

  it('belongs to its customer, and to staff', () => {
    const order = place();
    expect(order.isOf(customer)).toBe(true);
    expect(order.isOf({ kind: 'customer', id: 'c2' })).toBe(false);
    expect(order.isOf({ kind: 'staff', id: 's1' })).toBe(true);
  });
});
