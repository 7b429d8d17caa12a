import { ForwardMigration } from '@plaza/platform';

/**
 * Who replayed what, and what came of each message. The indexes find the messages of a payment and those of a stretch of time
 * among the few that are replayed; the many that are stored or still open cost nothing more.
 */
export class Replays1763600000046 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE payments.replays (
      replay_id uuid NOT NULL,
      replayed_at timestamptz NOT NULL,
      actor_kind text NOT NULL,
      actor_id text NOT NULL,
      filter jsonb NOT NULL,
      examined integer NOT NULL,
      changed integer NOT NULL,
      counts jsonb NOT NULL,
      CONSTRAINT replays_pk PRIMARY KEY (replay_id),
      CONSTRAINT replays_examined_something CHECK (examined > 0),
      CONSTRAINT replays_changed_what_was_examined CHECK (changed BETWEEN 0 AND examined)
    );
    CREATE TABLE payments.replayed_messages (
      replay_id uuid NOT NULL,
      topic text NOT NULL,
      partition integer NOT NULL,
      message_offset bigint NOT NULL,
      outcome_before text NOT NULL,
      outcome_after text NOT NULL,
      reason text NOT NULL,
      CONSTRAINT replayed_messages_pk PRIMARY KEY (replay_id, topic, partition, message_offset),
      CONSTRAINT replayed_messages_of_replay FOREIGN KEY (replay_id) REFERENCES payments.replays (replay_id)
    );
    CREATE INDEX replayed_messages_by_place ON payments.replayed_messages (topic, partition, message_offset);

    CREATE INDEX messages_replayable_by_time ON payments.messages
      (outcome, received_at, topic, partition, message_offset)
      WHERE outcome IN ('rejected', 'parked', 'conflicting');
    CREATE INDEX messages_without_payment_row ON payments.messages (payment_id)
      WHERE outcome IN ('rejected', 'conflicting', 'duplicate');
  `;
}
