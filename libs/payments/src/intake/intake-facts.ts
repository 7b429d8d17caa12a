/** What a decided message makes true for others: the event that announces it, and what the error log is owed for it. */
import type { PaymentFact, PaymentRejected } from '../payments.events';
import type { Failure } from '../reports/failures';
import { placeOf, producedAt, type Decision, type NewPaymentDecision } from './intake-decision';

export function factOf(decision: Decision, receivedAt: Date): PaymentFact | undefined {
  switch (decision.outcome) {
    case 'stored': {
      const capturedAt = producedAt(decision.message, receivedAt).toISOString();
      return { type: 'payment-captured', key: decision.paymentId, data: { ...dataOf(decision), capturedAt } };
    }
    case 'parked':
      return { type: 'payment-parked', key: decision.paymentId, data: dataOf(decision) };
    case 'rejected':
      return rejectionOf(decision);
    case 'open':
    case 'duplicate':
    case 'conflicting':
      return undefined;
  }
}

export function failureOf(decision: Decision): Failure | undefined {
  switch (decision.outcome) {
    case 'rejected':
    case 'conflicting':
    case 'parked': {
      const { outcome: kind, paymentId, message, reason } = decision;
      return {
        kind,
        paymentId,
        place: placeOf(message),
        description: reason.text,
        errorType: reason.errorType,
      };
    }
    case 'stored':
    case 'open':
    case 'duplicate':
      return undefined;
  }
}

function dataOf({ paymentId, payment: { accountId, type, amount }, request }: NewPaymentDecision) {
  return { paymentId, orderId: request?.orderId ?? null, accountId, type, amount };
}

function rejectionOf({
  message,
  paymentId,
  reason,
}: Extract<Decision, { outcome: 'rejected' }>): PaymentRejected {
  const { topic, partition, offset } = message;
  return {
    type: 'payment-rejected',
    key: paymentId ?? placeOf(message),
    data: {
      paymentId,
      topic,
      partition,
      offset: String(offset),
      reasonCode: reason.code,
      reason: reason.text,
    },
  };
}
