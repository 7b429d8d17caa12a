/** What most stages stand on: an empty Plaza in a PostgreSQL of its own, whose keeper starts it again when it is killed. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  APP_ROLE,
  ensurePlazaDatabase,
  freePort,
  keepPostgres,
  type PlazaDatabase,
  type PostgresServer,
} from '@plaza/engines';
import { migrate } from '@plaza/platform';
import { schemas } from '../../apps/cli/src/schemas';

export interface KeptDatabase extends PlazaDatabase {
  /** Of the whole stage; whoever ends it removes it. */
  folder: string;
  postgres: PostgresServer;
}

export async function startKeptDatabase(): Promise<KeptDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'plaza-chaos-'));
  const postgres = await keepPostgres({ folder: join(folder, 'postgres'), port: await freePort() });
  const urls = await ensurePlazaDatabase(postgres.url, 'plaza');
  await migrate(urls.ownerUrl, APP_ROLE, schemas);
  return { folder, postgres, ...urls };
}
