/**
 * What a version of Plaza relies on in the database, as PostgreSQL's catalogue tells it, and what a later schema takes away from it.
 * While a new version is rolled out both work on one database, migrated by the newer one.
 */
import type { Client } from 'pg';

interface Column {
  type: string;
  /** It must be given a value by whoever writes a row. */
  isDemanded: boolean;
}

interface Constraint {
  kind: 'check' | 'foreign key' | 'primary key' | 'unique' | 'exclude';
  definition: string;
  columns: string[];
}

export interface Schema {
  /** By `schema.table`, then by name. */
  columns: Record<string, Record<string, Column>>;
  constraints: Record<string, Record<string, Constraint>>;
  /** With their arguments; what they return. */
  functions: Record<string, string>;
}

const ours = `nspname !~ '^(pg_|information_schema$|public$)'`;

const columnsQuestion = `
  SELECT n.nspname || '.' || c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
         a.attnotnull AND NOT a.atthasdef AND a.attidentity = '' AS "isDemanded"
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition AND ${ours} AND c.relname <> 'migrations'
  ORDER BY 1, a.attname`;

const constraintsQuestion = `
  SELECT n.nspname || '.' || c.relname AS table, conname AS name, pg_get_constraintdef(k.oid) AS definition,
         CASE contype WHEN 'c' THEN 'check' WHEN 'f' THEN 'foreign key' WHEN 'p' THEN 'primary key'
                      WHEN 'u' THEN 'unique' ELSE 'exclude' END AS kind,
         coalesce((SELECT array_agg(attname::text ORDER BY attname) FROM pg_attribute
                   WHERE attrelid = conrelid AND attnum = ANY (conkey)), '{}') AS columns
  FROM pg_constraint k JOIN pg_class c ON c.oid = conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE contype IN ('c', 'f', 'p', 'u', 'x') AND NOT c.relispartition AND ${ours} AND c.relname <> 'migrations'
  ORDER BY 1, 2`;

const functionsQuestion = `
  SELECT p.oid::regprocedure::text AS name, pg_get_function_result(p.oid) AS result
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${ours} AND p.prokind = 'f'
  ORDER BY 1`;

export async function readSchema(client: Client): Promise<Schema> {
  const { rows: columns } = await client.query<Column & { table: string; name: string }>(columnsQuestion);
  const { rows: constraints } = await client.query<Constraint & { table: string; name: string }>(
    constraintsQuestion,
  );
  const { rows: functions } = await client.query<{ name: string; result: string }>(functionsQuestion);
  return {
    columns: byTable(columns),
    constraints: byTable(constraints),
    functions: Object.fromEntries(functions.map(({ name, result }) => [name, result])),
  };
}

function byTable<Row extends { table: string; name: string }>(
  rows: readonly Row[],
): Record<string, Record<string, Omit<Row, 'table' | 'name'>>> {
  const tables: Record<string, Record<string, Omit<Row, 'table' | 'name'>>> = {};
  for (const { table, name, ...rest } of rows) (tables[table] ??= {})[name] = rest;
  return tables;
}

/** What the released version did and can do no more on the later schema, in words. */
export function contractions(released: Schema, later: Schema): string[] {
  return [
    ...Object.entries(released.columns).flatMap(([table, columns]) =>
      columnFaults(table, columns, later.columns[table]),
    ),
    ...Object.entries(released.columns).flatMap(([table, columns]) =>
      constraintFaults(table, columns, released.constraints[table] ?? {}, later.constraints[table] ?? {}),
    ),
    ...Object.entries(released.functions).flatMap(([name, result]) =>
      later.functions[name] === result ? [] : [`function ${name} is gone or returns something else`],
    ),
  ];
}

function columnFaults(
  table: string,
  released: Record<string, Column>,
  later: Record<string, Column> | undefined,
): string[] {
  if (!later) return [`${table} is gone`];
  const taken = Object.entries(released).flatMap(([name, column]) => {
    const now = later[name];
    if (!now) return [`${table}.${name} is gone`];
    if (now.type !== column.type) return [`${table}.${name} was ${column.type} and is ${now.type}`];
    return now.isDemanded && !column.isDemanded ? [`${table}.${name} must have a value now`] : [];
  });
  const demanded = Object.entries(later).flatMap(([name, { isDemanded }]) =>
    isDemanded && !(name in released) ? [`${table}.${name} is new and must have a value`] : [],
  );
  return [...taken, ...demanded];
}

/** Statements name constraints, so they stay; and new ones may refuse what was written so far, unless they are about new columns. */
function constraintFaults(
  table: string,
  columns: Record<string, Column>,
  released: Record<string, Constraint>,
  later: Record<string, Constraint>,
): string[] {
  const isNamed = ({ kind }: Constraint) => kind === 'primary key' || kind === 'unique';
  const gone = Object.entries(released).flatMap(([name, constraint]) =>
    isNamed(constraint) && !(name in later) ? [`${table}: ${name} is gone`] : [],
  );
  const stricter = Object.entries(later).flatMap(([name, { definition, columns: about }]) => {
    if (released[name]?.definition === definition) return [];
    const isAboutReleased = about.length === 0 || about.some((column) => column in columns);
    return isAboutReleased ? [`${table}: ${name} is new or says something else`] : [];
  });
  return [...gone, ...stricter];
}
