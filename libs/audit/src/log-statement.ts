/**
 * The statement that reads a page of the log. The rows are found by the narrowest index that there is for what is sought; what
 * else is told of them is looked up for the page alone.
 */
import { Conditions } from '@plaza/platform';

export const auditActions = ['INSERT', 'UPDATE', 'DELETE', 'SELECT'] as const;
export type AuditAction = (typeof auditActions)[number];

export interface LoggedTable {
  number: number;
  schema: string;
  table: string;
  /** Changed so often that its changes may not be listed. */
  often: boolean;
}

export interface Sought {
  rowId?: string;
  action?: AuditAction;
  actor?: string;
  from?: Date;
  to?: Date;
  /** The id of an entry; only older ones are wanted. */
  before?: string | undefined;
}

export interface LogRow {
  id: number;
  at: Date;
  action: AuditAction;
  tableNo: number;
  rowId: string | null;
  actorKind: string | null;
  actorId: string | null;
  requestId: string | null;
  transactionId: string;
  oldValues: string | null;
  newValues: string | null;
  statement: string | null;
  parameters: string | null;
  rows: number | null;
}

const told = `
  log.id::float8 AS id, log.at, log.table_no AS "tableNo", log.row_id AS "rowId", log.actor_kind AS "actorKind",
  log.actor_id AS "actorId", log.request_id AS "requestId", log.transaction_id::text AS "transactionId",
  CASE log.action WHEN 'I' THEN 'INSERT' WHEN 'U' THEN 'UPDATE' WHEN 'D' THEN 'DELETE' ELSE 'SELECT' END AS action,
  log.old_values AS "oldValues", log.new_values AS "newValues", statement.text AS statement, log.parameters,
  log.row_count AS rows`;

/**
 * Seals tell which ids were given when. An id is drawn within the half minute that a statement may take, so what is sealed a minute
 * before an instant has only smaller ids than what was written then.
 */
const afterTheSealsBefore = `id > coalesce((SELECT to_id FROM audit.seals
  WHERE last_at < ?::timestamptz - interval '1 minute' ORDER BY last_at DESC LIMIT 1), 0)`;
const beforeTheSealsAfter = `id < coalesce((SELECT from_id FROM audit.seals
  WHERE first_at > ?::timestamptz + interval '1 minute' ORDER BY first_at LIMIT 1), 9223372036854775807)`;

/** @param tables those that are sought; `areAll` tells that these are all there are */
export function logStatement(
  { rowId, action, actor, from, to, before }: Sought,
  tables: readonly LoggedTable[],
  { areAll, limit }: { areAll: boolean; limit: number },
): { sql: string; parameters: unknown[] } {
  const conditions = new Conditions(limit)
    .add('id < ?::bigint', before)
    .add('at >= ?::timestamptz', from)
    .add(afterTheSealsBefore, from)
    .add('at < ?::timestamptz', to)
    .add(beforeTheSealsAfter, to);
  const isOfOne = rowId !== undefined || actor !== undefined;
  const found =
    isOfOne || (areAll && action === undefined)
      ? newest(
          conditions
            .add('hashtextextended(row_id, 0) = hashtextextended(?, 0)', rowId)
            .add('row_id = ?', rowId)
            .add('hashtextextended(actor_id, 0) = hashtextextended(?, 0)', actor)
            .add('actor_id = ?', actor)
            .add('table_no = ANY (?::smallint[])', areAll ? undefined : numbersOf(tables))
            .add('action = ?::"char"', action?.slice(0, 1)),
        )
      : newestOfTables(conditions, tables, action === undefined ? auditActions : [action]);
  return {
    sql: `SELECT ${told}
      FROM (${found}) AS log
      LEFT JOIN audit.statements statement ON statement.id = log.statement_id
      ORDER BY log.id DESC`,
    parameters: conditions.parameters,
  };
}

function newest({ where }: Conditions): string {
  return `SELECT * FROM audit.log ${where} ORDER BY id DESC LIMIT $1`;
}

/** Those that are listed, table by table and action by action; what happens all the time is met everywhere in the log. */
function newestOfTables(
  { where, parameters }: Conditions,
  tables: readonly LoggedTable[],
  actions: readonly AuditAction[],
): string {
  const given = (value: unknown) => `$${parameters.push(value)}`;
  const alsoWhere = where === '' ? 'WHERE' : `${where} AND`;
  const letters = given(actions.map((action) => action.slice(0, 1)));
  const listed = `
    SELECT newest.*
    FROM unnest(${given(numbersOf(tables))}::smallint[]) AS wanted (table_no)
    CROSS JOIN unnest(${letters}::text[]::"char"[]) AS kind (action)
    CROSS JOIN LATERAL (
      SELECT * FROM audit.log
      ${alsoWhere} listed AND table_no = wanted.table_no AND action = kind.action
      ORDER BY id DESC LIMIT $1
    ) AS newest`;
  // Whatever was read is listed.
  const areChanges = actions.some((action) => action !== 'SELECT');
  const often = tables.filter((table) => table.often && areChanges);
  if (often.length === 0) return `${listed} ORDER BY id DESC LIMIT $1`;
  return `${listed}
    UNION ALL (
      SELECT * FROM audit.log
      ${alsoWhere} NOT listed AND table_no = ANY (${given(numbersOf(often))}::smallint[])
        AND action = ANY (${letters}::text[]::"char"[])
      ORDER BY id DESC LIMIT $1
    )
    ORDER BY id DESC LIMIT $1`;
}

function numbersOf(tables: readonly LoggedTable[]): number[] {
  return tables.map(({ number }) => number);
}
