/** Payments as orders are held against them. */
import { Injectable } from '@nestjs/common';
import { Database, minorUnits } from '@plaza/platform';
import type { PaymentStatus } from '../messages/outcome';
import { paymentsByTime } from '../payments-by-time';

export interface ReconciledPayment {
  id: string;
  status: PaymentStatus;
  /** The order that it was to pay; null for what came from elsewhere, and from the counter. */
  orderId: string | null;
  /** Minor units. */
  amount: number;
  /** What was given back of it, or is about to be. */
  givenBack: number;
  createdAt: Date;
  capturedAt: Date | null;
}

/** One time that money of a payment was given back. */
export interface ReconciledRefund {
  id: string;
  paymentId: string;
  settledAt: Date;
  /** Given back of the payment until the end of the span, in minor units. */
  refunded: number;
  captured: number;
}

type Row = Omit<ReconciledPayment, 'amount' | 'givenBack'> & { amount: string; givenBack: string };

const columns = `
  payment_id AS id, status, order_id AS "orderId", amount, given_back AS "givenBack", created_at AS "createdAt",
  captured_at AS "capturedAt"`;

const captured = `
  created_at >= $1 AND created_at < $2 AND status = 'stored' AND order_id IS NOT NULL
    AND ($3::uuid IS NULL
         OR (created_at, payment_id) > ((SELECT created_at FROM payments.payments WHERE payment_id = $3), $3))`;

@Injectable()
export class ReconciledPaymentsQueries {
  constructor(private readonly database: Database) {}

  /** Captured ones for an order that were received in the span, by when they were, at most `limit` from after one of them on. */
  async capturedIn(
    { from, to }: { from: Date; to: Date },
    limit: number,
    after?: ReconciledPayment,
  ): Promise<ReconciledPayment[]> {
    const rows = await this.database.readReplica<Row>(
      `SELECT ${columns} FROM ${paymentsByTime(captured, '$4')} AS payments ORDER BY created_at, payment_id`,
      // From where the page before ended, so that no page passes over those before it.
      [after?.createdAt ?? from, to, after?.id ?? null, limit],
    );
    return rows.map(paymentOf);
  }

  /** What was given back in the span, by when it was, at most `limit` from after one of them on. */
  refundedIn(
    { from, to }: { from: Date; to: Date },
    limit: number,
    after?: ReconciledRefund,
  ): Promise<ReconciledRefund[]> {
    return this.database.readReplica<ReconciledRefund>(
      `SELECT refunds.refund_id AS id, refunds.payment_id AS "paymentId", refunds.settled_at AS "settledAt",
              (SELECT sum(amount) FROM payments.refunds AS every
               WHERE every.payment_id = refunds.payment_id AND every.status = 'refunded'
                 AND every.settled_at < $2)::float8 AS refunded,
              payments.amount::float8 AS captured
       FROM payments.refunds JOIN payments.payments USING (payment_id)
       WHERE refunds.status = 'refunded' AND refunds.settled_at >= $1 AND refunds.settled_at < $2
         AND ($3::uuid IS NULL OR (refunds.settled_at, refunds.refund_id)
              > ((SELECT settled_at FROM payments.refunds WHERE refund_id = $3), $3))
       ORDER BY refunds.settled_at, refunds.refund_id LIMIT $4`,
      // From where the page before ended, so that no page passes over those before it.
      [after?.settledAt ?? from, to, after?.id ?? null, limit],
    );
  }

  /** Those that there are, by id. */
  async byId(ids: readonly string[]): Promise<Map<string, ReconciledPayment>> {
    const rows = await this.database.readReplica<Row>(
      `SELECT ${columns} FROM payments.payments WHERE payment_id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, paymentOf(row)]));
  }
}

function paymentOf({ amount, givenBack, ...payment }: Row): ReconciledPayment {
  return { ...payment, amount: minorUnits(amount), givenBack: minorUnits(givenBack) };
}
