/** What contexts declare about their tables, compared with the tables that there are: nothing is left out by forgetting it. */
import type { ContextSchema } from '@plaza/platform';

/** How one table is kept. */
export interface Declaration {
  schema: string;
  table: string;
  /** Null where the log keeps it. */
  reason: string | null;
  masked: string[];
  plain: string[];
  member: string | null;
  often: boolean;
}

/** A table as it is. */
export interface ExistingTable {
  schema: string;
  table: string;
  /** Without those that follow from others. */
  columns: string[];
  /** Those of type `json`. */
  json: string[];
  /** Those of which the text is JSON as it is: whole numbers, yes and no. */
  bare: string[];
  /** Those of which the text is JSON between quotation marks: UUIDs. */
  quoted: string[];
  key: string[];
}

/** One word of a column's name tells that it may hold what nobody is to read. */
const sensitive =
  /(?:^|_)(?:password|secret|token|hash|hashed|card|cvv|pin|key|sealed|fingerprint|signature|credential|salt)s?(?:_|$)/;

export class UndeclaredTables extends Error {
  constructor(readonly faults: string[]) {
    super(
      `What is audited is not declared as it must be:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
  }
}

/** All tables but partitions, which belong to their whole, and the migrations' own history. */
export const existingTables = `
  SELECT schema.nspname AS schema, relation.relname AS table,
         own.columns, coalesce(own.json, '{}') AS json, coalesce(own.bare, '{}') AS bare,
         coalesce(own.quoted, '{}') AS quoted,
         coalesce((SELECT array_agg(attname::text ORDER BY place)
           FROM pg_constraint CROSS JOIN unnest(conkey) WITH ORDINALITY AS part (number, place)
           JOIN pg_attribute ON attrelid = conrelid AND attnum = number
           WHERE conrelid = relation.oid AND contype = 'p'), '{}') AS key
  FROM pg_class relation JOIN pg_namespace schema ON schema.oid = relation.relnamespace
  CROSS JOIN LATERAL (
    SELECT array_agg(attname::text ORDER BY attnum) AS columns,
           array_agg(attname::text ORDER BY attnum) FILTER (WHERE atttypid = 'json'::regtype) AS json,
           array_agg(attname::text ORDER BY attnum) FILTER
             (WHERE atttypid IN ('smallint'::regtype, 'integer'::regtype, 'bigint'::regtype, 'boolean'::regtype)) AS bare,
           array_agg(attname::text ORDER BY attnum) FILTER (WHERE atttypid = 'uuid'::regtype) AS quoted
    FROM pg_attribute
    WHERE attrelid = relation.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
  ) AS own
  WHERE relation.relkind IN ('r', 'p') AND NOT relation.relispartition AND relation.relname <> 'migrations'
    AND schema.nspname = ANY ($1)
  ORDER BY 1, 2`;

export function declarationsOf(schemas: readonly ContextSchema[]): Declaration[] {
  return schemas.flatMap(({ schema, audited = {}, notAudited = {} }) => [
    ...Object.entries(audited).map(([table, { masked = [], plain = [], member = null, often = false }]) => {
      return { schema, table, reason: null, masked, plain, member, often };
    }),
    ...Object.entries(notAudited).map(([table, reason]) => {
      return { schema, table, reason, masked: [], plain: [], member: null, often: false };
    }),
  ]);
}

/** @returns what is wrong, in words; nothing when all is declared */
export function faultsOf(existing: readonly ExistingTable[], declarations: readonly Declaration[]): string[] {
  const nameOf = ({ schema, table }: { schema: string; table: string }) => `${schema}.${table}`;
  const tables = new Map(existing.map((table) => [nameOf(table), table]));
  const declared = new Set(declarations.map(nameOf));
  const twice = declarations.map(nameOf).filter((name, at, all) => all.indexOf(name) !== at);
  return [
    ...[...tables.keys()]
      .filter((name) => !declared.has(name))
      .map((name) => `${name} is neither audited nor left out for a reason`),
    ...twice.map((name) => `${name} is both audited and left out`),
    ...declarations.flatMap((declaration) => {
      const name = nameOf(declaration);
      const table = tables.get(name);
      return table
        ? faultsOfTable(name, table, declaration)
        : [`${name} is declared, and there is no such table`];
    }),
  ];
}

function faultsOfTable(name: string, { columns, key }: ExistingTable, declaration: Declaration): string[] {
  const { reason, masked, plain, member } = declaration;
  if (reason !== null) return [];
  const named = [...masked, ...plain, ...(member === null ? [] : [member])];
  const settled = new Set([...masked, ...plain]);
  return [
    ...(key.length === 0 ? [`${name} is audited and has no primary key`] : []),
    ...named
      .filter((column) => !columns.includes(column))
      .map((column) => `${name}.${column} is declared, and there is no such column`),
    ...columns
      .filter((column) => sensitive.test(column) && !settled.has(column))
      .map(
        (column) => `${name}.${column} sounds like something to be masked, and is neither masked nor plain`,
      ),
  ];
}
