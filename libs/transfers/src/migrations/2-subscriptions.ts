import { ForwardMigration } from '@plaza/platform';

/** Who is mailed what became of transfers: of one company's, or of all where none is named. */
export class Subscriptions1763600000091 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE transfers.subscriptions (
      id uuid NOT NULL,
      address text NOT NULL,
      company_key text,
      language text NOT NULL,
      created_at timestamptz NOT NULL,
      CONSTRAINT subscriptions_pk PRIMARY KEY (id),
      CONSTRAINT subscriptions_language_known CHECK (language IN ('es', 'en', 'uk'))
    );
    CREATE UNIQUE INDEX subscriptions_one_per_address
      ON transfers.subscriptions (lower(address), company_key) NULLS NOT DISTINCT;
    CREATE INDEX subscriptions_by_company ON transfers.subscriptions (company_key);
  `;
}
