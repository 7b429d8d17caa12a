/** PostgreSQL, and the replica that follows it. */
import { join } from 'node:path';
import {
  runningPostgres,
  startPostgres,
  startReplica,
  withClient,
  type PostgresServer,
} from '@plaza/engines';
import type { Plan } from '../plan';
import type { Part } from './part';

/** With room for three processes of Plaza, their notifications and the people who look in. */
const connectionsMax = '200';

const primaryFolder = ({ folder }: Plan): string => join(folder, 'postgres');
const replicaFolder = ({ folder }: Plan): string => join(folder, 'replica');

/** What holds their data. */
export const postgresFolders = (plan: Plan): string[] => [replicaFolder(plan), primaryFolder(plan)];

/** The primary, which must be running. */
export async function primaryOf(plan: Plan): Promise<PostgresServer> {
  const primary = await runningPostgres(primaryFolder(plan));
  if (!primary) throw new Error('PostgreSQL does not run.');
  return primary;
}

export function postgresPart(plan: Plan): Part {
  const folder = primaryFolder(plan);
  return {
    name: 'postgres',
    title: 'PostgreSQL',
    port: plan.ports.postgres,
    portNames: ['postgres'],
    pid: async () => (await runningPostgres(folder))?.pid,
    start: async (log) => {
      const settings = { max_connections: connectionsMax };
      await startPostgres({ folder, port: plan.ports.postgres, detached: true, settings, log });
    },
    fault: () => faultOf(folder, 'SELECT NOT pg_is_in_recovery() AS well', 'it takes no writes'),
    stop: async () => (await runningPostgres(folder))?.stop(),
  };
}

export function replicaPart(plan: Plan): Part {
  const folder = replicaFolder(plan);
  return {
    name: 'replica',
    title: 'PostgreSQL replica',
    port: plan.ports.replica,
    portNames: ['replica'],
    pid: async () => (await runningPostgres(folder))?.pid,
    start: async (log) => {
      // A standby must allow at least as many connections as its primary.
      const settings = { max_connections: connectionsMax };
      const options = { folder, port: plan.ports.replica, detached: true, settings, log };
      await startReplica(await primaryOf(plan), options);
    },
    fault: () =>
      faultOf(
        folder,
        `SELECT EXISTS (SELECT FROM pg_stat_wal_receiver WHERE status = 'streaming') AS well`,
        'it does not receive the stream of the primary',
      ),
    stop: async () => (await runningPostgres(folder))?.stop(),
  };
}

async function faultOf(folder: string, question: string, otherwise: string): Promise<string | undefined> {
  const server = await runningPostgres(folder);
  if (!server) return 'it is starting or stopping';
  try {
    const { rows } = await withClient(server.url, (client) => client.query<{ well: boolean }>(question));
    return rows[0]?.well === true ? undefined : otherwise;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
