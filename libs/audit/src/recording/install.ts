/**
 * Sees to it that the database keeps what the contexts declare: the recorders and their triggers are as they must be, and the
 * declarations are where every process can read them. What is so already is left alone, so that nobody has to wait.
 */
import type { ContextSchema } from '@plaza/platform';
import { escapeIdentifier, type Client } from 'pg';
import {
  declarationsOf,
  existingTables,
  faultsOf,
  UndeclaredTables,
  type Declaration,
  type ExistingTable,
} from './declarations';
import { enabledTriggers } from './recorders-check';
import {
  recordedActions,
  recorderBody,
  recorderName,
  recorderSql,
  triggerName,
  triggerSql,
  type RecordedTable,
} from './recorder';

/** How far ahead there is a table for what will be written. */
export const monthsAhead = 3;

/** @throws UndeclaredTables, with everything that is wrong */
export async function installRecorders(owner: Client, schemas: readonly ContextSchema[]): Promise<void> {
  const declarations = declarationsOf(schemas);
  const { rows: existing } = await owner.query<ExistingTable>(existingTables, [
    schemas.map(({ schema }) => schema),
  ]);
  const faults = faultsOf(existing, declarations);
  if (faults.length > 0) throw new UndeclaredTables(faults);
  await owner.query('BEGIN');
  try {
    await keepRecorders(owner, await keepDeclarations(owner, existing, declarations));
    await owner.query(`SELECT audit.make_months(now() + make_interval(months => $1))`, [monthsAhead]);
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}

/** A table keeps its number for ever, as the log does what is said of it. */
async function keepDeclarations(
  owner: Client,
  existing: readonly ExistingTable[],
  declarations: readonly Declaration[],
): Promise<RecordedTable[]> {
  const tables = declarations.flatMap((declaration) => {
    const found = existing.find(
      ({ schema, table }) => schema === declaration.schema && table === declaration.table,
    );
    return found ? [{ ...found, ...declaration }] : [];
  });
  const { rows: kept } = await owner.query<Pick<RecordedTable, 'schema' | 'table' | 'number'>>(
    `INSERT INTO audit.tables (schema_name, table_name, reason, often, key_columns, masked_columns, plain_columns)
     SELECT schema, "table", reason, often, key, masked, plain
     FROM jsonb_to_recordset($1) AS declared
       (schema text, "table" text, reason text, often boolean, key text[], masked text[], plain text[])
     ON CONFLICT ON CONSTRAINT tables_name_unique DO UPDATE
     SET reason = excluded.reason, often = tables.often OR excluded.often, key_columns = excluded.key_columns,
         masked_columns = excluded.masked_columns, plain_columns = excluded.plain_columns
     RETURNING schema_name AS schema, table_name AS "table", number`,
    [JSON.stringify(tables)],
  );
  return tables.flatMap((table) => {
    const number = kept.find((one) => one.schema === table.schema && one.table === table.table)?.number;
    return table.reason === null && number !== undefined ? [{ ...table, number }] : [];
  });
}

async function keepRecorders(owner: Client, tables: readonly RecordedTable[]): Promise<void> {
  const { rows: functions } = await owner.query<{ name: string; body: string }>(
    `SELECT proname AS name, prosrc AS body FROM pg_proc
     WHERE pronamespace = 'audit'::regnamespace AND prorettype = 'trigger'::regtype AND proname ^@ 'record_'`,
  );
  const bodies = new Map(functions.map(({ name, body }) => [name, body]));
  const { rows: enabled } = await owner.query<{ name: string }>(enabledTriggers);
  const triggers = new Set(enabled.map(({ name }) => name));
  const wanted = new Set(tables.map(recorderName));
  for (const name of bodies.keys()) {
    if (!wanted.has(name)) await owner.query(`DROP FUNCTION audit.${escapeIdentifier(name)} CASCADE`);
  }
  for (const table of tables) {
    if (bodies.get(recorderName(table)) !== recorderBody(table)) await owner.query(recorderSql(table));
    for (const action of recordedActions) {
      const name = `${table.schema}.${triggerName(table, action)}`;
      if (!triggers.has(name)) await owner.query(triggerSql(table, action));
    }
  }
}
