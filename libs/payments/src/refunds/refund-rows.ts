/** Begins refunds, takes those that are due for this process alone, and notes what the gateway said about them. */
import type { Actor, Tx } from '@plaza/platform';
import type { GatewayAnswer, RefundRequest } from '../gateway/gateway';
import type { PaymentStatus } from '../messages/outcome';
import type { PaymentType } from '../messages/payment-message';

export const refundStatuses = ['open', 'refunded', 'refused', 'unanswered'] as const;
export type RefundStatus = (typeof refundStatuses)[number];

/** What has to be known of a payment to give money back. */
export interface RefundablePayment {
  paymentId: string;
  orderId: string | null;
  accountId: number;
  type: PaymentType;
  status: PaymentStatus;
  /** Minor units. */
  amount: number;
  /** What was given back of it, or is about to be. */
  givenBack: number;
}

export interface NewRefund {
  refundId: string;
  paymentId: string;
  amount: number;
  reason: string;
  actor: Actor;
  /** Paid out at the counter: there is nobody to ask. */
  isPaidOut: boolean;
}

/** Nobody else begins or settles a refund of it until the transaction ends. */
export async function lockRefundable(tx: Tx, paymentId: string): Promise<RefundablePayment | undefined> {
  const [payment] = await tx.query<RefundablePayment[]>(
    `SELECT payment_id AS "paymentId", order_id AS "orderId", account_id AS "accountId", type, status,
            amount::float8 AS amount, given_back::float8 AS "givenBack"
     FROM payments.payments WHERE payment_id = $1 FOR UPDATE`,
    [paymentId],
  );
  return payment;
}

export async function insertRefund(tx: Tx, refund: NewRefund, at: Date): Promise<void> {
  const { refundId, paymentId, amount, reason, actor, isPaidOut } = refund;
  await tx.query(
    `WITH payment AS (
       UPDATE payments.payments SET given_back = given_back + $3 WHERE payment_id = $2 RETURNING payment_id
     )
     INSERT INTO payments.refunds
       (refund_id, payment_id, amount, reason, status, actor_kind, actor_id, requested_at, settled_at, next_attempt_at)
     SELECT $1, payment_id, $3, $4, CASE WHEN $8 THEN 'refunded' ELSE 'open' END, $5, $6, $7,
            CASE WHEN $8 THEN $7::timestamptz END, CASE WHEN NOT $8 THEN $7::timestamptz END
     FROM payment`,
    [refundId, paymentId, amount, reason, actor.kind, actor.id, at, isPaidOut],
  );
}

export interface RefundClaim extends RefundRequest {
  /** Which attempt this is, counted from 1. */
  attempt: number;
  /** How many there were before staff last had it asked again. */
  before: number;
}

const claim = `
  WITH due AS (
    SELECT refund_id, attempts, claimed_at, claimed_until FROM payments.refunds
    WHERE status = 'open' AND next_attempt_at <= $1 AND (claimed_until IS NULL OR claimed_until <= $1)
    ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED
  ), lost AS (
    INSERT INTO payments.refund_attempts (refund_id, number, asked_at, outcome, answer)
    SELECT refund_id, attempts, claimed_at, 'unknown', 'The process that asked ended before it noted an answer'
    FROM due WHERE claimed_until IS NOT NULL
    ON CONFLICT ON CONSTRAINT refund_attempts_pk DO NOTHING
  )
  UPDATE payments.refunds SET attempts = refunds.attempts + 1, claimed_at = $1, claimed_until = $2
  FROM due WHERE refunds.refund_id = due.refund_id
  RETURNING refunds.refund_id AS "refundId", payment_id AS "paymentId", amount::float8 AS amount,
            refunds.attempts AS attempt, attempts_before AS before`;

export async function takeDueRefunds(tx: Tx, now: Date, until: Date, most: number): Promise<RefundClaim[]> {
  const [claims] = await tx.query<[RefundClaim[], number]>(claim, [now, until, most]);
  return claims;
}

export interface RefundAttempt {
  refundId: string;
  paymentId: string;
  number: number;
  askedAt: Date;
  tookMs: number;
  answer: GatewayAnswer;
  /** Null when it is not asked again by itself. */
  nextAttemptAt: Date | null;
}

export interface SettledRefund extends Omit<RefundablePayment, 'status' | 'givenBack'> {
  refundId: string;
  /** Of this refund. */
  refundAmount: number;
  reason: string;
  status: Exclude<RefundStatus, 'open'>;
  httpStatus: number | null;
  attempts: number;
  /** `topic/partition/offset` of the payment's message. */
  place: string;
}

