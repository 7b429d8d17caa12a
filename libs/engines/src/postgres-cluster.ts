// One data folder of PostgreSQL in our hands: locked, cleared of what an earlier run left, created when it is new, and started.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { runningEngine, startEngine, type EngineProcess } from './engine-process';
import { FolderInUse, lockFolder, type FolderLock } from './folder-lock';
import { needPort } from './ports';
import { endLeftovers, readServerNote } from './postgres-leftovers';
import { existingDataFolder, findPlace, rememberPlace, type PostgresPlace } from './postgres-place';
import { serverArguments, type SettingsChoice } from './postgres-settings';

const run = promisify(execFile);

export const SUPERUSER = 'postgres';
const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 30_000;
const INITDB_WITHIN_MS = 120_000;

export interface ClusterOptions extends SettingsChoice {
  /** Holds everything of this server; made when missing. */
  folder: string;
  /** The server goes on when this process ends; the next start with the same folder finds it. */
  detached?: boolean;
  /** Gets a calm line for people now and then; silence when absent. */
  log?: (line: string) => void;
}

export interface Cluster {
  place: PostgresPlace;
  password: string;
  lock: FolderLock;
}

export const pidFileOf = (folder: string): string => join(folder, 'postgres.pid.json');
export const logFileOf = (folder: string): string => join(folder, 'postgres.log');
const passwordFileOf = (folder: string): string => join(folder, 'superuser.password');

export const superuserUrl = (password: string, port: number): string =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;

/** The superuser's password as written at the first start. */
export const readPassword = (folder: string): string => {
  const file = passwordFileOf(folder);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  throw new Error(
    `${folder} holds a database but not its password (${file}). Put it back, or remove the folder to begin anew.`,
  );
};

// The classification of letters comes from the C library; without UTF-8 it, text search would not see accented letters as such.
const characterLocale = async (): Promise<string> => {
  const { stdout } = await run('locale', ['-a']).catch(() => ({ stdout: '' }));
  const known = stdout.split('\n').map((line) => line.trim());
  return known.find((name) => /^(C|en_US)\.utf-?8$/i.test(name)) ?? 'C';
};

/** Where the data of a new cluster comes from, and whether data that is there already serves. */
export interface DataSource {
  /** Fills the empty folder `draft` and returns the superuser's password. */
  create(place: PostgresPlace, draft: string): Promise<string>;
  /** Looks at the data of an earlier start before the server is started on it. */
  review?(dataFolder: string): Promise<'keep' | 'replace'>;
}

/** New data made by `initdb`, with a random password. */
export const newCluster = (throwaway: boolean): DataSource => ({
  create: async ({ parent, user, binaries }, draft) => {
    const passwordFile = join(parent, 'initdb.password');
    const password = randomBytes(24).toString('base64url');
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user.ids) await chown(passwordFile, user.ids.uid, user.ids.gid);
    const args = [
      ...[
        '-D',
        draft,
        '--username',
        SUPERUSER,
        '--pwfile',
        passwordFile,
        '--encoding',
        'UTF8',
        '--no-instructions',
      ],
      ...[
        '--auth-host=scram-sha-256',
        '--auth-local=reject',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      ...['--locale=C', `--lc-ctype=${await characterLocale()}`, '--data-checksums'],
      ...(throwaway ? ['--no-sync'] : []),
    ];
    try {
      await run(binaries.initdb, args, { cwd: parent, timeout: INITDB_WITHIN_MS, ...user.ids });
      return password;
    } catch (error) {
      throw new Error(`PostgreSQL could not create its data in ${draft}: ${messageOf(error)}`);
    } finally {
      rmSync(passwordFile, { force: true });
    }
  },
});

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return 'stderr' in error && typeof error.stderr === 'string' && error.stderr !== ''
    ? error.stderr.trim()
    : error.message;
};

// The data gets its name last, so that a start cut short leaves nothing that looks complete.
const createData = async (place: PostgresPlace, source: DataSource): Promise<string> => {
  const draft = `${place.dataFolder}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  if (place.user.ids) await chown(draft, place.user.ids.uid, place.user.ids.gid);
  const password = await source.create(place, draft);
  await writeFile(passwordFileOf(place.folder), `${password}\n`, { mode: 0o600 });
  await rename(draft, place.dataFolder);
  return password;
};

const passwordOrNewData = async (place: PostgresPlace, source: DataSource): Promise<string> => {
  // Data that the folder knows nothing of: somebody has deleted the folder in order to begin anew.
  const known = existingDataFolder(place.folder) !== undefined;
  if (known && (await source.review?.(place.dataFolder)) !== 'replace') return readPassword(place.folder);
  await rm(place.dataFolder, { recursive: true, force: true });
  return createData(place, source);
};

/** Locks the folder, ends what still works on its data, and creates the data when there is none. */
export const openCluster = async (options: ClusterOptions, source: DataSource): Promise<Cluster> => {
  await mkdir(options.folder, { recursive: true });
  const place = await findPlace(options.folder, options.log ?? (() => undefined));
  const lock = await lockFolder(place.folder, join(place.parent, 'lock.json'));
  try {
    const detached = await runningEngine(pidFileOf(place.folder));
    if (detached) throw new FolderInUse(place.folder, detached);
    if (existsSync(place.dataFolder)) {
      const ended = await endLeftovers(place.dataFolder);
      if (ended !== undefined)
        options.log?.(
          `Stopped PostgreSQL ${ended}, left running on ${place.folder} by a process that is gone.`,
        );
    }
    await needPort(options.port, `PostgreSQL in ${options.folder}`);
    const password = await passwordOrNewData(place, source);
    await rememberPlace(place);
    return { place, lock, password };
  } catch (error) {
    lock.release();
    throw error;
  }
};

/** Starts the server of an open cluster; resolves when it takes queries, as primary or as standby. */
export const startCluster = async ({ place }: Cluster, options: ClusterOptions): Promise<EngineProcess> => {
  const { folder, dataFolder, user, binaries } = place;
  await endLeftovers(dataFolder);
  return startEngine({
    name: 'PostgreSQL',
    command: binaries.postgres,
    args: serverArguments(dataFolder, options),
    workingFolder: dataFolder,
    environment: { LC_ALL: 'C' },
    logFile: logFileOf(folder),
    ...(user.ids === undefined ? {} : { user: user.ids }),
    ready: (pid) => Promise.resolve(isReady(dataFolder, pid)),
    readyWithinMs: READY_WITHIN_MS,
    // The "fast" shutdown: ends the sessions, writes everything down.
    stopSignal: 'SIGINT',
    stopWithinMs: STOP_WITHIN_MS,
    ...(options.detached === true ? { detached: true, pidFile: pidFileOf(folder) } : {}),
  });
};

const isReady = (dataFolder: string, pid: number): boolean => {
  const note = readServerNote(dataFolder);
  return note?.pid === pid && (note.state === 'ready' || note.state === 'standby');
};
