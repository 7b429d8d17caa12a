/** Sends payments to review and writes what was decided about them, each in one statement. */
import { newId, type Actor, type Tx } from '@plaza/platform';
import type { Failure } from '../reports/failures';
import type { SettledPayment } from '../settled-payment';

/** Why people have to look at a payment. */
export interface ReviewReason {
  code: 'no-answer' | 'risk-too-high' | 'not-screened';
  text: string;
}

export interface Doubt {
  paymentId: string;
  /** The attempt by which the payment is claimed: it is left alone when it is in other hands by now. */
  attempt: number;
  /** False when the gateway was not asked after all: then the attempt was none. */
  isAsked: boolean;
  reason: ReviewReason;
}

export interface PaymentInReview {
  paymentId: string;
  reason: string;
  /** `topic/partition/offset` of its message. */
  place: string;
}

const send = `
  WITH doubt AS (
    SELECT * FROM unnest($2::uuid[], $3::integer[], $4::boolean[], $5::uuid[], $6::text[], $7::text[])
      AS given (payment_id, attempt, is_asked, review_id, reason_code, reason)
  ), changed AS (
    UPDATE payments.payments
    SET status = 'review', next_attempt_at = NULL, claimed_at = NULL, claimed_until = NULL,
        attempts = CASE WHEN is_asked THEN attempts ELSE attempts - 1 END
    FROM doubt
    WHERE payments.payment_id = doubt.payment_id AND status = 'open' AND attempts = attempt
    RETURNING payments.payment_id, topic, partition, message_offset, review_id, reason_code, reason
  ), logged AS (
    UPDATE payments.messages
    SET outcome = 'review', reason_code = changed.reason_code, reason = changed.reason
    FROM changed
    WHERE messages.topic = changed.topic AND messages.partition = changed.partition
      AND messages.message_offset = changed.message_offset
  ), begun AS (
    INSERT INTO payments.reviews (review_id, payment_id, reason_code, reason, began_at)
    SELECT review_id, payment_id, reason_code, reason, $1 FROM changed
  )
  SELECT payment_id AS "paymentId", reason, concat_ws('/', topic, partition, message_offset) AS place FROM changed`;

/** Returns those that are in review by this. */
export async function sendToReview(tx: Tx, doubts: readonly Doubt[], at: Date): Promise<PaymentInReview[]> {
  if (doubts.length === 0) return [];
  return tx.query<PaymentInReview[]>(send, [
    at,
    doubts.map(({ paymentId }) => paymentId),
    doubts.map(({ attempt }) => attempt),
    doubts.map(({ isAsked }) => isAsked),
    doubts.map(() => newId()),
    doubts.map(({ reason }) => reason.code),
    doubts.map(({ reason }) => reason.text),
  ]);
}

/** What the error log is owed for one: all that sends a payment to review is about checking it online. */
export function reviewFailureOf({ paymentId, place, reason: description }: PaymentInReview): Failure {
  return { kind: 'review', paymentId, place, description, errorType: 'network' };
}

export const decisions = ['approve', 'decline'] as const;
export type Decision = (typeof decisions)[number];

export interface ReviewDecision {
  paymentId: string;
  decision: Decision;
  /** Why, in the words of who decided. */
  note: string | null;
  actor: Actor;
}

/** Of several decisions at the same time the first one changes the payment, and the others find none in review. */
const decide = `
  WITH changed AS (
    UPDATE payments.payments
    SET status = $2, next_attempt_at = CASE $2 WHEN 'open' THEN $3::timestamptz END, attempts_before = attempts,
        settled_at = CASE $2 WHEN 'declined' THEN $3::timestamptz END,
        card_sealed = CASE $2 WHEN 'open' THEN card_sealed END
    WHERE payment_id = $1 AND status = 'review'
    RETURNING payments.*
  ), logged AS (
    UPDATE payments.messages SET outcome = changed.status, reason_code = $4, reason = $5
    FROM changed
    WHERE messages.topic = changed.topic AND messages.partition = changed.partition
      AND messages.message_offset = changed.message_offset
  ), decided AS (
    UPDATE payments.reviews
    SET decision = $6, note = $7, actor_kind = $8, actor_id = $9, decided_at = $3
    FROM changed WHERE reviews.payment_id = changed.payment_id AND reviews.decided_at IS NULL
  ), ended AS (
    UPDATE payments.requests SET ended_at = $3 FROM changed
    WHERE requests.payment_id = changed.payment_id AND changed.status = 'declined'
  )
  SELECT payment_id AS "paymentId", order_id AS "orderId", account_id AS "accountId", type, amount::float8 AS amount,
         status, captured_at AS "capturedAt", concat_ws('/', topic, partition, message_offset) AS place
  FROM changed`;

export interface DecidedPayment extends SettledPayment {
  place: string;
}

export const declinedInReview = { code: 'declined-in-review', text: 'Staff declined the payment in review' };

/** Returns the payment as it is by this; undefined when it is not in review. */
export async function decideReview(
  tx: Tx,
  { paymentId, decision, note, actor }: ReviewDecision,
  at: Date,
): Promise<DecidedPayment | undefined> {
  const reason = decision === 'decline' ? declinedInReview : null;
  const [decided] = await tx.query<DecidedPayment[]>(decide, [
    paymentId,
    decision === 'approve' ? 'open' : 'declined',
    at,
    reason?.code ?? null,
    reason?.text ?? null,
    decision,
    note,
    actor.kind,
    actor.id,
  ]);
  return decided;
}
