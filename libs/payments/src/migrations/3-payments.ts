import { ForwardMigration } from '@plaza/platform';

/**
 * One row per payment id, and one per asking of the gateway. No foreign keys: a parked payment's account does not exist
 * yet, and the statement that writes an attempt changes its payment too.
 */
export class Payments1763600000042 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE payments.payments (
      payment_id uuid NOT NULL,
      account_id integer NOT NULL,
      type text NOT NULL,
      amount bigint NOT NULL,
      currency text,
      order_id uuid,
      card_last4 text,
      card_fingerprint bytea,
      card_sealed bytea,
      status text NOT NULL,
      topic text NOT NULL,
      partition integer NOT NULL,
      message_offset bigint NOT NULL,
      created_at timestamptz NOT NULL,
      captured_at timestamptz,
      settled_at timestamptz,
      next_attempt_at timestamptz,
      claimed_at timestamptz,
      claimed_until timestamptz,
      attempts integer NOT NULL DEFAULT 0,
      CONSTRAINT payments_pk PRIMARY KEY (payment_id),
      CONSTRAINT payments_type_known CHECK (type IN ('online', 'offline')),
      CONSTRAINT payments_amount_positive CHECK (amount > 0),
      CONSTRAINT payments_status_known CHECK (status IN ('open', 'stored', 'declined', 'parked')),
      CONSTRAINT payments_open_are_due CHECK ((status = 'open') = (next_attempt_at IS NOT NULL)),
      CONSTRAINT payments_stored_are_captured CHECK ((status = 'stored') = (captured_at IS NOT NULL)),
      CONSTRAINT payments_card_only_while_needed CHECK (card_sealed IS NULL OR status IN ('open', 'parked'))
    );
    CREATE INDEX payments_open_due ON payments.payments (next_attempt_at) WHERE status = 'open';
    CREATE INDEX payments_parked ON payments.payments (account_id) WHERE status = 'parked';
    CREATE INDEX payments_by_time ON payments.payments (created_at, payment_id);
    CREATE INDEX payments_declined ON payments.payments (created_at, payment_id) WHERE status = 'declined';

    CREATE TABLE payments.attempts (
      payment_id uuid NOT NULL,
      number integer NOT NULL,
      asked_at timestamptz NOT NULL,
      took_ms integer,
      outcome text NOT NULL,
      http_status smallint,
      answer text,
      CONSTRAINT attempts_pk PRIMARY KEY (payment_id, number),
      CONSTRAINT attempts_number_positive CHECK (number > 0),
      CONSTRAINT attempts_outcome_known CHECK (outcome IN ('approved', 'refused', 'unknown'))
    );
  `;
}
