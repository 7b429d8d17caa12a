/** Takes reports that are due for this process alone, and notes what came of them. */
import type { Tx } from '@plaza/platform';
import type { ErrorType } from './failures';

export interface OwedReport {
  reportId: string;
  paymentId: string | null;
  errorType: ErrorType;
  description: string;
  /** How often it was told, this time included. */
  attempts: number;
  /** It was told before, and nobody knows whether that arrived. */
  doubtful: boolean;
}

export interface NotedReport {
  reportId: string;
  status: 'waiting' | 'in-doubt' | 'delivered' | 'refused';
  attempts: number;
  nextAttemptAt: Date;
  lastFailure: string | null;
}

/**
 * From here on they are in doubt: a process that ends before it notes what came of them leaves them so, and when the time has
 * run out they are looked for in the log. Of one payment's reports only the oldest is taken, so that they arrive in order.
 */
const take = `
  WITH due AS (
    SELECT report_id, status FROM payments.error_reports
    WHERE status IN ('waiting', 'in-doubt') AND next_attempt_at <= $1
      AND NOT EXISTS (
        SELECT FROM payments.error_reports AS earlier
        WHERE earlier.payment_id = error_reports.payment_id AND earlier.report_id < error_reports.report_id
          AND earlier.status IN ('waiting', 'in-doubt'))
    ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED
  ), taken AS (
    UPDATE payments.error_reports SET status = 'in-doubt', attempts = attempts + 1, next_attempt_at = $2
    FROM due WHERE error_reports.report_id = due.report_id
    RETURNING error_reports.report_id, payment_id, error_type, description, attempts, due.status AS before
  )
  SELECT report_id AS "reportId", payment_id AS "paymentId", error_type AS "errorType", description, attempts,
         before = 'in-doubt' AS doubtful
  FROM taken ORDER BY report_id`;

const note = `
  UPDATE payments.error_reports
  SET status = noted.status, attempts = noted.attempts, next_attempt_at = noted.next_attempt_at,
      last_failure = noted.last_failure, ended_at = CASE WHEN noted.status IN ('delivered', 'refused') THEN $1::timestamptz END
  FROM unnest($2::uuid[], $3::text[], $4::integer[], $5::timestamptz[], $6::text[])
    AS noted (report_id, status, attempts, next_attempt_at, last_failure)
  WHERE error_reports.report_id = noted.report_id AND error_reports.status = 'in-doubt'`;

export function takeDueReports(tx: Tx, now: Date, until: Date, most: number): Promise<OwedReport[]> {
  return tx.query<OwedReport[]>(take, [now, until, most]);
}

export async function noteReports(tx: Tx, reports: readonly NotedReport[], now: Date): Promise<void> {
  if (reports.length === 0) return;
  await tx.query(note, [
    now,
    reports.map(({ reportId }) => reportId),
    reports.map(({ status }) => status),
    reports.map(({ attempts }) => attempts),
    reports.map(({ nextAttemptAt }) => nextAttemptAt),
    reports.map(({ lastFailure }) => lastFailure),
  ]);
}
