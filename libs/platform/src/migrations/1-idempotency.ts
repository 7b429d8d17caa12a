import { ForwardMigration } from '../database/forward-migration';

export class Idempotency1763600000001 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE platform.idempotency_keys (
      scope text NOT NULL,
      key text NOT NULL,
      content_fingerprint bytea NOT NULL,
      status smallint NOT NULL,
      body jsonb NOT NULL,
      created_at timestamptz NOT NULL,
      CONSTRAINT idempotency_keys_pk PRIMARY KEY (scope, key)
    );
    CREATE INDEX idempotency_keys_by_age ON platform.idempotency_keys (created_at);
  `;
}
