/**
 * Migrations expand: the version before goes on working on the schema of this one, so that processes can be replaced one by one. What it
 * relies on stands in released-schema.json, which is written anew at a release by `PLAZA_RELEASE=1 npm test -- platform/expand`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '#test/database';
import { contractions, readSchema, type Schema } from './released-schema';

const file = join(__dirname, 'released-schema.json');

/** What says something else and refuses nothing that the version before writes and reads, each with the reason. */
const widened: Record<string, string> = {
  drifts_status_known: 'A drift can be dismissed, too',
  drifts_closed_by_somebody: 'As drifts_corrected_by_somebody, of those that are dismissed as well',
  drifts_dismissed_for_a_reason: 'Refuses only what is dismissed',
  'loyalty.points_moved': 'It tells three columns more; the version before asks for its own by their names',
};

describe('The version before', () => {
  let database: FreshDatabase;
  let client: Client;
  let released: Schema;

  beforeAll(async () => {
    database = await freshDatabase();
    client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    if (process.env['PLAZA_RELEASE'] === '1') {
      writeFileSync(file, `${JSON.stringify(await readSchema(client), null, 2)}\n`);
    }
    released = JSON.parse(readFileSync(file, 'utf8')) as Schema;
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('finds everything that it reads and writes, and is asked for nothing new', async () => {
    expect(Object.keys(released.columns).length).toBeGreaterThan(50);
    const found = contractions(released, await readSchema(client));
    expect(found.filter((fault) => !Object.keys(widened).some((name) => fault.includes(name)))).toEqual([]);
  });

  it.each([
    ['ALTER TABLE payments.requests DROP COLUMN currency', 'payments.requests.currency is gone'],
    ['ALTER TABLE orders.orders RENAME COLUMN total TO sum', 'orders.orders.total is gone'],
    ['ALTER TABLE messaging.outbox RENAME TO outgoing', 'messaging.outbox is gone'],
    ['ALTER TABLE messaging.outbox ALTER key TYPE uuid USING NULL', 'was text and is uuid'],
    ['ALTER TABLE messaging.outbox ALTER only_for SET NOT NULL', 'only_for must have a value now'],
    ['ALTER TABLE messaging.outbox ADD COLUMN size int NOT NULL', 'size is new and must have a value'],
    ['ALTER TABLE messaging.outbox DROP CONSTRAINT outbox_pk', 'outbox_pk is gone'],
    [
      `ALTER TABLE messaging.outbox ADD CONSTRAINT outbox_short CHECK (length(key) < 9)`,
      'outbox_short is new or says something else',
    ],
    ['DROP FUNCTION loyalty.programmes_with_news(integer)', 'loyalty.programmes_with_news(integer) is gone'],
  ])('would not, after %s', async (sql, fault) => {
    expect(await faultsAfter(sql)).toContainEqual(expect.stringContaining(fault));
  });

  it.each([
    'ALTER TABLE messaging.outbox ADD COLUMN size int',
    'ALTER TABLE messaging.outbox ADD COLUMN size int NOT NULL DEFAULT 0 CHECK (size >= 0)',
    'CREATE TABLE messaging.inbox (id uuid PRIMARY KEY)',
    'CREATE INDEX outbox_by_key ON messaging.outbox (key)',
  ])('would, after %s', async (sql) => {
    expect(await faultsAfter(sql)).toEqual([]);
  });

  async function faultsAfter(sql: string): Promise<string[]> {
    const before = await readSchema(client);
    await client.query('BEGIN');
    try {
      await client.query(sql);
      return contractions(before, await readSchema(client));
    } finally {
      await client.query('ROLLBACK');
    }
  }
});
