/**
 * A drift is a place where two contexts do not say the same of one thing, after the time in which events get from one to the other. Each
 * kind has a name, and where there is one, the correction that mends it.
 */
import type { ReconciledHold, ReconciledSale } from '@plaza/catalog';
import type { ReconciledOrder } from '@plaza/orders';
import type { ReconciledPayment } from '@plaza/payments';

export const driftKinds = [
  'paid-without-capture',
  'paid-amount-differs',
  'paid-stock-not-used',
  'capture-not-marked',
  'capture-without-order',
  'movement-without-cause',
  'hold-without-order',
  'points-without-payment',
  'points-not-taken-back',
  'payment-without-points',
] as const;
export type DriftKind = (typeof driftKinds)[number];

/** What is done about a drift once somebody has approved it. */
export type Correction =
  | { does: 'mark-paid'; orderId: string; paymentId: string; amount: number; capturedAt: string }
  | { does: 'refund-payment'; paymentId: string }
  | { does: 'put-payment'; paymentId: string; customerId: string | null; amount: number; currency: string }
  | { does: 'use-stock'; orderId: string }
  | { does: 'release-stock'; orderId: string }
  | { does: 'return-stock'; productId: string; branchId: string; quantity: number; movementId: string }
  | { does: 'reverse-points'; partnerId: string; entryId: string; orderId: string; points: number }
  | { does: 'take-back-points'; orderId: string; number: string; refunded: number; captured: number }
  | { does: 'earn-points'; partnerId: string; orderId: string };

export const corrections = [
  ...(['mark-paid', 'refund-payment', 'put-payment', 'use-stock', 'release-stock', 'return-stock'] as const),
  ...(['reverse-points', 'take-back-points', 'earn-points'] as const),
];

export interface Drift {
  kind: DriftKind;
  /** What it is about; a drift of one kind is had of it once. */
  subject: string;
  occurredAt: Date;
  /** What each side says. */
  rows: Record<string, unknown>;
  /** Null where somebody has to find out first. */
  correction: Correction | null;
}

/** What is wrong with an order that was paid, by what paid it and by the stock that was held for it. */
export function driftsOfPaid(
  order: ReconciledOrder,
  payment: ReconciledPayment | undefined,
  holds: readonly ReconciledHold[],
): Drift[] {
  const { id: subject, total, paidAt } = order;
  const drift = { subject, occurredAt: paidAt ?? new Date(0) };
  const found: Drift[] = [];
  if (total !== 0 && payment?.status !== 'stored') {
    const rows = { order, payment: payment ?? null };
    found.push({ ...drift, kind: 'paid-without-capture', rows, correction: puttingPayment(order, payment) });
  } else if (payment && payment.amount !== total) {
    found.push({ ...drift, kind: 'paid-amount-differs', rows: { order, payment }, correction: null });
  }
  const isUsed = (line: ReconciledOrder['items'][number]) =>
    holds.some(
      ({ productId, quantity, status }) =>
        productId === line.productId && quantity === line.quantity && status === 'used',
    );
  if (!order.items.every(isUsed)) {
    const canBeUsed = holds.length > 0 && holds.every(({ status }) => status !== 'released');
    const correction = canBeUsed ? ({ does: 'use-stock', orderId: subject } as const) : null;
    found.push({ ...drift, kind: 'paid-stock-not-used', rows: { order, holds }, correction });
  }
  return found;
}

/** What was paid at the counter goes on the stream again, where it was lost on its way. */
function puttingPayment(
  { sale, paymentId, customerId, total, currency }: ReconciledOrder,
  payment: ReconciledPayment | undefined,
): Correction | null {
  if (!sale || payment || paymentId === null || total === null || currency === null) return null;
  return { does: 'put-payment', paymentId, customerId, amount: total, currency };
}

/** What is wrong with money that was taken for an order; of what was wholly given back, nothing. */
export function driftsOfCapture(payment: ReconciledPayment, order: ReconciledOrder | undefined): Drift[] {
  const { id: paymentId, amount, givenBack, createdAt, capturedAt } = payment;
  if (givenBack === amount || order?.paymentId === paymentId) return [];
  const drift = { subject: paymentId, occurredAt: createdAt, rows: { payment, order: order ?? null } };
  if (order?.status === 'awaiting-payment' && order.total === amount) {
    const at = (capturedAt ?? createdAt).toISOString();
    const correction = { does: 'mark-paid', orderId: order.id, paymentId, amount, capturedAt: at } as const;
    return [{ ...drift, kind: 'capture-not-marked', correction }];
  }
  return [{ ...drift, kind: 'capture-without-order', correction: { does: 'refund-payment', paymentId } }];
}

/**
 * What is wrong with stock that went as sold: no order was paid that has so much of it, what went for the order before counted in. That
 * too little went is for people to look into.
 */
export function driftsOfSale(sale: ReconciledSale, order: ReconciledOrder | undefined): Drift[] {
  const { id, productId, branchId, quantity, earlier, inAll, at } = sale;
  const sold = order && order.paidAt !== null ? quantityOf(order, productId) : 0;
  const tooMany = Math.min(quantity, earlier + quantity - sold);
  if (tooMany <= 0 && inAll >= sold) return [];
  const correction =
    tooMany > 0
      ? ({ does: 'return-stock', productId, branchId, quantity: tooMany, movementId: id } as const)
      : null;
  const drift = { kind: 'movement-without-cause', subject: id, occurredAt: at } as const;
  return [{ ...drift, rows: { sale, order: order ?? null }, correction }];
}

function quantityOf({ items }: ReconciledOrder, productId: string): number {
  const lines = items.filter((line) => line.productId === productId);
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Stock that is set aside longer than agreed, for whatever order. */
export function driftsOfHold(hold: ReconciledHold, order: ReconciledOrder | undefined): Drift[] {
  if (order && order.paidAt !== null) return [];
  const { ownerId, expiresAt } = hold;
  return [
    {
      ...{ kind: 'hold-without-order', subject: ownerId, occurredAt: expiresAt },
      rows: { hold, order: order ?? null },
      correction: { does: 'release-stock', orderId: ownerId },
    },
  ];
}
