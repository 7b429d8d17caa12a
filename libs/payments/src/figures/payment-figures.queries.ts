/** What a report tells of payments: what became of those that came in a span of time, and what went wrong with them. */
import { Injectable } from '@nestjs/common';
import { Database, minorUnits } from '@plaza/platform';
import type { PaymentStatus } from '../messages/outcome';
import { paymentParts } from '../payments-by-time';
import type { FailureKind } from '../reports/failures';
import { shownStatus, type ShownStatus } from '../shown-status';

export interface OutcomeFigures {
  status: ShownStatus;
  /** Null where neither a request nor the message names one. */
  currency: string | null;
  payments: number;
  /** Minor units. */
  amount: number;
}

export interface RefundFigures {
  /** Null where neither a request nor the message names one. */
  currency: string | null;
  refunds: number;
  /** Minor units. */
  amount: number;
}

export interface ErrorFigures {
  /** What went wrong, as the error log is told it. */
  kind: FailureKind;
  errors: number;
  /** Those that the error log has taken. */
  delivered: number;
}

const byOutcome = `
  SELECT status, currency, count(*)::float8 AS payments, sum(amount) AS amount
  FROM (${paymentParts
    .map(
      (part) => `SELECT status, currency, amount FROM payments.payments
                 WHERE created_at >= $1 AND created_at < $2 AND ${part}`,
    )
    .join(' UNION ALL ')}) AS received
  GROUP BY status, currency ORDER BY status, currency`;

const givenBack = `
  SELECT payments.currency, count(*)::float8 AS refunds, sum(refunds.amount) AS amount
  FROM payments.refunds JOIN payments.payments USING (payment_id)
  WHERE refunds.status = 'refunded' AND refunds.settled_at >= $1 AND refunds.settled_at < $2
  GROUP BY payments.currency ORDER BY payments.currency`;

const byKind = `
  SELECT kind, count(*)::float8 AS errors, (count(*) FILTER (WHERE status = 'delivered'))::float8 AS delivered
  FROM payments.error_reports WHERE created_at >= $1 AND created_at < $2 GROUP BY kind ORDER BY kind`;

@Injectable()
export class PaymentFiguresQueries {
  constructor(private readonly database: Database) {}

  /** Of payments that were received in the span. */
  async byOutcome(from: Date, to: Date): Promise<OutcomeFigures[]> {
    const rows = await this.database.readReplica<
      Omit<OutcomeFigures, 'status' | 'amount'> & { status: PaymentStatus; amount: string }
    >(byOutcome, [from, to]);
    return rows.map(({ status, amount, ...row }) => {
      return { ...row, status: shownStatus(status), amount: minorUnits(amount) };
    });
  }

  /** What was given back in the span, in full or in part, whenever it had been paid. */
  async givenBack(from: Date, to: Date): Promise<RefundFigures[]> {
    const rows = await this.database.readReplica<Omit<RefundFigures, 'amount'> & { amount: string }>(
      givenBack,
      [from, to],
    );
    return rows.map(({ amount, ...row }) => ({ ...row, amount: minorUnits(amount) }));
  }

  /** Of errors that came up in the span. */
  errors(from: Date, to: Date): Promise<ErrorFigures[]> {
    return this.database.readReplica<ErrorFigures>(byKind, [from, to]);
  }
}
