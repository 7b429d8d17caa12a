/**
 * All that Plaza remembers, as one line per table: two of them are alike only when nothing has changed. Not of the audit log, which
 * has what was read besides; what it has of changes shows in the tables that were changed.
 */
import { withClient } from '@plaza/engines';
import type { World } from '#test/world';

/** @param apart tables that are not looked at */
export async function businessState(world: World, apart: string[] = []): Promise<Record<string, string>> {
  return withClient(world.database.ownerUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'audit') ORDER BY 1`,
    );
    // Its owner sees the rows of all partners where it says so.
    await client.query(`SET plaza.every_partner = 'on'`);
    const state: Record<string, string> = {};
    for (const { name } of tables.filter((table) => !apart.includes(table.name))) {
      const { rows } = await client.query<{ rows: string; sum: string }>(
        `SELECT count(*) AS rows, md5(string_agg(line, '' ORDER BY line)) AS sum
         FROM (SELECT md5(t::text) AS line FROM ${name} AS t) AS lines`,
      );
      state[name] = `${rows[0]?.rows ?? ''} rows, ${rows[0]?.sum ?? 'no sum'}`;
    }
    return state;
  });
}
