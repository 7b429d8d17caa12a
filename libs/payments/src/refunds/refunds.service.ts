/**
 * Gives money back, by staff: set aside first, so that refunds together never pass what was captured, then asked of the gateway
 * elsewhere until there is a word. What was paid at the counter is paid out there, and only recorded.
 */
import { Injectable } from '@nestjs/common';
import { Clock, Database, newId, Signals, type Actor, type Tx } from '@plaza/platform';
import { withoutCards } from '../gateway/without-cards';
import { notRefundable, paymentUnknown, refundNotUnanswered, refundTooLarge } from '../payments.errors';
import { shownStatus } from '../shown-status';
import { RefundRecord } from './refund-record';
import { lockRefundable, reopenRefund, type RefundablePayment } from './refund-rows';

/** Wakes those who ask the gateway about refunds. */
export const REFUNDS_SIGNAL = 'plaza_payments_refunds';

export interface RefundWish {
  paymentId: string;
  reason: string;
  actor: Actor;
}

@Injectable()
export class Refunds {
  constructor(
    private readonly database: Database,
    private readonly record: RefundRecord,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a refund of so much and returns its id. Two wishes are two refunds: who sends one again has to say so by a key.
   * @param amount minor units
   * @throws PlazaError `payments.payment-unknown`, `payments.not-refundable`, `payments.refund-too-large`
   */
  refund(wish: RefundWish, amount: number): Promise<string> {
    return this.database.transaction(async (tx) => {
      const payment = await this.lock(tx, wish.paymentId);
      const left = payment.amount - payment.givenBack;
      if (amount > left) throw refundTooLarge(wish.paymentId, amount, left);
      return this.begin(tx, wish, payment, amount);
    });
  }

  /**
   * Begins a refund of all that is left; of nothing, nothing is done, so that doing it again changes nothing.
   * @throws PlazaError `payments.payment-unknown`, `payments.not-refundable`
   */
  refundRest(wish: RefundWish): Promise<void> {
    return this.database.transaction(async (tx) => {
      const payment = await this.lock(tx, wish.paymentId);
      const left = payment.amount - payment.givenBack;
      if (left > 0) await this.begin(tx, wish, payment, left);
    });
  }

  /**
   * Has the gateway asked again about a refund that it never answered about.
   * @throws PlazaError `payments.refund-not-unanswered`
   */
  askAgain(paymentId: string, refundId: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const isReopened = await reopenRefund(tx, paymentId, refundId, this.clock.now());
      if (!isReopened) throw refundNotUnanswered(refundId);
      this.signals.raiseAfterCommit(REFUNDS_SIGNAL);
    });
  }

  private async lock(tx: Tx, paymentId: string): Promise<RefundablePayment> {
    const payment = await lockRefundable(tx, paymentId);
    if (!payment) throw paymentUnknown(paymentId);
    if (payment.status !== 'stored') throw notRefundable(paymentId, shownStatus(payment.status));
    return payment;
  }

  private async begin(
    tx: Tx,
    { reason, actor }: RefundWish,
    payment: RefundablePayment,
    amount: number,
  ): Promise<string> {
    const { paymentId, type } = payment;
    const refundId = newId();
    const isPaidOut = type === 'offline';
    const refund = { refundId, paymentId, amount, reason: withoutCards(reason), actor, isPaidOut };
    await this.record.begin(tx, refund, payment, this.clock.now());
    if (!isPaidOut) this.signals.raiseAfterCommit(REFUNDS_SIGNAL);
    return refundId;
  }
}
