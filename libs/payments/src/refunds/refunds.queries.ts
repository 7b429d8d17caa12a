/** What can be asked about refunds: of one payment at a time, each with every asking of the gateway. */
import { Injectable } from '@nestjs/common';
import { Database, type Actor, type Page } from '@plaza/platform';
import { paymentUnknown } from '../payments.errors';
import { withReason, type AttemptView } from '../payments.queries';
import type { RefundStatus } from './refund-rows';

export interface RefundView {
  id: string;
  paymentId: string;
  /** Minor units. */
  amount: number;
  reason: string;
  status: RefundStatus;
  /** By whom. */
  requestedBy: Actor;
  requestedAt: Date;
  settledAt: Date | null;
  /** When the gateway is asked again at the earliest. */
  nextAttemptAt: Date | null;
  /** Every asking of the gateway, the first one first; none of what was paid out at the counter. */
  attempts: AttemptView[];
}

export interface GivenBackOfPayment {
  paymentId: string;
  refunded: number;
  captured: number;
}

interface Row extends Omit<RefundView, 'attempts'> {
  attempts: (Omit<AttemptView, 'askedAt' | 'reason'> & { askedAt: string })[];
}

const columns = `refund_id AS id, payment_id AS "paymentId", amount::float8 AS amount, reason, status,
  json_build_object('kind', actor_kind, 'id', actor_id) AS "requestedBy", requested_at AS "requestedAt",
  settled_at AS "settledAt", next_attempt_at AS "nextAttemptAt",
  (SELECT coalesce(json_agg(json_build_object('number', number, 'askedAt', asked_at, 'tookMs', took_ms,
                                              'outcome', outcome, 'httpStatus', http_status, 'answer', answer)
                            ORDER BY number), '[]')
   FROM payments.refund_attempts WHERE refund_attempts.refund_id = refunds.refund_id) AS attempts`;

@Injectable()
export class RefundsQueries {
  constructor(private readonly database: Database) {}

  /** One refund, by its id. */
  async get(id: string): Promise<RefundView> {
    const [row] = await this.database.read<Row>(
      `SELECT ${columns} FROM payments.refunds WHERE refund_id = $1`,
      [id],
    );
    if (!row) throw new Error(`There is no refund ${id}`);
    return viewOf(row);
  }

  /**
   * All of a payment, the first one first.
   * @throws PlazaError `payments.payment-unknown`
   */
  async ofPayment(paymentId: string): Promise<Page<RefundView>> {
    const rows = await this.database.read<Row>(
      `SELECT ${columns} FROM payments.refunds WHERE payment_id = $1 ORDER BY refund_id`,
      [paymentId],
    );
    if (rows.length === 0 && !(await this.isPayment(paymentId))) throw paymentUnknown(paymentId);
    return { items: rows.map(viewOf), next: null };
  }

  /** What was given back of these payments by now, in minor units; payments of which nothing was are left out. */
  givenBackOf(paymentIds: readonly string[]): Promise<GivenBackOfPayment[]> {
    return this.database.read<GivenBackOfPayment>(
      `SELECT payments.payment_id AS "paymentId", sum(refunds.amount)::float8 AS refunded,
              payments.amount::float8 AS captured
       FROM payments.refunds JOIN payments.payments USING (payment_id)
       WHERE refunds.payment_id = ANY ($1::uuid[]) AND refunds.status = 'refunded'
       GROUP BY payments.payment_id`,
      [paymentIds],
    );
  }

  private async isPayment(paymentId: string): Promise<boolean> {
    const rows = await this.database.read<unknown>('SELECT FROM payments.payments WHERE payment_id = $1', [
      paymentId,
    ]);
    return rows.length > 0;
  }
}

function viewOf({ attempts, ...row }: Row): RefundView {
  return {
    ...row,
    attempts: attempts.map((attempt) => withReason({ ...attempt, askedAt: new Date(attempt.askedAt) })),
  };
}
