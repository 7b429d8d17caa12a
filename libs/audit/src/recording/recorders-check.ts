/**
 * Looks, when a process starts, whether the database keeps what it is to keep: no table is left out, no column is shown that sounds
 * as if it must not be, and no recorder is switched off. All that is wrong is told at once, and the process does not start.
 */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@plaza/platform';
import {
  existingTables,
  faultsOf,
  UndeclaredTables,
  type Declaration,
  type ExistingTable,
} from './declarations';
import { recordedActions, triggerName } from './recorder';

@Injectable()
export class RecordersCheck implements OnApplicationBootstrap {
  constructor(private readonly database: Database) {}

  /** @throws UndeclaredTables */
  async onApplicationBootstrap(): Promise<void> {
    const declarations = await this.database.read<Declaration>(
      `SELECT schema_name AS schema, table_name AS "table", reason, masked_columns AS masked, plain_columns AS plain,
              NULL AS member, often
       FROM audit.tables`,
    );
    const schemas = [...new Set(declarations.map(({ schema }) => schema))];
    const existing = await this.database.read<ExistingTable>(existingTables, [schemas]);
    const faults = [
      ...faultsOf(existing, declarations),
      ...missingTriggers(declarations, await this.database.read<{ name: string }>(enabledTriggers)),
    ];
    if (faults.length > 0) throw new UndeclaredTables(faults);
  }
}

/** Those that fire for everybody, with the schema of their table. */
export const enabledTriggers = `
  SELECT schema.nspname || '.' || tgname AS name
  FROM pg_trigger
  JOIN pg_class relation ON relation.oid = tgrelid
  JOIN pg_namespace schema ON schema.oid = relation.relnamespace
  JOIN pg_proc ON pg_proc.oid = tgfoid
  WHERE pronamespace = 'audit'::regnamespace AND tgenabled IN ('O', 'A')`;

function missingTriggers(
  declarations: readonly Declaration[],
  enabled: readonly { name: string }[],
): string[] {
  const names = new Set(enabled.map(({ name }) => name));
  return declarations
    .filter(({ reason }) => reason === null)
    .flatMap(({ schema, table }) =>
      recordedActions
        .filter((action) => !names.has(`${schema}.${triggerName({ table }, action)}`))
        .map((action) => `${schema}.${table} has no recorder at work for ${action}`),
    );
}
