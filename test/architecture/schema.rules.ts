/**
 * What holds for every table of every context, as questions to PostgreSQL's own catalogue: each selects what offends against
 * the rule, as `found`. Beside each stands a piece of SQL that breaks the rule, so that it is seen to find something.
 */

export interface SchemaRule {
  rule: string;
  /** Selects one column `found`; no rows when the rule holds. */
  question: string;
  breaking: string;
  found: string[];
}

const tables = `
  SELECT c.oid, n.nspname AS schema, c.relname AS name, n.nspname || '.' || c.relname AS full_name
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p')
    AND NOT c.relispartition
    AND n.nspname NOT IN ('pg_catalog', 'information_schema')
    AND n.nspname !~ '^pg_(toast|temp)'`;

const columns = `
  SELECT t.full_name || '.' || a.attname AS full_name, format_type(a.atttypid, NULL) AS type
  FROM (${tables}) t
  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped`;

/** The migrations' own history is TypeORM's table and named by it. */
const namedByUs = `
  SELECT t.full_name, t.name AS table_name, named.name
  FROM (${tables}) t
  CROSS JOIN LATERAL (
    SELECT conname AS name FROM pg_constraint WHERE conrelid = t.oid AND contype NOT IN ('n', 't')
    UNION
    SELECT i.relname FROM pg_index JOIN pg_class i ON i.oid = indexrelid WHERE indrelid = t.oid
  ) named
  WHERE t.name <> 'migrations'`;

export const schemaRules: SchemaRule[] = [
  {
    rule: 'no foreign key crosses a schema',
    question: `
      SELECT conname AS found
      FROM pg_constraint k
      JOIN pg_class own ON own.oid = k.conrelid
      JOIN pg_class other ON other.oid = k.confrelid
      WHERE k.contype = 'f' AND own.relnamespace <> other.relnamespace`,
    breaking: `
      CREATE SCHEMA one;
      CREATE SCHEMA two;
      CREATE TABLE one.parents (id uuid CONSTRAINT parents_pk PRIMARY KEY);
      CREATE TABLE two.children (
        id uuid CONSTRAINT children_pk PRIMARY KEY,
        parent_id uuid CONSTRAINT children_parent_fk REFERENCES one.parents (id)
      )`,
    found: ['children_parent_fk'],
  },
  {
    rule: 'every table has a primary key',
    question: `
      SELECT full_name AS found
      FROM (${tables}) t
      WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = t.oid AND contype = 'p')`,
    breaking: 'CREATE TABLE orders.notes (id uuid NOT NULL)',
    found: ['orders.notes'],
  },
  {
    rule: 'every table belongs to a context',
    question: `SELECT full_name AS found FROM (${tables}) t WHERE schema = 'public'`,
    breaking: 'CREATE TABLE public.notes (id uuid CONSTRAINT notes_pk PRIMARY KEY)',
    found: ['public.notes'],
  },
  {
    rule: 'every instant knows its zone',
    question: `SELECT full_name AS found FROM (${columns}) c WHERE type ~ '^time(stamp)? without time zone'`,
    breaking:
      'ALTER TABLE orders.orders ADD seen_at timestamp, ADD seen_often_at timestamp(3)[], ADD fine_at timestamptz',
    found: ['orders.orders.seen_at', 'orders.orders.seen_often_at'],
  },
  {
    rule: 'no number is kept inexactly',
    question: `
      SELECT full_name AS found FROM (${columns}) c WHERE type ~ '^(real|double precision|money)'`,
    breaking:
      'ALTER TABLE orders.orders ADD tip real, ADD tax double precision, ADD fee money, ADD rate numeric',
    found: ['orders.orders.tip', 'orders.orders.tax', 'orders.orders.fee'],
  },
  {
    rule: 'constraints and indexes are named by their table and meaning',
    // PostgreSQL's own names end in what kind of thing it is, TypeORM's in a hash.
    question: `
      SELECT name AS found
      FROM (${namedByUs}) named
      WHERE left(name, length(table_name) + 1) <> table_name || '_'
        OR name !~ '^[a-z][a-z0-9_]*$'
        OR name ~ '_(pkey|fkey|key|check|excl|idx)[0-9]*$'
        OR name ~ '_[0-9a-f]{16,}$'`,
    breaking: `
      CREATE TABLE orders.notes (
        id uuid PRIMARY KEY,
        number integer UNIQUE,
        order_id uuid REFERENCES orders.orders (id),
        length integer CHECK (length > 0),
        width integer CONSTRAINT positive_width CHECK (width > 0),
        height integer CONSTRAINT notes_height_positive CHECK (height > 0),
        depth integer CONSTRAINT "CHK_4f9a8d3c2b1e0f7a6d5c4b3a2918" CHECK (depth > 0)
      );
      CREATE INDEX ON orders.notes (order_id);
      CREATE INDEX "IDX_f8e7d6c5b4a392817161514131" ON orders.notes (length)`,
    found: [
      'notes_pkey',
      'notes_number_key',
      'notes_order_id_fkey',
      'notes_length_check',
      'positive_width',
      'CHK_4f9a8d3c2b1e0f7a6d5c4b3a2918',
      'notes_order_id_idx',
      'IDX_f8e7d6c5b4a392817161514131',
    ],
  },
  {
    rule: 'every foreign key has an index that begins with it',
    question: `
      SELECT conname AS found
      FROM pg_constraint k
      WHERE k.contype = 'f' AND k.conparentid = 0 AND NOT EXISTS (
        SELECT FROM pg_index i
        WHERE i.indrelid = k.conrelid AND i.indisvalid AND i.indpred IS NULL
          AND (i.indkey::smallint[])[0 : cardinality(k.conkey) - 1] @> k.conkey
      )`,
    breaking: `
      CREATE TABLE orders.notes (
        id uuid CONSTRAINT notes_pk PRIMARY KEY,
        order_id uuid CONSTRAINT notes_order_fk REFERENCES orders.orders (id),
        line_order_id uuid,
        line_no integer,
        CONSTRAINT notes_line_fk FOREIGN KEY (line_order_id, line_no) REFERENCES orders.order_lines (order_id, line_no)
      );
      CREATE INDEX notes_by_number_and_order ON orders.notes (id, order_id);
      CREATE INDEX notes_some ON orders.notes (order_id) WHERE line_no > 1;
      CREATE INDEX notes_by_line ON orders.notes (line_no, line_order_id)`,
    found: ['notes_order_fk'],
  },
];
