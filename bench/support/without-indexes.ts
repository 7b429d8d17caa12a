/** Fills big tables: an index is made much quicker than it is kept row by row. */
import type { Client } from 'pg';

/** @param tables with their schemas; what makes their rows unique stays */
export async function withoutIndexes(
  client: Client,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE indrelid = ANY ($1::text[]::regclass[]) AND NOT indisunique`,
    [tables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  await work();
  await client.query(`SET maintenance_work_mem = '256MB'`);
  for (const { definition } of rows) await client.query(definition);
}
