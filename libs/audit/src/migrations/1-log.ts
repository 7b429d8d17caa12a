import { ForwardMigration } from '@plaza/platform';

/**
 * One row for every row that was changed, and for every table that was read on behalf of somebody. Every order writes ten of them
 * or so, which is why they are narrow, why what is looked for is found by its hash, and why what happens all the time is not
 * listed: the changes of a table that is changed with every order are found by reading the log itself. Values are kept as the text
 * that they were written as, since that is what a seal is made over.
 */
const log = `
  CREATE TABLE audit.log (
    id bigint GENERATED ALWAYS AS IDENTITY,
    at timestamptz NOT NULL,
    transaction_id xid8 NOT NULL,
    table_no smallint NOT NULL,
    action "char" NOT NULL,
    listed boolean NOT NULL,
    row_id text COLLATE "C",
    actor_kind text COLLATE "C",
    actor_id text COLLATE "C",
    request_id text COLLATE "C",
    old_values text COLLATE "C",
    new_values text COLLATE "C",
    statement_id uuid,
    parameters text COLLATE "C",
    row_count integer,
    CONSTRAINT log_pk PRIMARY KEY (id, at)
  ) PARTITION BY RANGE (at);
  CREATE INDEX log_by_row ON audit.log (hashtextextended(row_id, 0), id) WHERE row_id IS NOT NULL;
  CREATE INDEX log_by_actor ON audit.log (hashtextextended(actor_id, 0), id) WHERE actor_id IS NOT NULL;
  CREATE INDEX log_listed ON audit.log (table_no, action, id) WHERE listed;
`;

/** What is read is said again and again, so each text is kept once, under its own digest. */
const statements = `
  CREATE TABLE audit.statements (
    id uuid NOT NULL,
    text text COLLATE "C" NOT NULL,
    CONSTRAINT statements_pk PRIMARY KEY (id)
  );

  CREATE FUNCTION audit.statement_id(text text) RETURNS uuid
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
    AS $$ SELECT encode(substr(sha256(convert_to(text, 'UTF8')), 1, 16), 'hex')::uuid $$;

  -- The application may tell what was read, and nothing of what was changed.
  CREATE FUNCTION audit.record_reads(statements text[], reads jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    BEGIN
      -- A seal waits for whoever has drawn ids by their transaction's number, so that comes first.
      PERFORM pg_current_xact_id();
      INSERT INTO audit.statements (id, text)
      SELECT audit.statement_id(statement), statement FROM unnest(statements) AS statement
      ON CONFLICT ON CONSTRAINT statements_pk DO NOTHING;
      INSERT INTO audit.log (at, transaction_id, table_no, action, listed, actor_kind, actor_id, request_id, statement_id,
                             parameters, row_count)
      SELECT clock_timestamp() - make_interval(secs => read.ago_ms / 1000), pg_current_xact_id(), read.table_no, 'S', true,
             read.actor_kind, read.actor_id, read.request_id, audit.statement_id(statements[read.statement]),
             read.parameters, read.row_count
      FROM jsonb_to_recordset(reads) AS read (ago_ms double precision, table_no smallint, actor_kind text, actor_id text,
        request_id text, statement integer, parameters text, row_count integer);
    END $$;
`;

/**
 * How the tables of all contexts are kept, as their declarations said when they were last brought up to date. The log knows a table
 * by its number, which no other one gets.
 */
const tables = `
  CREATE TABLE audit.tables (
    number smallint GENERATED ALWAYS AS IDENTITY,
    schema_name text COLLATE "C" NOT NULL,
    table_name text COLLATE "C" NOT NULL,
    reason text,
    often boolean NOT NULL,
    key_columns text[] NOT NULL,
    masked_columns text[] NOT NULL,
    plain_columns text[] NOT NULL,
    CONSTRAINT tables_pk PRIMARY KEY (number),
    CONSTRAINT tables_name_unique UNIQUE (schema_name, table_name)
  );
`;

/**
 * A table for every month, made ahead and taken out when it is past its time. The application's role can own nothing, so these run
 * with the rights of their owner, and within limits: what a year has not passed over stays.
 */
const months = `
  CREATE FUNCTION audit.month_of(at timestamptz) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
    AS $$ SELECT date_trunc('month', at AT TIME ZONE 'UTC')::date $$;

  CREATE FUNCTION audit.begin_of(month date) RETURNS timestamptz
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
    AS $$ SELECT month::timestamp AT TIME ZONE 'UTC' $$;

  -- The months that are part of the log.
  CREATE FUNCTION audit.months() RETURNS SETOF date
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
    AS $$
      SELECT to_date(part.relname, '"log_"YYYY_MM') FROM pg_inherits
      JOIN pg_class part ON part.oid = inhrelid
      WHERE inhparent = 'audit.log'::regclass ORDER BY 1
    $$;

  CREATE FUNCTION audit.make_months(until timestamptz) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    DECLARE
      month date := audit.month_of(now());
      last date := audit.month_of(least(until, now() + interval '24 months'));
      part text;
      made integer := 0;
    BEGIN
      PERFORM pg_advisory_xact_lock(7526770);
      WHILE month <= last LOOP
        part := 'log_' || to_char(month, 'YYYY_MM');
        IF to_regclass('audit.' || part) IS NULL THEN
          -- Made apart and then joined, for which nobody who writes has to wait.
          EXECUTE format('CREATE TABLE audit.%I (LIKE audit.log INCLUDING CONSTRAINTS)', part);
          EXECUTE format('ALTER TABLE audit.log ATTACH PARTITION audit.%I FOR VALUES FROM (%L) TO (%L)', part,
            audit.begin_of(month), audit.begin_of((month + interval '1 month')::date));
          made := made + 1;
        END IF;
        month := month + interval '1 month';
      END LOOP;
      RETURN made;
    END $$;
  SELECT audit.make_months(now());
`;

export class Log1763600000070 extends ForwardMigration {
  protected readonly sql = log + statements + tables + months;
}
