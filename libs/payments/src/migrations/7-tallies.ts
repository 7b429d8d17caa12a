import { ForwardMigration } from '@plaza/platform';

/**
 * How many messages of each partition have each outcome, kept by the database itself for whatever statement changes the log, in
 * that statement's transaction. Only rows are added, so that no two transactions wait for each other; the sum counts, and a job
 * folds many rows into few.
 */
export class Tallies1764300000341 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE payments.tallies (
      position bigint GENERATED ALWAYS AS IDENTITY,
      topic text NOT NULL,
      partition integer NOT NULL,
      outcome text NOT NULL,
      messages bigint NOT NULL,
      CONSTRAINT tallies_pk PRIMARY KEY (position)
    );

    INSERT INTO payments.tallies (topic, partition, outcome, messages)
    SELECT topic, partition, outcome, count(*) FROM payments.messages GROUP BY topic, partition, outcome;

    CREATE FUNCTION payments.tally_received() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO payments.tallies (topic, partition, outcome, messages)
        SELECT topic, partition, outcome, count(*) FROM received GROUP BY topic, partition, outcome;
        RETURN NULL;
      END
    $$;
    CREATE FUNCTION payments.tally_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO payments.tallies (topic, partition, outcome, messages)
        SELECT topic, partition, outcome, sum(change)
        FROM (SELECT topic, partition, outcome, -1 AS change FROM before
              UNION ALL SELECT topic, partition, outcome, 1 FROM after) AS changes
        GROUP BY topic, partition, outcome HAVING sum(change) <> 0;
        RETURN NULL;
      END
    $$;
    CREATE FUNCTION payments.tally_removed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO payments.tallies (topic, partition, outcome, messages)
        SELECT topic, partition, outcome, -count(*) FROM removed GROUP BY topic, partition, outcome;
        RETURN NULL;
      END
    $$;

    CREATE TRIGGER messages_tally_received AFTER INSERT ON payments.messages
      REFERENCING NEW TABLE AS received FOR EACH STATEMENT EXECUTE FUNCTION payments.tally_received();
    CREATE TRIGGER messages_tally_changed AFTER UPDATE ON payments.messages
      REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION payments.tally_changed();
    CREATE TRIGGER messages_tally_removed AFTER DELETE ON payments.messages
      REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION payments.tally_removed();
  `;
}
