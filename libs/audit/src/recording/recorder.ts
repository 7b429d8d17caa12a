/**
 * Writes the function by which the database itself keeps every change of a table: called once per statement with all the rows that
 * it changed, it adds them to the log in one go. It is written out for each table, so that it finds no names at run time.
 */
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Declaration, ExistingTable } from './declarations';

export interface RecordedTable extends ExistingTable, Pick<Declaration, 'masked' | 'member' | 'often'> {
  /** By which the log knows it. */
  number: number;
}

export const recordedActions = ['INSERT', 'UPDATE', 'DELETE'] as const;
type RecordedAction = (typeof recordedActions)[number];

export function recorderName({ schema, table }: Pick<RecordedTable, 'schema' | 'table'>): string {
  return `record_${schema}_${table}`;
}

export function triggerName({ table }: Pick<RecordedTable, 'table'>, action: RecordedAction): string {
  return `${table}_recorded_${action.toLowerCase()}`;
}

/** With the rights of its owner, so that nobody else need be able to write the log. */
export function recorderSql(table: RecordedTable): string {
  return `
    CREATE OR REPLACE FUNCTION audit.${escapeIdentifier(recorderName(table))}() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
      AS ${escapeLiteral(recorderBody(table))}`;
}

export function triggerSql(table: RecordedTable, action: RecordedAction): string {
  const rows = {
    INSERT: 'NEW TABLE AS new_rows',
    UPDATE: 'OLD TABLE AS old_rows NEW TABLE AS new_rows',
    DELETE: 'OLD TABLE AS old_rows',
  }[action];
  return `
    CREATE OR REPLACE TRIGGER ${escapeIdentifier(triggerName(table, action))}
      AFTER ${action} ON ${escapeIdentifier(table.schema)}.${escapeIdentifier(table.table)}
      REFERENCING ${rows} FOR EACH STATEMENT
      EXECUTE FUNCTION audit.${escapeIdentifier(recorderName(table))}()`;
}

/** Who it was is told by the transaction, and by its member where the row is of one alone. */
export function recorderBody(table: RecordedTable): string {
  return `
#variable_conflict use_variable
DECLARE
  at timestamptz := clock_timestamp();
  transaction_id xid8 := pg_current_xact_id();
  context jsonb := nullif(current_setting('plaza.context', true), '')::jsonb;
  own jsonb := context -> 'own';
  members jsonb := context -> 'members';
BEGIN
  IF TG_OP = 'INSERT' THEN
    ${insertRows(table, 'INSERT')}
  ELSIF TG_OP = 'UPDATE' THEN
    ${insertRows(table, 'UPDATE')}
  ELSE
    ${insertRows(table, 'DELETE')}
  END IF;
  RETURN NULL;
END `;
}

function insertRows(table: RecordedTable, action: RecordedAction): string {
  // Nothing is taken away all the time.
  const isListed = !table.often || action === 'DELETE';
  const side = action === 'INSERT' ? 'new_row' : 'old_row';
  const who = action === 'UPDATE' ? whoChanged(table) : whoOf(table, side);
  const values = {
    INSERT: ['NULL', whole(table, 'new_row')],
    UPDATE: [changed(table, 'old_row', 'new_row'), changed(table, 'new_row', 'old_row')],
    DELETE: [whole(table, 'old_row'), 'NULL'],
  }[action];
  return `INSERT INTO audit.log (at, transaction_id, table_no, action, listed, row_id, actor_kind, actor_id, request_id,
                           old_values, new_values)
    SELECT at, transaction_id, ${table.number}::smallint, '${action.slice(0, 1)}', ${isListed}, row_id,
           who ->> 0, who ->> 1, who ->> 2, old_values, new_values
    FROM (SELECT ${action === 'UPDATE' ? keyOfChanged(table) : keyOf(table, side)} AS row_id, ${who} AS who,
                 ${values.join(' AS old_values,\n                 ')} AS new_values
          FROM ${rowsOf(table, action)} OFFSET 0) AS changed;`;
}