/** A clear word counts also where nobody hoped for one any more. */
const settle = `
  WITH attempt AS (
    SELECT * FROM unnest($2::uuid[], $3::integer[], $4::timestamptz[], $5::integer[], $6::text[], $7::smallint[],
                         $8::text[], $9::timestamptz[])
      AS given (refund_id, number, asked_at, took_ms, outcome, http_status, answer, next_attempt_at)
  ), noted AS (
    INSERT INTO payments.refund_attempts (refund_id, number, asked_at, took_ms, outcome, http_status, answer)
    SELECT refund_id, number, asked_at, took_ms, outcome, http_status, answer FROM attempt
    ON CONFLICT ON CONSTRAINT refund_attempts_pk DO UPDATE
    SET asked_at = excluded.asked_at, took_ms = excluded.took_ms, outcome = excluded.outcome,
        http_status = excluded.http_status, answer = excluded.answer
  ), changed AS (
    UPDATE payments.refunds
    SET status = CASE outcome WHEN 'approved' THEN 'refunded' WHEN 'refused' THEN 'refused'
                              ELSE CASE WHEN attempt.next_attempt_at IS NULL THEN 'unanswered' ELSE 'open' END END,
        settled_at = CASE WHEN outcome <> 'unknown' THEN $1::timestamptz END,
        next_attempt_at = CASE outcome WHEN 'unknown' THEN attempt.next_attempt_at END,
        claimed_at = NULL, claimed_until = NULL
    FROM attempt
    WHERE refunds.refund_id = attempt.refund_id
      AND (status = 'open' AND attempts = number OR status IN ('open', 'unanswered') AND outcome <> 'unknown')
    RETURNING refunds.*, http_status
  ), freed AS (
    UPDATE payments.payments SET given_back = given_back - refused.amount
    FROM (SELECT payment_id, sum(amount) AS amount FROM changed WHERE status = 'refused' GROUP BY payment_id) AS refused
    WHERE payments.payment_id = refused.payment_id
  )
  SELECT refund_id AS "refundId", changed.amount::float8 AS "refundAmount", reason, changed.status,
         http_status AS "httpStatus", changed.attempts - changed.attempts_before AS attempts, payment_id AS "paymentId",
         order_id AS "orderId", account_id AS "accountId", type, payments.amount::float8 AS amount,
         concat_ws('/', topic, partition, message_offset) AS place
  FROM changed JOIN payments.payments USING (payment_id) WHERE changed.status <> 'open'`;

/** Returns those that are not asked about again by themselves. */
export async function settleRefunds(
  tx: Tx,
  attempts: readonly RefundAttempt[],
  at: Date,
): Promise<SettledRefund[]> {
  await tx.query(
    'SELECT FROM payments.payments WHERE payment_id = ANY($1::uuid[]) ORDER BY payment_id FOR UPDATE',
    [attempts.map(({ paymentId }) => paymentId)],
  );
  return tx.query<SettledRefund[]>(settle, [
    at,
    attempts.map(({ refundId }) => refundId),
    attempts.map(({ number }) => number),
    attempts.map(({ askedAt }) => askedAt),
    attempts.map(({ tookMs }) => Math.round(tookMs)),
    attempts.map(({ answer }) => answer.outcome),
    attempts.map(({ answer }) => answer.httpStatus),
    attempts.map(({ answer }) => answer.text),
    attempts.map(({ nextAttemptAt }) => nextAttemptAt),
  ]);
}

/** What was given back of each payment until now. */
export async function refundedInAll(tx: Tx, paymentIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: string; amount: number }[]>(
    `SELECT payment_id AS id, sum(amount)::float8 AS amount FROM payments.refunds
     WHERE payment_id = ANY($1::uuid[]) AND status = 'refunded' GROUP BY payment_id`,
    [paymentIds],
  );
  return new Map(rows.map(({ id, amount }) => [id, amount]));
}

/** Begins the attempts anew; false when it is not waiting for that. */
export async function reopenRefund(tx: Tx, paymentId: string, refundId: string, at: Date): Promise<boolean> {
  const [, changed] = await tx.query<[unknown, number]>(
    `UPDATE payments.refunds SET status = 'open', next_attempt_at = $3, attempts_before = attempts
     WHERE refund_id = $2 AND payment_id = $1 AND status = 'unanswered'`,
    [paymentId, refundId, at],
  );
  return changed === 1;
}
