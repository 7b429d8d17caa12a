import { ForwardMigration } from '@plaza/platform';

/** What customers wish to pay. An order has one living request at most, which is why it cannot be paid twice. */
export class Requests1763600000043 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE payments.requests (
      payment_id uuid NOT NULL,
      order_id uuid NOT NULL,
      customer_id uuid NOT NULL,
      account_id integer NOT NULL,
      amount bigint NOT NULL,
      currency text NOT NULL,
      card_fingerprint bytea NOT NULL,
      created_at timestamptz NOT NULL,
      ended_at timestamptz,
      CONSTRAINT requests_pk PRIMARY KEY (payment_id),
      CONSTRAINT requests_account_exists FOREIGN KEY (account_id) REFERENCES payments.accounts (account_id),
      CONSTRAINT requests_amount_positive CHECK (amount > 0)
    );
    CREATE UNIQUE INDEX requests_one_living_per_order ON payments.requests (order_id) WHERE ended_at IS NULL;
    CREATE INDEX requests_by_account ON payments.requests (account_id);
  `;
}
