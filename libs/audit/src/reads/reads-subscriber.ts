/**
 * Sees every query that the process sends, and keeps those that read business data on behalf of somebody: not what jobs read, and
 * not what anybody may see without saying who they are. Changes are kept by the database itself. Looking into the log is kept, too;
 * what is kept is written apart from here, so that leads to nothing more.
 */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, requestContext } from '@plaza/platform';
import { LRUCache } from 'lru-cache';
import type { EntitySubscriberInterface } from 'typeorm';
import type { AfterQueryEvent } from 'typeorm/subscriber/event/QueryEvent.js';
import { ReadLog } from './read-log';
import { readingOf, type Reading, type ReadTable } from './reading';
import { toldParameters } from './told-parameters';

/** Of a few thousand characters each. */
const readingsMax = 2_000;
const readsNothing = Symbol('reads nothing that is kept');

@Injectable()
export class ReadsSubscriber implements EntitySubscriberInterface, OnModuleInit {
  private tables: ReadonlyMap<string, ReadTable> = new Map();
  private readonly readings = new LRUCache<string, Reading | typeof readsNothing>({ max: readingsMax });

  constructor(
    private readonly database: Database,
    private readonly log: ReadLog,
  ) {}

  async onModuleInit(): Promise<void> {
    const tables = await this.database.read<ReadTable>(
      `SELECT number, schema_name || '.' || table_name AS name, masked_columns AS masked FROM audit.tables
       WHERE reason IS NULL OR (schema_name, table_name) = ('audit', 'log')`,
    );
    this.tables = new Map(tables.map((table) => [table.name, table]));
    this.database.dataSource.subscribers.push(this);
    this.database.onReplicaRead((sql, parameters, rows) => this.keep(sql, parameters, rows));
  }

  /** TypeORM waits for what this returns before it gives the rows to whoever asked. */
  afterQuery({ success, query, parameters, rawResults }: AfterQueryEvent): Promise<void> | undefined {
    if (!success) return undefined;
    return this.keep(query, Array.isArray(parameters) ? parameters : [], rowsOf(rawResults));
  }

  private keep(sql: string, parameters: readonly unknown[], rows: number): Promise<void> | undefined {
    const context = requestContext.known();
    if (!context?.actor || (context.actor.kind === 'system' && !context.byOperator)) return undefined;
    const reading = this.readingOf(sql);
    if (reading === readsNothing) return undefined;
    const { actor, correlationId: requestId } = context;
    const told = toldParameters(parameters, reading.hidesParameters);
    return this.log.add(
      reading.tables.map((tableNo) => {
        return { statement: reading.statement, tableNo, parameters: told, rows, actor, requestId };
      }),
    );
  }

  private readingOf(sql: string): Reading | typeof readsNothing {
    const known = this.readings.get(sql);
    if (known !== undefined) return known;
    const reading = readingOf(sql, this.tables) ?? readsNothing;
    this.readings.set(sql, reading);
    return reading;
  }
}

function rowsOf(results: unknown): number {
  if (typeof results !== 'object' || results === null || !('rowCount' in results)) return 0;
  return typeof results.rowCount === 'number' ? results.rowCount : 0;
}
