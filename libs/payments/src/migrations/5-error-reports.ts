import { ForwardMigration } from '@plaza/platform';

/** What we owe the error log. The cause is the payment's id, or the message's place where no id can be read. */
export class ErrorReports1763600000044 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE payments.error_reports (
      report_id uuid NOT NULL,
      cause text NOT NULL,
      kind text NOT NULL,
      payment_id uuid,
      error_type text NOT NULL,
      description text NOT NULL,
      status text NOT NULL DEFAULT 'waiting',
      created_at timestamptz NOT NULL,
      next_attempt_at timestamptz NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      last_failure text,
      ended_at timestamptz,
      CONSTRAINT error_reports_pk PRIMARY KEY (report_id),
      CONSTRAINT error_reports_one_per_failure UNIQUE (cause, kind),
      CONSTRAINT error_reports_kind_known CHECK (kind IN ('declined', 'rejected', 'parked', 'conflicting')),
      CONSTRAINT error_reports_type_known CHECK (error_type IN ('database', 'network', 'other')),
      CONSTRAINT error_reports_status_known CHECK (status IN ('waiting', 'in-doubt', 'delivered', 'refused')),
      CONSTRAINT error_reports_ended CHECK ((status IN ('delivered', 'refused')) = (ended_at IS NOT NULL))
    );
    CREATE INDEX error_reports_due ON payments.error_reports (next_attempt_at)
      WHERE status IN ('waiting', 'in-doubt');
    CREATE INDEX error_reports_owed_per_payment ON payments.error_reports (payment_id, report_id)
      WHERE status IN ('waiting', 'in-doubt');
    CREATE INDEX error_reports_by_time ON payments.error_reports (created_at, report_id);
  `;
}
