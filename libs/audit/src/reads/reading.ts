/** What a statement reads, made out from its text: the tables that it names, and whether its parameters may be told. */

/** A table whose reading is kept. */
export interface ReadTable {
  number: number;
  /** With its schema. */
  name: string;
  masked: string[];
}

export interface Reading {
  /** On one line. */
  statement: string;
  /** By which the log knows the tables. */
  tables: number[];
  /** True when it looks for what nobody is to know. */
  hidesParameters: boolean;
}

/** Locking a row is no change; what changes rows is in the log by itself. */
const changesRows =
  /\b(?:INSERT\s+INTO|DELETE\s+FROM|MERGE\s+INTO|UPDATE\s+(?:ONLY\s+)?"?\w+"?\."?\w+"?\s+(?:(?:AS\s+)?\w+\s+)?SET)\b/i;
const qualifiedName = /"?\b([a-z_]\w*)"?\."?([a-z_]\w*)"?/g;
const statementCharactersMax = 4_000;

/** @returns undefined when it reads no such table, or changes rows */
export function readingOf(sql: string, tables: ReadonlyMap<string, ReadTable>): Reading | undefined {
  if (changesRows.test(sql)) return undefined;
  const named = new Set(
    [...sql.matchAll(qualifiedName)].map(([, schema, table]) => `${schema ?? ''}.${table ?? ''}`),
  );
  const read = [...named].flatMap((name) => tables.get(name) ?? []);
  if (read.length === 0) return undefined;
  const masked = new Set(read.flatMap((table) => table.masked));
  return {
    statement: sql.replaceAll(/\s+/g, ' ').trim().slice(0, statementCharactersMax),
    tables: read.map(({ number }) => number),
    hidesParameters: [...masked].some((column) => isCompared(column, sql)),
  };
}

/** What is only selected tells nothing; what is compared, from either side, is looked for by its value. */
function isCompared(column: string, sql: string): boolean {
  const operator = String.raw`(?:[=<>~!@]|\bIN\b|\bLIKE\b|\bANY\b|\bBETWEEN\b)`;
  return new RegExp(
    String.raw`\b${column}\b"?\s*${operator}|${operator}\s*\(?"?(?:\w+"?\."?)?${column}\b`,
    'i',
  ).test(sql);
}
