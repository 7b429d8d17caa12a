/**
 * A fresh, migrated database for every test file: cloned from a template, which is migrated once per run. Tests work as the
 * application's role, so what the role may not do fails in a test too.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  APP_ROLE,
  createDatabase,
  dropDatabase,
  ensurePlazaDatabase,
  OWNER_ROLE,
  plazaUrls,
  withClient,
} from '@plaza/engines';
import { migrate } from '@plaza/platform';
import { schemas } from '../../apps/cli/src/schemas';

const templateLock = 7_526_702;

export interface FreshDatabase {
  ownerUrl: string;
  appUrl: string;
  drop(): Promise<void>;
}

/** The server that the run's global set-up started, as its superuser. */
export function serverUrl(): string {
  const url = process.env['PLAZA_TEST_POSTGRES_URL'];
  if (url === undefined) throw new Error('PLAZA_TEST_POSTGRES_URL is not set: run the tests by npm test');
  return url;
}

export async function freshDatabase(): Promise<FreshDatabase> {
  const url = serverUrl();
  const template = await migratedTemplate(url);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(url, async (client) => {
    // PostgreSQL copies a template only while nobody else does.
    await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
    await createDatabase(url, name, { template, owner: OWNER_ROLE });
    await client.query(`REVOKE ALL ON DATABASE "${name}" FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE "${name}" TO ${APP_ROLE}`);
  });
  return { ...plazaUrls(url, name), drop: () => dropDatabase(url, name) };
}

/** Named after all that makes it, so that a change makes a new template on a server that is still running. */
async function migratedTemplate(url: string): Promise<string> {
  const list = schemas.flatMap(({ migrations, ...declared }) => [
    ...migrations.map((migration) => migration.toString()),
    JSON.stringify(declared),
  ]);
  const name = `template_${createHash('sha256').update(list.join('\n')).digest('hex').slice(0, 16)}`;
  await withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [
      name,
    ]);
    if (rowCount === 1) return;
    await dropDatabase(url, name);
    const { ownerUrl } = await ensurePlazaDatabase(url, name);
    await migrate(ownerUrl, APP_ROLE, schemas);
    await client.query(`ALTER DATABASE "${name}" IS_TEMPLATE true`);
  });
  return name;
}
