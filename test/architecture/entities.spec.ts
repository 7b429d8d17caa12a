/**
 * What entities say of their tables is what the migrations made: TypeORM, asked what it would change to make the tables equal
 * to the entities, has nothing to say. It is asked only; nobody ever lets it.
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withClient } from '@plaza/engines';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { freshDatabase } from '#test/database';

const libs = resolve(__dirname, '../../libs');
const entityFiles = readdirSync(libs, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.entity.ts'))
  .map((name) => join(libs, name));

interface Difference {
  what: string;
  sql: string;
  proposal: RegExp;
}

const differences: Difference[] = [
  {
    what: 'a column that no entity knows',
    sql: 'ALTER TABLE orders.orders ADD colour text',
    proposal: /DROP COLUMN "colour"/,
  },
  {
    what: 'a column of another name',
    sql: 'ALTER TABLE orders.orders RENAME currency TO coin',
    proposal: /RENAME COLUMN "coin" TO "currency"/,
  },
  {
    what: 'a column of another type',
    sql: 'ALTER TABLE orders.orders ALTER total TYPE integer',
    proposal: /"total" (TYPE )?bigint/,
  },
  {
    what: 'a column that may be empty',
    sql: 'ALTER TABLE orders.orders ALTER status DROP NOT NULL',
    proposal: /"status" SET NOT NULL/,
  },
  {
    what: 'a table that is not there',
    sql: 'DROP TABLE catalog.branches CASCADE',
    proposal: /CREATE TABLE "catalog"."branches"/,
  },
];

/** What would make the tables of a fresh database equal to the entities, after `sql` has changed it. */
async function proposedChanges(sql?: string): Promise<string> {
  for (const file of entityFiles) await import(file);
  const database = await freshDatabase();
  try {
    if (sql !== undefined) await withClient(database.ownerUrl, (client) => client.query(sql));
    const entities = getMetadataArgsStorage().tables.map(({ target }) => target);
    const dataSource = new DataSource({ type: 'postgres', url: database.ownerUrl, entities, poolSize: 2 });
    await dataSource.initialize();
    try {
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      return upQueries.map(({ query }) => query).join('\n');
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await database.drop();
  }
}

describe('Entities and tables', () => {
  it('are looked at, all of them', () => {
    expect(entityFiles.length).toBeGreaterThan(5);
  });

  it('are equal', async () => {
    expect(await proposedChanges()).toBe('');
  });

  it.each(differences)('are seen to differ by $what', async ({ sql, proposal }) => {
    expect(await proposedChanges(sql)).toMatch(proposal);
  });
});
