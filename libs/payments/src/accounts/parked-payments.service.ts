/**
 * Takes up payments that were parked because nobody knew their account, once it is there. Looking for them again and again
 * also finds those that were parked in the moment in which their account appeared.
 */
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { Clock, Database, requestContext, Signals, type Tx } from '@plaza/platform';
import { PAYMENTS_OPEN_SIGNAL } from '../gateway/open-signal';
import { PAYMENTS_TOPIC } from '../payments.events';
import { captureOf, type SettledPayment } from '../settled-payment';
import { moveLastPaymentDates } from './last-payment-dates';

const batchMax = 500;

@Injectable()
export class ParkedPayments {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** Takes up a bounded number: offline ones are stored, online ones are open; true when there may be more. */
  async takeUp(): Promise<boolean> {
    const now = this.clock.now();
    const taken = await this.database.transaction((tx) => this.takeUpAmong(tx, null, now));
    return taken === batchMax;
  }

  /**
   * Takes up those of these payments that are parked and have an account by now, within a greater transaction.
   * @param paymentIds null for a bounded number of all
   * @returns how many
   */
  async takeUpAmong(tx: Tx, paymentIds: readonly string[] | null, now: Date): Promise<number> {
    const payments = await takeUpRows(tx, paymentIds, now);
    const context = requestContext.current();
    const stored = payments.filter(({ status }) => status === 'stored');
    if (stored.length < payments.length) this.signals.raiseAfterCommit(PAYMENTS_OPEN_SIGNAL);
    await this.outbox.add(
      tx,
      PAYMENTS_TOPIC,
      stored.map((payment) => ({ fact: captureOf(payment), occurredAt: now, context })),
    );
    await moveLastPaymentDates(
      tx,
      stored.map(({ accountId, capturedAt }) => [accountId, capturedAt ?? now]),
    );
    return payments.length;
  }
}

function takeUpRows(tx: Tx, paymentIds: readonly string[] | null, now: Date): Promise<SettledPayment[]> {
  return tx.query<SettledPayment[]>(
    `WITH found AS (
       SELECT payment_id FROM payments.payments JOIN payments.accounts USING (account_id)
       WHERE status = 'parked' AND ($3::uuid[] IS NULL OR payment_id = ANY($3))
       LIMIT $2 FOR UPDATE OF payments SKIP LOCKED
     ), taken AS (
       UPDATE payments.payments
       SET status = CASE type WHEN 'online' THEN 'open' ELSE 'stored' END,
           next_attempt_at = CASE type WHEN 'online' THEN $1::timestamptz END,
           settled_at = CASE type WHEN 'offline' THEN $1::timestamptz END,
           captured_at = CASE type WHEN 'offline' THEN messages.produced_at END
       FROM found, payments.messages
       WHERE payments.payment_id = found.payment_id AND messages.topic = payments.topic
         AND messages.partition = payments.partition AND messages.message_offset = payments.message_offset
       RETURNING payments.*
     ), logged AS (
       UPDATE payments.messages SET outcome = taken.status, reason_code = NULL, reason = NULL
       FROM taken
       WHERE messages.topic = taken.topic AND messages.partition = taken.partition
         AND messages.message_offset = taken.message_offset
     )
     SELECT payment_id AS "paymentId", order_id AS "orderId", account_id AS "accountId", type,
            amount::float8 AS amount, status, captured_at AS "capturedAt"
     FROM taken`,
    [now, paymentIds?.length ?? batchMax, paymentIds],
  );
}
