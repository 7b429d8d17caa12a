import { ForwardMigration } from '@plaza/platform';

/** Transfer records, what the screening service answered about each of their streams, and what could not be read as a record. */
export class Records1763600000090 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE transfers.records (
      key text NOT NULL,
      branch text NOT NULL,
      status text NOT NULL,
      content json NOT NULL,
      company_key text,
      dated_at timestamptz,
      noted_at timestamptz NOT NULL,
      claim integer NOT NULL,
      claimed_until timestamptz,
      round integer NOT NULL,
      forced boolean NOT NULL,
      attempts integer NOT NULL,
      next_attempt_at timestamptz,
      taken_at timestamptz,
      screened_at timestamptz,
      ended_at timestamptz,
      result text,
      reason_code text,
      reason text,
      CONSTRAINT records_pk PRIMARY KEY (key),
      CONSTRAINT records_status_known
        CHECK (status IN ('new', 'taken', 'screened', 'written-back', 'failed', 'too-old', 'elsewhere')),
      CONSTRAINT records_ended CHECK ((status IN ('new', 'taken', 'screened')) = (ended_at IS NULL)),
      CONSTRAINT records_due_until_ended CHECK ((ended_at IS NULL) = (next_attempt_at IS NOT NULL)),
      CONSTRAINT records_written_with_result CHECK (status NOT IN ('screened', 'written-back') OR result IS NOT NULL)
    );
    CREATE INDEX records_due ON transfers.records (next_attempt_at) WHERE ended_at IS NULL;
    CREATE INDEX records_by_time ON transfers.records (noted_at, key);
    CREATE INDEX records_by_status ON transfers.records (status, noted_at, key);

    CREATE TABLE transfers.answers (
      key text NOT NULL,
      round integer NOT NULL,
      number smallint NOT NULL,
      audio_url text NOT NULL,
      asked_at timestamptz NOT NULL,
      took_ms integer NOT NULL,
      score smallint,
      answer json NOT NULL,
      CONSTRAINT answers_pk PRIMARY KEY (key, round, number),
      CONSTRAINT answers_of_record FOREIGN KEY (key) REFERENCES transfers.records (key),
      CONSTRAINT answers_score_in_range CHECK (score BETWEEN 5 AND 95)
    );

    CREATE TABLE transfers.rejections (
      branch text NOT NULL,
      fingerprint bytea NOT NULL,
      reason_code text NOT NULL,
      reason text NOT NULL,
      content text NOT NULL,
      rejected_at timestamptz NOT NULL,
      CONSTRAINT rejections_pk PRIMARY KEY (branch, fingerprint)
    );
  `;
}
