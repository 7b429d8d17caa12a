/** A payment that has just come to another status, as the database gives it back, and what that makes true for others. */
import type { PaymentStatus } from './messages/outcome';
import type { PaymentType } from './messages/payment-message';
import type { PaymentCaptured, PaymentDeclined } from './payments.events';

export interface SettledPayment {
  paymentId: string;
  orderId: string | null;
  accountId: number;
  type: PaymentType;
  amount: number;
  status: PaymentStatus;
  capturedAt: Date | null;
}

export function captureOf({ capturedAt, ...payment }: SettledPayment): PaymentCaptured {
  if (!capturedAt) throw new Error(`Payment ${payment.paymentId} is stored without the time of its capture`);
  const data = { ...dataOf(payment), capturedAt: capturedAt.toISOString() };
  return { type: 'payment-captured', key: payment.paymentId, data };
}

export function declineOf(payment: SettledPayment, reason: string): PaymentDeclined {
  return { type: 'payment-declined', key: payment.paymentId, data: { ...dataOf(payment), reason } };
}

function dataOf({ paymentId, orderId, accountId, type, amount }: Omit<SettledPayment, 'capturedAt'>) {
  return { paymentId, orderId, accountId, type, amount };
}
