import { ForwardMigration } from '@plaza/platform';

/**
 * The log of everything that came, and the counters of the local log that stands in for Kafka. What is sealed cannot be
 * compressed, so PostgreSQL is told not to try; and it is kept beside the rows, which the census reads and settling changes.
 */
export class Messages1763600000041 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE payments.messages (
      topic text NOT NULL,
      partition integer NOT NULL,
      message_offset bigint NOT NULL,
      received_at timestamptz NOT NULL,
      produced_at timestamptz NOT NULL,
      payment_id uuid,
      outcome text NOT NULL,
      reason_code text,
      reason text,
      sealed bytea NOT NULL,
      CONSTRAINT messages_pk PRIMARY KEY (topic, partition, message_offset),
      CONSTRAINT messages_outcome_known CHECK (outcome IN
        ('stored', 'duplicate', 'conflicting', 'declined', 'rejected', 'parked', 'open')),
      CONSTRAINT messages_reason_where_needed CHECK (outcome IN ('stored', 'open') OR reason_code IS NOT NULL)
    );
    ALTER TABLE payments.messages ALTER sealed SET STORAGE EXTERNAL;
    CREATE INDEX messages_not_stored ON payments.messages (outcome, topic, partition, message_offset)
      WHERE outcome <> 'stored';

    CREATE TABLE payments.local_log (
      topic text NOT NULL,
      partition integer NOT NULL,
      next_offset bigint NOT NULL,
      CONSTRAINT local_log_pk PRIMARY KEY (topic, partition),
      CONSTRAINT local_log_offset_not_negative CHECK (next_offset >= 0)
    );
  `;
}
