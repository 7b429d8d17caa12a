/** What becomes of clients that named a partner before there was a record of partners. */
import { randomUUID } from 'node:crypto';
import { withClient } from '@plaza/engines';
import { identitySchema } from '@plaza/identity';
import { DataSource } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '#test/database';

const migrationOfPartners = identitySchema.migrations.find(({ name }) => name.startsWith('Partners'));

/** As it was before partners had a table, and before changes were kept. */
const before = `
  ALTER TABLE identity.clients DISABLE TRIGGER USER;
  DROP TABLE identity.partners CASCADE;
  ALTER TABLE identity.clients DROP previous_secret_hash, DROP previous_secret_until`;

/** What `loyalty` stood for when clients were given single scopes. */
const scopes = ['loyalty:read', 'loyalty:write', 'loyalty:settings'];

describe('Partners that were known by their clients alone', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  async function migrate(): Promise<void> {
    if (!migrationOfPartners) throw new Error('There is no migration of partners');
    const dataSource = new DataSource({ type: 'postgres', url: database.ownerUrl, poolSize: 1 });
    await dataSource.initialize();
    try {
      await new migrationOfPartners().up(dataSource.createQueryRunner());
    } finally {
      await dataSource.destroy();
    }
  }

  test('get a record named after their first client, and the scopes that are declared now', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    await withClient(database.ownerUrl, async (owner) => {
      await owner.query(before);
      await owner.query(
        `INSERT INTO identity.clients (client_id, secret_hash, name, scopes, partner_id, created_at) VALUES
           ('later', 'x', 'Renamed', '{loyalty}', $1, '2026-02-01T00:00:00Z'),
           ('harbour-coffee', 'x', 'Harbour Coffee', '{loyalty}', $1, '2026-01-01T00:00:00Z'),
           ('namesake', 'x', 'harbour coffee', '{loyalty,other}', $2, '2026-03-01T00:00:00Z'),
           ('feed', 'x', 'Feed', '{payments:feed}', NULL, '2026-01-01T00:00:00Z')`,
        [one, two],
      );
    });
    await migrate();
    await withClient(database.ownerUrl, async (owner) => {
      const partners = await owner.query('SELECT id, name FROM identity.partners ORDER BY created_at');
      expect(partners.rows).toEqual([
        { id: one, name: 'Harbour Coffee' },
        { id: two, name: `harbour coffee (${two})` },
      ]);
      const clients = await owner.query('SELECT client_id, scopes FROM identity.clients ORDER BY client_id');
      expect(clients.rows).toEqual([
        { client_id: 'feed', scopes: ['payments:feed'] },
        { client_id: 'harbour-coffee', scopes: [...scopes] },
        { client_id: 'later', scopes: [...scopes] },
        { client_id: 'namesake', scopes: ['other', ...scopes] },
      ]);
    });
  });
});