/** A row keeps its key; one that did not is told as the row that was and the row that is. */
function rowsOf({ key }: RecordedTable, action: RecordedAction): string {
  if (action === 'INSERT') return 'new_rows AS new_row';
  if (action === 'DELETE') return 'old_rows AS old_row';
  const same = key.map(escapeIdentifier).map((column) => `old_row.${column} = new_row.${column}`);
  return `old_rows AS old_row FULL JOIN new_rows AS new_row ON ${same.join(' AND ')}`;
}

/** A key that nobody may read is told by a digest, by which the same row is found again. */
function keyOf({ key, masked }: RecordedTable, side: string): string {
  const text = (column: string) => `${side}.${escapeIdentifier(column)}::text`;
  const parts = key.map((column) =>
    masked.includes(column) ? `encode(sha256(convert_to(${text(column)}, 'UTF8')), 'hex')` : text(column),
  );
  return parts.length === 1 ? parts.join('') : `concat_ws(',', ${parts.join(', ')})`;
}

function keyOfChanged(table: RecordedTable): string {
  const [first = ''] = table.key.map(escapeIdentifier);
  return `CASE WHEN new_row.${first} IS NULL THEN ${keyOf(table, 'old_row')} ELSE ${keyOf(table, 'new_row')} END`;
}

function whoOf({ member }: RecordedTable, side: string): string {
  if (member === null) return 'own';
  return `coalesce(members -> ${side}.${escapeIdentifier(member)}::text, own)`;
}

function whoChanged({ member }: RecordedTable): string {
  if (member === null) return 'own';
  const column = escapeIdentifier(member);
  return `coalesce(members -> new_row.${column}::text, members -> old_row.${column}::text, own)`;
}

/** As JSON; the key is told apart, and what is empty is left out. */
function whole(table: RecordedTable, side: string): string {
  return jsonOf(
    valueColumns(table).map((column) => {
      const value = `${side}.${escapeIdentifier(column)}`;
      return table.masked.includes(column)
        ? `CASE WHEN ${value} IS NOT NULL THEN ${escapeLiteral(`${named(column)}"[masked]"`)} END`
        : `${escapeLiteral(named(column))} || ${asJson(table, column, value)}`;
    }),
  );
}

/** What is not as on the other side; nothing where this side has no row, because its key is another one. */
function changed(table: RecordedTable, side: string, other: string): string {
  const [first = ''] = table.key.map(escapeIdentifier);
  return `CASE WHEN ${side}.${first} IS NOT NULL THEN ${differences(table, side, other)} END`;
}

function differences(table: RecordedTable, side: string, other: string): string {
  return jsonOf(
    valueColumns(table).map((column) => {
      const value = `${side}.${escapeIdentifier(column)}`;
      const before = `${other}.${escapeIdentifier(column)}`;
      const shown = table.masked.includes(column)
        ? `CASE WHEN ${value} IS NULL THEN 'null' ELSE '"[masked]"' END`
        : `coalesce(${asJson(table, column, value)}, 'null')`;
      // PostgreSQL does not compare what is kept as JSON text.
      const cast = table.json.includes(column) ? '::text' : '';
      return `CASE WHEN ${value}${cast} IS DISTINCT FROM ${before}${cast} THEN ${escapeLiteral(named(column))} || ${shown} END`;
    }),
  );
}

/** The text of a value as JSON; where it is known ahead PostgreSQL need not find out, for every row, how to write the type. */
function asJson({ bare, quoted }: RecordedTable, column: string, value: string): string {
  if (bare.includes(column)) return `${value}::text`;
  return quoted.includes(column) ? `'"' || ${value}::text || '"'` : `to_json(${value})::text`;
}

function valueColumns({ columns, key }: RecordedTable): string[] {
  return columns.filter((column) => !key.includes(column));
}

const named = (column: string) => `${JSON.stringify(column)}:`;

function jsonOf(parts: string[]): string {
  return `'{' || concat_ws(',', ${parts.length === 0 ? 'NULL' : parts.join(', ')}) || '}'`;
}
