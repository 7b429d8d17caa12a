import { ForwardMigration } from '@plaza/platform';

/**
 * Payments that people have to decide about. A payment may come to that more than once, and waits for one decision at a time; asking
 * the gateway begins anew with a decision to go on, so what was asked before it is counted apart.
 */
export class Review1764300000351 extends ForwardMigration {
  protected readonly sql = `
    ALTER TABLE payments.payments
      ADD COLUMN attempts_before integer NOT NULL DEFAULT 0,
      DROP CONSTRAINT payments_status_known,
      ADD CONSTRAINT payments_status_known CHECK (status IN ('open', 'stored', 'declined', 'parked', 'review')),
      DROP CONSTRAINT payments_card_only_while_needed,
      ADD CONSTRAINT payments_card_only_while_needed
        CHECK (card_sealed IS NULL OR status IN ('open', 'parked', 'review'));
    CREATE INDEX payments_review ON payments.payments (created_at, payment_id) WHERE status = 'review';

    ALTER TABLE payments.messages
      DROP CONSTRAINT messages_outcome_known,
      ADD CONSTRAINT messages_outcome_known CHECK (outcome IN
        ('stored', 'duplicate', 'conflicting', 'declined', 'rejected', 'parked', 'open', 'review'));

    ALTER TABLE payments.error_reports
      DROP CONSTRAINT error_reports_kind_known,
      ADD CONSTRAINT error_reports_kind_known
        CHECK (kind IN ('declined', 'rejected', 'parked', 'conflicting', 'review'));

    CREATE TABLE payments.reviews (
      review_id uuid NOT NULL,
      payment_id uuid NOT NULL,
      reason_code text NOT NULL,
      reason text NOT NULL,
      began_at timestamptz NOT NULL,
      decision text,
      note text,
      actor_kind text,
      actor_id text,
      decided_at timestamptz,
      CONSTRAINT reviews_pk PRIMARY KEY (review_id),
      CONSTRAINT reviews_of_payment FOREIGN KEY (payment_id) REFERENCES payments.payments (payment_id),
      CONSTRAINT reviews_decision_known CHECK (decision IN ('approve', 'decline')),
      CONSTRAINT reviews_decided_by_somebody CHECK ((decision IS NULL) = (decided_at IS NULL)
        AND (decision IS NULL) = (actor_kind IS NULL) AND (decision IS NULL) = (actor_id IS NULL))
    );
    CREATE INDEX reviews_by_payment ON payments.reviews (payment_id);
    CREATE UNIQUE INDEX reviews_one_pending_per_payment ON payments.reviews (payment_id) WHERE decided_at IS NULL;
    CREATE INDEX reviews_by_time ON payments.reviews (began_at, review_id);
    CREATE INDEX reviews_pending ON payments.reviews (began_at, review_id) WHERE decided_at IS NULL;
  `;
}
