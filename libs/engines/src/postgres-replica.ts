// Starts a streaming replica of a PostgreSQL server on this machine, from a copy of its data.
import { existsSync, readFileSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { startPostgresFrom, type PostgresOptions, type PostgresServer } from './postgres';
import { logFileOf, readPassword, type DataSource } from './postgres-cluster';
import { copyRunning, give } from './postgres-copy';
import { ensureRole, renewSlot, rolePassword, withClient } from './postgres-databases';
import { until } from './processes';

const REPLICATION_ROLE = 'plaza_replication';
const STREAMING_WITHIN_MS = 30_000;
const STREAMING_POLL_MS = 50;
const PROMOTE_WITHIN_SECONDS = 60;

export interface ReplicaOptions extends PostgresOptions {
  /** Its name on the primary, which keeps the write-ahead log for it: letters, digits, underscores. */
  name?: string;
}

export interface ReplicaServer extends PostgresServer {
  /** Makes the replica a primary of its own; resolves when it takes writes. */
  promote(): Promise<void>;
}

type Primary = Pick<PostgresServer, 'url' | 'port' | 'folder'>;

const STANDBY_SETTINGS = 'standby.conf';

const writeStandbySettings = async (dataFolder: string, primary: Primary, slot: string): Promise<void> => {
  const password = rolePassword(primary.url, REPLICATION_ROLE);
  const connection = `host=127.0.0.1 port=${primary.port} user=${REPLICATION_ROLE} password=${password} application_name=${slot}`;
  await writeFile(
    join(dataFolder, STANDBY_SETTINGS),
    `primary_conninfo = '${connection}'\nprimary_slot_name = '${slot}'\n`,
    { mode: 0o600 },
  );
};

/** The number that a cluster and its replicas share and no other cluster has. */
const identifierOf = (dataFolder: string): bigint =>
  readFileSync(join(dataFolder, 'global', 'pg_control')).readBigUInt64LE(0);

const canFollow = (primary: Primary, dataFolder: string, slot: string): Promise<boolean> =>
  withClient(primary.url, async (client) => {
    const { rows } = await client.query<{ identifier: string }>(
      `SELECT system_identifier::text AS identifier
       FROM pg_control_system(), pg_replication_slots
       WHERE slot_name = $1 AND wal_status IS DISTINCT FROM 'lost'`,
      [slot],
    );
    const identifier = rows[0]?.identifier;
    return identifier !== undefined && BigInt.asUintN(64, BigInt(identifier)) === identifierOf(dataFolder);
  });

const copyOf = (primary: Primary, slot: string, log: (line: string) => void): DataSource => ({
  create: async ({ user }, draft) => {
    await renewSlot(primary.url, slot);
    await copyRunning(primary.url, draft, user);
    await writeStandbySettings(draft, primary, slot);
    if (!readFileSync(join(draft, 'postgresql.conf'), 'utf8').includes(STANDBY_SETTINGS)) {
      await appendFile(join(draft, 'postgresql.conf'), `include_if_exists '${STANDBY_SETTINGS}'\n`);
    }
    await writeFile(join(draft, 'standby.signal'), '', { mode: 0o600 });
    for (const file of [STANDBY_SETTINGS, 'standby.signal']) await give(join(draft, file), user);
    return readPassword(primary.folder);
  },
  review: async (dataFolder) => {
    if (!existsSync(join(dataFolder, 'standby.signal'))) {
      throw new Error(
        `${dataFolder} was promoted and is a replica no more. Remove its folder to copy the primary anew.`,
      );
    }
    if (await canFollow(primary, dataFolder, slot)) {
      await writeStandbySettings(dataFolder, primary, slot);
      return 'keep';
    }
    log(`The replica ${slot} can follow its primary no more; copying the primary anew.`);
    return 'replace';
  },
});

const isStreaming = (url: string): Promise<boolean> =>
  withClient(url, async (client) => {
    const { rowCount } = await client.query(`SELECT 1 FROM pg_stat_wal_receiver WHERE status = 'streaming'`);
    return rowCount === 1;
  });

const promote = (url: string): Promise<void> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ done: boolean }>('SELECT pg_promote(true, $1) AS done', [
      PROMOTE_WITHIN_SECONDS,
    ]);
    if (rows[0]?.done !== true)
      throw new Error(`The replica has not become a primary within ${PROMOTE_WITHIN_SECONDS} s.`);
  });

const slotOf = (name = 'replica') => `plaza_${name}`;

/** As the primary knows the one replica that was given no name. */
export const REPLICA_NAME = slotOf();

/** From here on nobody is told of a commit before this standby has it; '' for none. */
export const awaitStandby = (primaryUrl: string, standby: string): Promise<void> =>
  withClient(primaryUrl, async (client) => {
    await client.query(`ALTER SYSTEM SET synchronous_standby_names = '${standby}'`);
    await client.query('SELECT pg_reload_conf()');
  });

/**
 * Starts a hot standby of `primary`, copying it at the first start and whenever the old copy cannot follow any more. Resolves
 * when it answers queries and receives the primary's stream. Its superuser is the primary's.
 */
export const startReplica = async (primary: Primary, options: ReplicaOptions): Promise<ReplicaServer> => {
  const slot = slotOf(options.name);
  await ensureRole(
    primary.url,
    REPLICATION_ROLE,
    'NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS REPLICATION',
  );
  const server = await startPostgresFrom(options, copyOf(primary, slot, options.log ?? (() => undefined)));
  if (!(await until(() => isStreaming(server.url), STREAMING_WITHIN_MS, STREAMING_POLL_MS))) {
    await server.stop();
    throw new Error(
      `The replica does not reach its primary on port ${primary.port}; see ${logFileOf(options.folder)}.`,
    );
  }
  return { ...server, promote: () => promote(server.url) };
};
