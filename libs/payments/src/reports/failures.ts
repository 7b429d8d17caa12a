/**
 * What the error log is owed. Written in the transaction in which something failed, and once for each way in which a payment
 * fails: the same failure met again, by redelivery or replay, adds nothing.
 */
import { newId, type Tx } from '@plaza/platform';

export const failureKinds = [
  'declined',
  'rejected',
  'parked',
  'conflicting',
  'review',
  'refund-refused',
  'refund-unanswered',
] as const;
export type FailureKind = (typeof failureKinds)[number];
export type ErrorType = 'database' | 'network' | 'other';

export interface Failure {
  kind: FailureKind;
  /** What failed, where a payment can fail in this way more than once. */
  cause?: string;
  /** Null where the message has none that could be read; then its place stands for it. */
  paymentId: string | null;
  /** `topic/partition/offset` of the message. */
  place: string;
  description: string;
  /** `network` for all about online checking, `database` for what the database would not take, `other` for the rest. */
  errorType: ErrorType;
}

export async function addErrorReports(tx: Tx, failures: readonly Failure[], at: Date): Promise<void> {
  if (failures.length === 0) return;
  await tx.query(
    `INSERT INTO payments.error_reports
       (report_id, cause, kind, payment_id, error_type, description, created_at, next_attempt_at)
     SELECT report_id, cause, kind, payment_id, error_type, description, $1, $1
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[])
       AS failure (report_id, cause, kind, payment_id, error_type, description)
     ORDER BY cause, kind
     ON CONFLICT ON CONSTRAINT error_reports_one_per_failure DO NOTHING`,
    [
      at,
      failures.map(() => newId()),
      failures.map(({ cause, paymentId, place }) => cause ?? paymentId ?? place),
      failures.map(({ kind }) => kind),
      failures.map(({ paymentId }) => paymentId),
      failures.map(({ errorType }) => errorType),
      failures.map(({ description }) => description),
    ],
  );
}
