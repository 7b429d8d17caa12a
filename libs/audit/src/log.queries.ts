/** What the log tells: the newest first, from where an earlier page ended. */
import { Injectable } from '@nestjs/common';
import {
  Conditions,
  cursorOf,
  Database,
  pageOf,
  partsOfCursor,
  type Page,
  type PageWish,
} from '@plaza/platform';
import { tableUnknown } from './audit.errors';
import { logStatement, type AuditAction, type LoggedTable, type LogRow } from './log-statement';

export interface LogEntry {
  id: number;
  at: Date;
  action: AuditAction;
  schema: string;
  table: string;
  /** The primary key, its parts with commas between them; null for what was read. */
  rowId: string | null;
  /** Null where the database does not know who it was: somebody worked on it without Plaza. */
  actor: { kind: string; id: string } | null;
  requestId: string | null;
  /** The same for all that was committed together. */
  transactionId: string;
  /** Of a change, the columns that it changed, as they were. */
  old: Record<string, unknown> | null;
  new: Record<string, unknown> | null;
  /** What was asked, where something was read. */
  query: { statement: string; parameters: unknown[] } | null;
  /** How many rows that found. */
  rows: number | null;
}

export interface RowAddress {
  schema: string;
  table: string;
  rowId: string;
}

export interface LogFilter extends PageWish {
  schema?: string;
  table?: string;
  rowId?: string;
  action?: AuditAction;
  /** The id of who it was. */
  actor?: string;
  from?: Date;
  to?: Date;
}

const idPattern = /^[1-9]\d{0,15}$/;

@Injectable()
export class LogQueries {
  constructor(private readonly database: Database) {}

  /** @throws InvalidInput when `after` is no cursor */
  async list({ schema, table, ...filter }: LogFilter): Promise<Page<LogEntry>> {
    const areAll = schema === undefined && table === undefined;
    return this.page(await this.tables({ schema, table }), areAll, filter);
  }

  /**
   * All that is known of one row.
   * @throws PlazaError `audit.table-unknown`; InvalidInput when `after` is no cursor
   */
  async ofRow({ schema, table, rowId }: RowAddress, page: PageWish): Promise<Page<LogEntry>> {
    const tables = await this.tables({ schema, table });
    if (tables.length === 0) throw tableUnknown(schema, table);
    return this.page(tables, false, { rowId, ...page });
  }

  private tables({
    schema,
    table,
  }: {
    schema: string | undefined;
    table: string | undefined;
  }): Promise<LoggedTable[]> {
    const conditions = new Conditions().add('schema_name = ?', schema).add('table_name = ?', table);
    return this.database.readReplica<LoggedTable>(
      `SELECT number, schema_name AS schema, table_name AS "table", often FROM audit.tables ${conditions.where}`,
      conditions.parameters,
    );
  }

  private async page(
    tables: readonly LoggedTable[],
    areAll: boolean,
    { limit, after, ...filter }: Omit<LogFilter, 'schema' | 'table'>,
  ): Promise<Page<LogEntry>> {
    const [before] = after === undefined ? [] : partsOfCursor(after, [idPattern]);
    const wanted = { areAll, limit: limit + 1 };
    const { sql, parameters } = logStatement({ ...filter, before }, tables, wanted);
    const rows = await this.database.readReplica<LogRow>(sql, parameters);
    const byNumber = new Map(tables.map((table) => [table.number, table]));
    return pageOf(
      rows.flatMap((row) => entryOf(row, byNumber.get(row.tableNo))),
      limit,
      ({ id }) => cursorOf(id),
    );
  }
}

function entryOf(row: LogRow, table: LoggedTable | undefined): LogEntry[] {
  if (!table) return [];
  const {
    tableNo: _tableNo,
    actorKind: kind,
    actorId: id,
    oldValues,
    newValues,
    statement,
    parameters,
    ...told
  } = row;
  return [
    {
      ...told,
      schema: table.schema,
      table: table.table,
      actor: kind === null || id === null ? null : { kind, id },
      old: read<Record<string, unknown>>(oldValues),
      new: read<Record<string, unknown>>(newValues),
      query: statement === null ? null : { statement, parameters: read<unknown[]>(parameters) ?? [] },
    },
  ];
}

function read<Value>(json: string | null): Value | null {
  return json === null ? null : (JSON.parse(json) as Value);
}
