import { ForwardMigration } from '@plaza/platform';

/** Customers whom staff enter at the counter have no login; the code that staff give them turns their row into one that has. */
export class CounterCustomers1763600000011 extends ForwardMigration {
  protected readonly sql = `
    ALTER TABLE identity.users
      ALTER username DROP NOT NULL,
      ALTER email DROP NOT NULL,
      ADD CONSTRAINT users_login_whole CHECK (
        CASE WHEN username IS NULL THEN password_hash IS NULL
             ELSE password_hash IS NOT NULL AND email IS NOT NULL END
      ),
      ADD CONSTRAINT users_staff_can_sign_in CHECK (role = 'customer' OR username IS NOT NULL);

    CREATE TABLE identity.claim_codes (
      customer_id uuid NOT NULL,
      fingerprint bytea NOT NULL,
      issued_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      wrong_attempts integer NOT NULL,
      CONSTRAINT claim_codes_pk PRIMARY KEY (customer_id),
      CONSTRAINT claim_codes_customer_fk FOREIGN KEY (customer_id) REFERENCES identity.users (id)
    );
    CREATE INDEX claim_codes_by_expiry ON identity.claim_codes (expires_at);
  `;
}
