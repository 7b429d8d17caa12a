/**
 * Takes open payments that are due, for this process alone, until a time. A process that ends without settling lets the
 * time run out: then another one takes the payment, notes that the attempt came to nothing, and asks again.
 */
import { Inject, Injectable } from '@nestjs/common';
import { Clock, Database, isTracing, Sealing, SETTINGS, type Sealed, type Settings } from '@plaza/platform';
import type { GatewayRequest } from './gateway';

export interface Claim extends GatewayRequest {
  /** Which attempt this is, counted from 1. */
  attempt: number;
  /** How many there were before staff last decided that it shall go on. */
  before: number;
  /** The screening service is to be asked about it first. */
  isToBeScreened: boolean;
  /** Of the request to pay, where spans were collected then and are now. */
  traceparent: string | null;
}

const claimInOrder = (order: 'ASC' | 'DESC') => `
  WITH due AS (
    SELECT payment_id, attempts, claimed_at, claimed_until FROM payments.payments
    WHERE status = 'open' AND next_attempt_at <= $1 AND (claimed_until IS NULL OR claimed_until <= $1)
    ORDER BY next_attempt_at ${order} LIMIT $3 FOR UPDATE SKIP LOCKED
  ), lost AS (
    INSERT INTO payments.attempts (payment_id, number, asked_at, outcome, answer)
    SELECT payment_id, attempts, claimed_at, 'unknown', 'The process that asked ended before it noted an answer'
    FROM due WHERE claimed_until IS NOT NULL
    ON CONFLICT ON CONSTRAINT attempts_pk DO NOTHING
  ), claimed AS (
    UPDATE payments.payments SET attempts = payments.attempts + 1, claimed_at = $1, claimed_until = $2
    FROM due WHERE payments.payment_id = due.payment_id
    RETURNING payments.payment_id, account_id, type, amount, card_sealed, payments.attempts, attempts_before, next_attempt_at
  )
  SELECT payment_id AS "paymentId", account_id AS "accountId", type, amount::float8 AS amount, card_sealed AS sealed,
         attempts AS attempt, attempts_before AS before,
         $4 AND NOT EXISTS (SELECT FROM payments.screenings WHERE screenings.payment_id = claimed.payment_id)
           AS "isToBeScreened",
         CASE WHEN $5 THEN (
           SELECT traceparent FROM payments.requests WHERE requests.payment_id = claimed.payment_id
         ) END AS traceparent
  FROM claimed ORDER BY next_attempt_at`;

const claims = { oldest: claimInOrder('ASC'), newest: claimInOrder('DESC') };

const release = `
  UPDATE payments.payments SET attempts = attempts - 1, claimed_at = NULL, claimed_until = NULL
  FROM unnest($1::uuid[], $2::integer[]) AS claim (payment_id, attempt)
  WHERE payments.payment_id = claim.payment_id AND attempts = attempt AND status = 'open'`;

@Injectable()
export class Claims {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /**
   * At most `most`: those that have waited longest, or those that came last. The latter are for finding out whether the gateway
   * answers: among the oldest may be some that it never does.
   */
  async take(most: number, leaseMs: number, first: 'oldest' | 'newest'): Promise<Claim[]> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + leaseMs);
    const rows = await this.database.transaction((tx) =>
      tx.query<(Omit<Claim, 'card'> & { sealed: Sealed })[]>(claims[first], [
        now,
        until,
        most,
        this.settings.screening !== undefined,
        isTracing(),
      ]),
    );
    return rows.map(({ sealed, ...row }) => ({ ...row, card: this.sealing.open(sealed).toString() }));
  }

  /** Gives back what was not asked about after all. */
  async release(claims: readonly Claim[]): Promise<void> {
    if (claims.length === 0) return;
    await this.database.transaction((tx) =>
      tx.query(release, [claims.map(({ paymentId }) => paymentId), claims.map(({ attempt }) => attempt)]),
    );
  }
}
