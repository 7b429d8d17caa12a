import { ForwardMigration } from '@plaza/platform';

/**
 * A seal closes a stretch of the log: it has the digest of every row, and of the seal before. A digest cannot be compressed, so
 * PostgreSQL is told not to try. By the instants of its rows a seal also tells which ids were given when.
 */
const seals = `
  CREATE TABLE audit.seals (
    number bigint NOT NULL,
    from_id bigint NOT NULL,
    to_id bigint NOT NULL,
    month date NOT NULL,
    first_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL,
    row_ids bigint[] NOT NULL,
    row_digests bytea NOT NULL,
    sealed_at timestamptz NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT seals_pk PRIMARY KEY (number),
    CONSTRAINT seals_from_id_unique UNIQUE (from_id),
    CONSTRAINT seals_hash_unique UNIQUE (hash),
    CONSTRAINT seals_stretch_not_empty CHECK (from_id <= to_id AND cardinality(row_ids) > 0)
  );
  ALTER TABLE audit.seals ALTER row_digests SET STORAGE EXTERNAL;
  CREATE INDEX seals_by_first_at ON audit.seals (first_at);
  CREATE INDEX seals_by_last_at ON audit.seals (last_at);
  CREATE INDEX seals_by_time ON audit.seals (sealed_at);
`;

/** Only what is sealed is taken out, and stays beside the log; nobody waits long for it. */
const pastMonths = `
  CREATE FUNCTION audit.take_out_months(before timestamptz) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s'
    AS $$
    DECLARE
      month date;
      part text;
      is_open boolean;
      taken integer := 0;
    BEGIN
      PERFORM pg_advisory_xact_lock(7526770);
      FOR month IN SELECT * FROM audit.months() LOOP
        EXIT WHEN audit.begin_of((month + interval '1 month')::date) > least(before, now() - interval '12 months');
        part := 'log_' || to_char(month, 'YYYY_MM');
        EXECUTE format('SELECT EXISTS (SELECT FROM audit.%I WHERE id > (SELECT coalesce(max(to_id), 0) FROM audit.seals))', part)
          INTO is_open;
        EXIT WHEN is_open;
        EXECUTE format('ALTER TABLE audit.log DETACH PARTITION audit.%I', part);
        taken := taken + 1;
      END LOOP;
      RETURN taken;
    END $$;
`;

export class Seals1763600000071 extends ForwardMigration {
  protected readonly sql = seals + pastMonths;
}
