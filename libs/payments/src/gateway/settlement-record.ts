/**
 * Records what the gateway answered about many payments, in one transaction: every attempt; for clear words the payment, its
 * message's outcome, the customer's request, the event and the error report; for the others when to ask again, or that
 * people have to look at it.
 */
import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import {
  Clock,
  Database,
  requestContext,
  SETTINGS,
  type RequestContext,
  type Settings,
  type Tx,
} from '@plaza/platform';
import { moveLastPaymentDates } from '../accounts/last-payment-dates';
import { PAYMENTS_TOPIC, type PaymentFact } from '../payments.events';
import { addErrorReports, type Failure } from '../reports/failures';
import { sendToReview, reviewFailureOf, type Doubt } from '../review/review-rows';
import { captureOf, declineOf, type SettledPayment } from '../settled-payment';
import { declineReason, isGivenUp, nextAttemptAt, unansweredReason, type Attempt } from './settlement';

/** The first clear word counts; a payment that is settled already keeps its status, whoever asked about it once more. */
const settle = `
  WITH attempt AS (
    SELECT * FROM unnest($2::uuid[], $3::integer[], $4::timestamptz[], $5::integer[], $6::text[], $7::smallint[],
                         $8::text[], $9::timestamptz[], $10::text[])
      AS given (payment_id, number, asked_at, took_ms, outcome, http_status, answer, next_attempt_at, reason)
  ), noted AS (
    INSERT INTO payments.attempts (payment_id, number, asked_at, took_ms, outcome, http_status, answer)
    SELECT payment_id, number, asked_at, took_ms, outcome, http_status, answer FROM attempt
    ON CONFLICT ON CONSTRAINT attempts_pk DO UPDATE
    SET asked_at = excluded.asked_at, took_ms = excluded.took_ms, outcome = excluded.outcome,
        http_status = excluded.http_status, answer = excluded.answer
  ), changed AS (
    UPDATE payments.payments
    SET status = CASE outcome WHEN 'approved' THEN 'stored' WHEN 'refused' THEN 'declined' ELSE status END,
        captured_at = CASE outcome WHEN 'approved' THEN asked_at + took_ms * interval '1 millisecond' END,
        settled_at = CASE WHEN outcome <> 'unknown' THEN $1::timestamptz END,
        next_attempt_at = CASE outcome WHEN 'unknown' THEN attempt.next_attempt_at END,
        card_sealed = CASE outcome WHEN 'unknown' THEN card_sealed END,
        claimed_at = NULL, claimed_until = NULL
    FROM attempt
    WHERE payments.payment_id = attempt.payment_id AND payments.status = 'open'
      -- Who comes back without a word after the claim ran out must not undo the claim of another.
      AND (attempt.outcome <> 'unknown' OR payments.attempts = attempt.number)
    RETURNING payments.*, reason
  ), logged AS (
    UPDATE payments.messages
    SET outcome = changed.status,
        reason_code = CASE changed.status WHEN 'declined' THEN 'gateway-refused' END,
        reason = CASE changed.status WHEN 'declined' THEN changed.reason END
    FROM changed
    WHERE messages.topic = changed.topic AND messages.partition = changed.partition
      AND messages.message_offset = changed.message_offset AND changed.status <> 'open'
  ), ended AS (
    UPDATE payments.requests SET ended_at = $1 FROM changed
    WHERE requests.payment_id = changed.payment_id AND changed.status = 'declined'
  )
  SELECT payment_id AS "paymentId", order_id AS "orderId", account_id AS "accountId", type, amount::float8 AS amount,
         status, captured_at AS "capturedAt", reason,
         concat_ws('/', topic, partition, message_offset) AS place
  FROM changed WHERE status <> 'open'`;

interface SettledRow extends SettledPayment {
  reason: string;
  place: string;
}

@Injectable()
export class SettlementRecord {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Returns the payments that came to an end by this. */
  async write(attempts: readonly Attempt[]): Promise<SettledPayment[]> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const settled = await settleRows(tx, attempts, now);
      const context = requestContext.current();
      const traces = new Map(attempts.map(({ paymentId, traceparent }) => [paymentId, traceparent]));
      await this.outbox.add(
        tx,
        PAYMENTS_TOPIC,
        settled.map((payment) => ({
          fact: factOf(payment),
          occurredAt: now,
          context: inTrace(context, traces.get(payment.paymentId)),
        })),
      );
      const unanswered = await sendToReview(tx, this.doubtsIn(attempts), now);
      await addErrorReports(tx, [...settled.flatMap(failureOf), ...unanswered.map(reviewFailureOf)], now);
      await moveLastPaymentDates(
        tx,
        settled.flatMap(({ accountId, capturedAt }) => (capturedAt ? [[accountId, capturedAt]] : [])),
      );
      return settled;
    });
  }

  private doubtsIn(attempts: readonly Attempt[]): Doubt[] {
    const { attemptsMax } = this.settings.gateway;
    return attempts
      .filter((attempt) => isGivenUp(attempt, attemptsMax))
      .map((attempt) => {
        const { paymentId, number } = attempt;
        return { paymentId, attempt: number, isAsked: true, reason: unansweredReason(attempt) };
      });
  }
}

function settleRows(tx: Tx, attempts: readonly Attempt[], now: Date): Promise<SettledRow[]> {
  return tx.query<SettledRow[]>(settle, [
    now,
    attempts.map(({ paymentId }) => paymentId),
    attempts.map(({ number }) => number),
    attempts.map(({ askedAt }) => askedAt),
    attempts.map(({ tookMs }) => Math.round(tookMs)),
    attempts.map(({ answer }) => answer.outcome),
    attempts.map(({ answer }) => answer.httpStatus),
    attempts.map(({ answer }) => answer.text),
    attempts.map((attempt) => nextAttemptAt(attempt.paymentId, attempt)),
    attempts.map(({ answer }) => declineReason(answer)),
  ]);
}

/** A payment goes on with the trace of the request that it was wished in. */
function inTrace(context: RequestContext, traceparent: string | null = null): RequestContext {
  return traceparent === null ? context : { ...context, traceparent };
}

function factOf(payment: SettledRow): PaymentFact {
  return payment.status === 'stored' ? captureOf(payment) : declineOf(payment, payment.reason);
}

function failureOf({ status, paymentId, place, reason: description }: SettledRow): Failure[] {
  return status === 'declined'
    ? [{ kind: 'declined', paymentId, place, description, errorType: 'network' }]
    : [];
}
