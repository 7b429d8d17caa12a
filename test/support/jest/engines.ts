/**
 * The real engines of a test run: brought up once before the first file, told to the tests by environment variables, ended
 * after the last. Their data lies in the system's temporary folder and is gone afterwards.
 */
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { FolderInUse, startPostgres, type PostgresServer } from '@plaza/engines';
import type { NeededEngines } from './needed-engines';

const runsAtOnceMax = 8;

const endings: (() => Promise<void>)[] = [];

export async function startEngines(needed: NeededEngines): Promise<void> {
  endWhenInterrupted();
  try {
    if (needed.postgres) process.env['PLAZA_TEST_POSTGRES_URL'] = (await startThrowawayPostgres()).url;
  } catch (error) {
    await stopEngines();
    throw error;
  }
}

export async function stopEngines(): Promise<void> {
  for (const end of endings.splice(0).reverse()) await end();
}

/**
 * Folders are numbered rather than named at random: when a run was killed, the next one finds the server it left behind and
 * stops it.
 */
async function startThrowawayPostgres(): Promise<PostgresServer> {
  for (let number = 1; ; number += 1) {
    const folder = join(tmpdir(), `plaza-test-${userInfo().username}`, `postgres-${String(number)}`);
    try {
      const port = await freePort();
      const settings = { max_connections: '200', shared_buffers: '128MB' };
      const server = await startPostgres({ folder, port, throwaway: true, settings });
      endings.push(async () => {
        await server.stop();
        await rm(folder, { recursive: true, force: true });
      });
      return server;
    } catch (error) {
      if (!(error instanceof FolderInUse) || number === runsAtOnceMax) throw error;
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('This machine gave no free port'));
      });
    });
  });
}

function endWhenInterrupted(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void stopEngines().finally(() => process.exit(1));
    });
  }
}
