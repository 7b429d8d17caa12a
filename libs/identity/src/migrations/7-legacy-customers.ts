import { ForwardMigration } from '@plaza/platform';

/** Under which id the legacy shop knew a customer, so that what they bought there can be brought in later. */
export class LegacyCustomers1764300000411 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE identity.legacy_customers (
      legacy_id bigint NOT NULL,
      customer_id uuid NOT NULL,
      CONSTRAINT legacy_customers_pk PRIMARY KEY (legacy_id),
      CONSTRAINT legacy_customers_customer_fk FOREIGN KEY (customer_id) REFERENCES identity.users (id)
    );
    CREATE INDEX legacy_customers_by_customer ON identity.legacy_customers (customer_id);
  `;
}
