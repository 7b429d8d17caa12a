// Backups of a PostgreSQL server on this machine, and servers made of them: a copy of the data and the write-ahead log since, up to the
// last commit or to an instant before somebody's mistake.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { startPostgresFrom, type PostgresOptions, type PostgresServer } from './postgres';
import { logFileOf, readPassword, type DataSource } from './postgres-cluster';
import { BACKUP_LABEL, copyData, copyRunning, give } from './postgres-copy';
import { withClient } from './postgres-databases';
import { receiveWal, type WalReceiver } from './postgres-wal-receiver';
import { until } from './processes';

const RESTORED_WITHIN_MS = 600_000;
const RESTORED_POLL_MS = 50;

const dataOf = (folder: string): string => join(folder, 'data');
const logOf = (folder: string): string => join(folder, 'wal');
/** Roles have their passwords from that of the superuser, so whoever has the data needs it, too. */
const passwordOf = (folder: string): string => join(folder, 'superuser.password');

type Running = Pick<PostgresServer, 'url' | 'folder'>;

/** Receives the log of a server into a folder of backups; from then on a copy of its data can be taken. */
export const keepWal = (server: Running, folder: string): Promise<WalReceiver> =>
  receiveWal({ url: server.url, folder: logOf(folder) });

/**
 * Copies the data of a running server whose log is kept in this folder. The copy before goes once this one is whole, and with it what
 * only it needed of the log.
 */
export const takeBackup = async (server: Running, folder: string): Promise<void> => {
  const draft = `${dataOf(folder)}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  await copyRunning(server.url, draft, {});
  await writeFile(passwordOf(folder), readPassword(server.folder), { mode: 0o600 });
  await rm(dataOf(folder), { recursive: true, force: true });
  await rename(draft, dataOf(folder));
  const first = await firstSegmentOf(dataOf(folder));
  const before = (await readdir(logOf(folder))).filter((segment) => segment < first);
  for (const segment of before) await rm(join(logOf(folder), segment));
};

const firstSegmentOf = async (data: string): Promise<string> => {
  const label = await readFile(join(data, BACKUP_LABEL), 'utf8');
  const segment = /^START WAL LOCATION: .+ \(file ([0-9A-F]{24})\)$/m.exec(label)?.[1];
  if (segment === undefined)
    throw new Error(`The label of the copy in ${data} does not tell where it begins.`);
  return segment;
};

export interface RestoreOptions extends PostgresOptions {
  /** Of the backups. */
  from: string;
  /** The instant up to which it happened what had happened; the end of the log without it. */
  until?: Date;
}

const backupIn = (folder: string): DataSource => ({
  create: async ({ user }, draft) => {
    await copyData(dataOf(folder), draft, user);
    for (const segment of await readdir(logOf(folder))) {
      const target = join(draft, 'pg_wal', segment);
      await copyFile(join(logOf(folder), segment), target);
      await give(target, user);
    }
    const signal = join(draft, 'recovery.signal');
    await writeFile(signal, '', { mode: 0o600 });
    await give(signal, user);
    return readFile(passwordOf(folder), 'utf8');
  },
  review: (dataFolder) => {
    throw new Error(
      `${dataFolder} has data already. Restore into a new folder, and look before you remove the old one.`,
    );
  },
});

/** The log lies in the data already, so there is nothing to fetch; the server asks all the same. */
const recoverySettings = (instant: Date | undefined): Record<string, string> => ({
  restore_command: 'exit 1',
  synchronous_standby_names: '',
  ...(instant && {
    // The letter for UTC is not known yet when the server reads its command line.
    recovery_target_time: instant.toISOString().replace('Z', '+00'),
    recovery_target_inclusive: 'off',
    recovery_target_action: 'promote',
  }),
});

const takesWrites = (url: string): Promise<boolean> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ restored: boolean }>('SELECT NOT pg_is_in_recovery() AS restored');
    return rows[0]?.restored === true;
  });

/**
 * Starts a server on a new folder from the copy and the log of a backup; resolves when it takes writes. It is the old one up to the
 * instant, with the same roles and passwords, and a history of its own from there on.
 *
 * @throws Error when there is no backup, when the folder has data already, or when the log does not reach the instant
 */
export const restorePostgres = async ({
  from,
  until: instant,
  settings,
  onExit,
  ...options
}: RestoreOptions): Promise<PostgresServer> => {
  if (!existsSync(dataOf(from))) throw new Error(`There is no backup in ${from}.`);
  const ended = new AbortController();
  const server = await startPostgresFrom(
    {
      ...options,
      settings: { ...settings, ...recoverySettings(instant) },
      onExit: (exit) => {
        ended.abort();
        onExit?.(exit);
      },
    },
    backupIn(from),
  );
  const isOver = async () => ended.signal.aborted || (await takesWrites(server.url).catch(() => false));
  if ((await until(isOver, RESTORED_WITHIN_MS, RESTORED_POLL_MS)) && !ended.signal.aborted) return server;
  await server.stop();
  throw new Error(
    `The backup in ${from} was not restored: its log may not reach the instant. See ${logFileOf(options.folder)}.`,
  );
};
