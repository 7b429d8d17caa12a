import { ForwardMigration } from '@plaza/platform';

/** What the screening service said about a payment, whole, with the limit and the policy that were in force. */
export class Screenings1764300000353 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE payments.screenings (
      payment_id uuid NOT NULL,
      asked_at timestamptz NOT NULL,
      took_ms integer NOT NULL,
      http_status smallint,
      risk smallint,
      fault text,
      answer text,
      risk_max smallint NOT NULL,
      policy text NOT NULL,
      verdict text NOT NULL,
      CONSTRAINT screenings_pk PRIMARY KEY (payment_id),
      CONSTRAINT screenings_risk_in_range CHECK (risk BETWEEN 5 AND 95),
      CONSTRAINT screenings_risk_or_fault CHECK ((risk IS NULL) = (fault IS NOT NULL)),
      CONSTRAINT screenings_policy_known CHECK (policy IN ('allow', 'review')),
      CONSTRAINT screenings_verdict_known CHECK (verdict IN ('allow', 'review'))
    );
  `;
}
