import { ForwardMigration } from '../database/forward-migration';

export class SealedAnswers1764900000781 extends ForwardMigration {
  protected readonly sql = `
    -- An answer that holds secrets is kept sealed, and its body is null; and not every answer is remembered equally long.
    ALTER TABLE platform.idempotency_keys
      ADD sealed_body bytea,
      ADD kept_until timestamptz NOT NULL DEFAULT now() + interval '24 hours';
    CREATE INDEX idempotency_keys_by_end ON platform.idempotency_keys (kept_until);
  `;
}
