// Starts the real PostgreSQL that comes as an npm package, for machines where nobody provides one: for `npm start`, for the stack
// and for tests. Data and password stay in one folder, from one start to the next.
import { existsSync, realpathSync } from 'node:fs';

import { runningEngine, stopEngine, type EngineExit, type EngineProcess } from './engine-process';
import {
  newCluster,
  openCluster,
  pidFileOf,
  readPassword,
  startCluster,
  superuserUrl,
  type Cluster,
  type ClusterOptions,
  type DataSource,
} from './postgres-cluster';
import { readServerNote } from './postgres-leftovers';
import { existingDataFolder } from './postgres-place';

export interface PostgresOptions extends ClusterOptions {
  /** Told when the server ends without having been asked to. Not for a detached server. */
  onExit?: (exit: EngineExit) => void;
}

export interface PostgresServer {
  /** The superuser's, for the database `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly folder: string;
  /** Stops the server and gives the folder back. Safe to call twice. */
  stop(): Promise<void>;
}

/** The detached server of a folder, when it is running. */
export const runningPostgres = async (folder: string): Promise<PostgresServer | undefined> => {
  if (!existsSync(folder)) return undefined;
  const real = realpathSync(folder);
  const identity = await runningEngine(pidFileOf(real));
  const dataFolder = existingDataFolder(real);
  const note = dataFolder === undefined ? undefined : readServerNote(dataFolder);
  if (!identity || note?.pid !== identity.pid) return undefined;
  return {
    url: superuserUrl(readPassword(real), note.port),
    port: note.port,
    pid: identity.pid,
    folder,
    stop: async () => {
      await stopEngine(pidFileOf(real), { stopSignal: 'SIGINT' });
    },
  };
};

const held = (cluster: Cluster, engine: EngineProcess, options: PostgresOptions): PostgresServer => {
  let asked = false;
  void engine.exited.then((exit) => {
    if (!asked) options.onExit?.(exit);
  });
  return {
    url: superuserUrl(cluster.password, options.port),
    port: options.port,
    pid: engine.pid,
    folder: options.folder,
    stop: async () => {
      asked = true;
      await engine.stop();
      cluster.lock.release();
    },
  };
};

/** As `startPostgres`, with data from wherever `source` takes it. */
export const startPostgresFrom = async (
  options: PostgresOptions,
  source: DataSource,
): Promise<PostgresServer> => {
  const running = options.detached === true ? await runningPostgres(options.folder) : undefined;
  if (running) return running;
  const cluster = await openCluster(options, source);
  try {
    const engine = await startCluster(cluster, options);
    if (options.detached === true) cluster.lock.release();
    return held(cluster, engine, options);
  } catch (error) {
    cluster.lock.release();
    throw error;
  }
};

/**
 * Starts PostgreSQL on a folder and resolves when it takes queries. A server that a killed process left behind is stopped
 * first; a detached server that is running already is returned as it is, whatever port was asked for.
 *
 * @throws PortTaken when something else listens on the port, FolderInUse when a living process holds the folder.
 */
export const startPostgres = (options: PostgresOptions): Promise<PostgresServer> =>
  startPostgresFrom(options, newCluster(options.throwaway === true));
