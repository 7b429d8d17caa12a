/**
 * The PostgreSQL that benchmarks share their figures with: the one that Plaza brings along, with the settings that it always
 * runs it with, and every commit waiting for the disk as in earnest.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres, startReplica, withClient, type PostgresServer } from '@plaza/engines';
import type { QueryResultRow } from 'pg';
import { filesFolder } from './folders';
import { freePort } from './ports';
import type { Running } from './running';

/** Starts an empty server; it and its data are gone when the benchmark ends. */
export async function startDatabaseServer(running: Running): Promise<PostgresServer> {
  const folder = emptyFolder('postgres');
  const port = await freePort();
  return running.start('PostgreSQL', async () => {
    const server = await startPostgres({
      folder,
      port,
      // Tells when a row was committed, the same way for Plaza and for a floor.
      settings: { track_commit_timestamp: 'on' },
    });
    return goneWithItsData(server, folder);
  });
}

/** Starts a server that follows another one, from a copy of what it has; it is gone when the benchmark ends, too. */
export async function startFollower(running: Running, primary: PostgresServer): Promise<PostgresServer> {
  const folder = emptyFolder('replica');
  const port = await freePort();
  return running.start('replica', async () =>
    goneWithItsData(await startReplica(primary, { folder, port }), folder),
  );
}

function emptyFolder(name: string): string {
  const folder = join(filesFolder(), name);
  rmSync(folder, { recursive: true, force: true });
  return folder;
}

async function goneWithItsData(server: PostgresServer, folder: string): Promise<PostgresServer> {
  // Where the server's own user may not enter the folder, its data lies elsewhere.
  const [data] = await rows<{ folder: string }>(
    server.url,
    `SELECT current_setting('data_directory') AS folder`,
  );
  return {
    ...server,
    stop: async () => {
      await server.stop();
      for (const gone of [data?.folder ?? folder, folder]) rmSync(gone, { recursive: true, force: true });
    },
  };
}

/** Rows of all partners, which the security of rows shows to nobody who does not ask for that. */
export async function rowsOfEveryPartner<Row extends QueryResultRow>(
  url: string,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  return withClient(url, async (client) => {
    await client.query(`SET plaza.every_partner = 'on'`);
    return (await client.query<Row>(sql, parameters)).rows;
  });
}

export async function rows<Row extends QueryResultRow>(
  url: string,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  return withClient(url, async (client) => (await client.query<Row>(sql, parameters)).rows);
}

export async function serverVersion(url: string): Promise<string> {
  const [row] = await rows<{ version: string }>(url, `SELECT current_setting('server_version') AS version`);
  return row?.version ?? 'unknown';
}

/** Writes down what earlier rounds have left to write, so that no round pays for another. */
export async function settleDatabase(server: PostgresServer): Promise<void> {
  await withClient(server.url, (client) => client.query('CHECKPOINT'));
}
