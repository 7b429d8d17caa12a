import { ForwardMigration } from '@plaza/platform';

/**
 * What somebody has to look at before it is forgotten, and which of several logs that Kafka has had under one name a partition
 * is at: a topic that was made anew begins at offset 0 again, and its messages are not those that are kept under these places.
 */
export class Alarms1764300000342 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE payments.alarms (
      alarm_id uuid NOT NULL,
      kind text NOT NULL,
      topic text NOT NULL,
      partition integer NOT NULL,
      first_offset bigint NOT NULL,
      last_offset bigint NOT NULL,
      occurrences integer NOT NULL DEFAULT 1,
      raised_at timestamptz NOT NULL,
      last_raised_at timestamptz NOT NULL,
      acknowledged_at timestamptz,
      acknowledged_by_kind text,
      acknowledged_by text,
      note text,
      CONSTRAINT alarms_pk PRIMARY KEY (alarm_id),
      CONSTRAINT alarms_kind_known CHECK (kind IN ('offsets-missing', 'topic-begun-anew')),
      CONSTRAINT alarms_occurrences_positive CHECK (occurrences > 0),
      CONSTRAINT alarms_acknowledged_by_somebody CHECK
        ((acknowledged_at IS NULL) = (acknowledged_by IS NULL) AND (acknowledged_by IS NULL) = (acknowledged_by_kind IS NULL))
    );
    CREATE UNIQUE INDEX alarms_one_open_per_partition ON payments.alarms (kind, topic, partition)
      WHERE acknowledged_at IS NULL;
    CREATE INDEX alarms_by_time ON payments.alarms (raised_at, alarm_id);

    CREATE TABLE payments.incarnations (
      topic text NOT NULL,
      partition integer NOT NULL,
      incarnation integer NOT NULL,
      began_at timestamptz NOT NULL,
      CONSTRAINT incarnations_pk PRIMARY KEY (topic, partition, incarnation),
      CONSTRAINT incarnations_number_positive CHECK (incarnation > 0)
    );
  `;
}
