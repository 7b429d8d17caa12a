/** Every rule for tables holds on the migrated database, and is seen to find what breaks it. */
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '#test/database';
import { schemaRules } from './schema.rules';

let database: FreshDatabase;
let owner: Client;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function offenders(question: string): Promise<string[]> {
  const { rows } = await owner.query<{ found: string }>(question);
  return rows.map(({ found }) => found).sort();
}

describe('In the migrated database', () => {
  it.each(schemaRules)('$rule', async ({ question }) => {
    expect(await offenders(question)).toEqual([]);
  });
});

describe('Seen to find what breaks it', () => {
  afterEach(() => owner.query('ROLLBACK'));

  it.each(schemaRules)('$rule', async ({ question, breaking, found }) => {
    await owner.query('BEGIN');
    await owner.query(breaking);
    expect(await offenders(question)).toEqual([...found].sort());
  });
});
