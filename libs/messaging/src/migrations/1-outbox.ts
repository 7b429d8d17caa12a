import { ForwardMigration } from '@plaza/platform';

export class Outbox1763600000002 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE messaging.outbox (
      position bigint GENERATED ALWAYS AS IDENTITY,
      topic text NOT NULL,
      key text NOT NULL,
      envelope json NOT NULL,
      only_for text,
      CONSTRAINT outbox_pk PRIMARY KEY (position)
    );

    CREATE TABLE messaging.dead_letters (
      event_id uuid NOT NULL,
      consumer text NOT NULL,
      topic text NOT NULL,
      key text NOT NULL,
      envelope jsonb NOT NULL,
      reason_code text NOT NULL,
      reason text NOT NULL,
      failures integer NOT NULL DEFAULT 1,
      died_at timestamptz NOT NULL,
      replayed_at timestamptz,
      CONSTRAINT dead_letters_pk PRIMARY KEY (event_id, consumer),
      CONSTRAINT dead_letters_failures_positive CHECK (failures > 0)
    );
    CREATE INDEX dead_letters_by_time ON messaging.dead_letters (died_at);
  `;
}
