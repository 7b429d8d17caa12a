import { ForwardMigration } from '@plaza/platform';

/**
 * Money given back. What a payment has given back, or is about to, stands in its own row, so that the database itself refuses a sum
 * above what was captured.
 */
export class Refunds1764300000352 extends ForwardMigration {
  protected readonly sql = `
    ALTER TABLE payments.payments
      ADD COLUMN given_back bigint NOT NULL DEFAULT 0,
      ADD CONSTRAINT payments_given_back_of_captured
        CHECK (given_back BETWEEN 0 AND CASE status WHEN 'stored' THEN amount ELSE 0 END);

    CREATE TABLE payments.refunds (
      refund_id uuid NOT NULL,
      payment_id uuid NOT NULL,
      amount bigint NOT NULL,
      reason text NOT NULL,
      status text NOT NULL,
      actor_kind text NOT NULL,
      actor_id text NOT NULL,
      requested_at timestamptz NOT NULL,
      settled_at timestamptz,
      next_attempt_at timestamptz,
      claimed_at timestamptz,
      claimed_until timestamptz,
      attempts integer NOT NULL DEFAULT 0,
      attempts_before integer NOT NULL DEFAULT 0,
      CONSTRAINT refunds_pk PRIMARY KEY (refund_id),
      CONSTRAINT refunds_of_payment FOREIGN KEY (payment_id) REFERENCES payments.payments (payment_id),
      CONSTRAINT refunds_amount_positive CHECK (amount > 0),
      CONSTRAINT refunds_status_known CHECK (status IN ('open', 'refunded', 'refused', 'unanswered')),
      CONSTRAINT refunds_open_are_due CHECK ((status = 'open') = (next_attempt_at IS NOT NULL)),
      CONSTRAINT refunds_settled CHECK ((status IN ('refunded', 'refused')) = (settled_at IS NOT NULL))
    );
    CREATE INDEX refunds_by_payment ON payments.refunds (payment_id, refund_id);
    CREATE INDEX refunds_open_due ON payments.refunds (next_attempt_at) WHERE status = 'open';
    CREATE INDEX refunds_unanswered ON payments.refunds (requested_at) WHERE status = 'unanswered';

    CREATE TABLE payments.refund_attempts (
      refund_id uuid NOT NULL,
      number integer NOT NULL,
      asked_at timestamptz NOT NULL,
      took_ms integer,
      outcome text NOT NULL,
      http_status smallint,
      answer text,
      CONSTRAINT refund_attempts_pk PRIMARY KEY (refund_id, number),
      CONSTRAINT refund_attempts_number_positive CHECK (number > 0),
      CONSTRAINT refund_attempts_outcome_known CHECK (outcome IN ('approved', 'refused', 'unknown'))
    );

    ALTER TABLE payments.error_reports
      DROP CONSTRAINT error_reports_kind_known,
      ADD CONSTRAINT error_reports_kind_known CHECK (kind IN
        ('declined', 'rejected', 'parked', 'conflicting', 'review', 'refund-refused', 'refund-unanswered'));
  `;
}
