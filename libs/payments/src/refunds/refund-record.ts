/** Records what became of refunds and what that makes true for others: events, and reports to the error log. */
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { requestContext, type Tx } from '@plaza/platform';
import { PAYMENTS_TOPIC, type PaymentRefunded } from '../payments.events';
import { addErrorReports, type Failure } from '../reports/failures';
import {
  insertRefund,
  refundedInAll,
  settleRefunds,
  type NewRefund,
  type RefundablePayment,
  type RefundAttempt,
  type SettledRefund,
} from './refund-rows';

type GivenBack = Pick<SettledRefund, 'refundId' | 'refundAmount' | 'reason'> &
  Omit<RefundablePayment, 'status' | 'givenBack'>;

@Injectable()
export class RefundRecord {
  constructor(private readonly outbox: Outbox) {}

  async begin(tx: Tx, refund: NewRefund, payment: RefundablePayment, at: Date): Promise<void> {
    await insertRefund(tx, refund, at);
    const { refundId, amount: refundAmount, reason } = refund;
    if (refund.isPaidOut) await this.announce(tx, [{ ...payment, refundId, refundAmount, reason }], at);
  }

  /** Returns how many of them have come to an end. */
  async settle(tx: Tx, attempts: readonly RefundAttempt[], at: Date): Promise<void> {
    const settled = await settleRefunds(tx, attempts, at);
    await this.announce(
      tx,
      settled.filter(({ status }) => status === 'refunded'),
      at,
    );
    await addErrorReports(tx, settled.flatMap(failureOf), at);
  }

  private async announce(tx: Tx, refunds: readonly GivenBack[], at: Date): Promise<void> {
    if (refunds.length === 0) return;
    const inAll = await refundedInAll(
      tx,
      refunds.map(({ paymentId }) => paymentId),
    );
    const context = requestContext.current();
    await this.outbox.add(
      tx,
      PAYMENTS_TOPIC,
      refunds.map((refund) => {
        return { fact: factOf(refund, inAll.get(refund.paymentId) ?? 0, at), occurredAt: at, context };
      }),
    );
  }
}

function factOf(refund: GivenBack, refunded: number, at: Date): PaymentRefunded {
  const { refundId, refundAmount: amount, paymentId, orderId, accountId, type, reason } = refund;
  const data = { paymentId, orderId, accountId, type, amount, refundId, reason };
  return {
    type: 'payment-refunded',
    key: paymentId,
    data: { ...data, refunded, captured: refund.amount, refundedAt: at.toISOString() },
  };
}

function failureOf({ status, refundId, paymentId, place, httpStatus, attempts }: SettledRefund): Failure[] {
  const failure = { cause: refundId, paymentId, place, errorType: 'network' } as const;
  switch (status) {
    case 'refunded':
      return [];
    case 'refused': {
      const description = `The gateway refused a refund (${httpStatus ?? 'no status'})`;
      return [{ ...failure, kind: 'refund-refused', description }];
    }
    case 'unanswered': {
      const description = `The gateway gave no clear answer about a refund, though it was asked ${attempts} times`;
      return [{ ...failure, kind: 'refund-unanswered', description }];
    }
  }
}
