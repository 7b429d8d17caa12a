// Starts a real Redis for machines where nobody provides one: for the stack and for tests. It keeps nothing, because Plaza only
// puts there what can be thrown away.
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';

import {
  detachedPidFileOf,
  pidFileOptions,
  runningDetached,
  startOnFolder,
  type FolderOptions,
} from './engine-folder';
import { startEngine, stopEngine, type EngineExit, type EngineProcess } from './engine-process';
import { needPort } from './ports';
import { findRedis, type RedisPrograms } from './redis-programs';

const MEMORY_MEBIBYTES_MAX = 128;
const READY_WITHIN_MS = 20_000;
const STOP = { stopSignal: 'SIGTERM', stopWithinMs: 10_000 } as const;
const ANSWER_WITHIN_MS = 1_000;
const CONFIGURATION = 'redis.conf';

export interface RedisOptions extends FolderOptions {
  port: number;
  /** Where the program goes when it must be fetched; a folder inside `folder` when absent. */
  programsFolder?: string;
}

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly folder: string;
  /** Settles when Redis is gone, whether asked to or not. Absent where an earlier process has started it. */
  readonly exited?: Promise<EngineExit>;
  /** Stops the server and gives the folder back. Safe to call twice. */
  stop(): Promise<void>;
}

export const redisLogFileOf = (folder: string): string => join(folder, 'redis.log');

const urlOf = (port: number): string => `redis://127.0.0.1:${port}`;

/** Whether a Redis answers there; quick, and never throws. */
export const isRedisAnswering = (port: number, host = '127.0.0.1'): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host });
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(ANSWER_WITHIN_MS, () => settle(false));
    socket.once('error', () => settle(false));
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (data) => settle(data.toString().startsWith('+PONG')));
    socket.once('close', () => settle(false));
  });

const configuration = (port: number): string => `bind 127.0.0.1
port ${port}
save ""
appendonly no
maxmemory ${MEMORY_MEBIBYTES_MAX}mb
maxmemory-policy allkeys-lru
daemonize no
supervised no
`;

const portIn = (text: string): number | undefined => {
  const port = /^port (\d+)$/m.exec(text)?.[1];
  return port === undefined ? undefined : Number(port);
};

/** The detached Redis of a folder, when it is running. */
export const runningRedis = async (folder: string): Promise<RedisServer | undefined> => {
  const identity = await runningDetached(folder);
  const file = join(folder, CONFIGURATION);
  const port = existsSync(file) ? portIn(readFileSync(file, 'utf8')) : undefined;
  if (!identity || port === undefined) return undefined;
  return {
    url: urlOf(port),
    port,
    pid: identity.pid,
    folder,
    stop: async () => {
      await stopEngine(detachedPidFileOf(folder), STOP);
    },
  };
};

const startServer = async (options: RedisOptions, programs: RedisPrograms): Promise<EngineProcess> => {
  const { folder, port, detached } = options;
  await needPort(port, `Redis in ${folder}`);
  await writeFile(join(folder, CONFIGURATION), configuration(port));
  return startEngine({
    name: 'Redis',
    command: programs.server,
    args: [CONFIGURATION],
    environment: programs.environment,
    workingFolder: folder,
    logFile: redisLogFileOf(folder),
    ready: () => isRedisAnswering(port),
    readyWithinMs: READY_WITHIN_MS,
    ...STOP,
    ...pidFileOptions(folder, detached),
  });
};

/**
 * Starts Redis and resolves when it answers. A Redis that a killed process left behind is stopped first; a detached one that is
 * running already is returned as it is, whatever port was asked for.
 *
 * @throws EngineUnavailable when it cannot be had, PortTaken when something else listens on the port, FolderInUse when a living
 * process holds the folder
 */
export const startRedis = async (options: RedisOptions): Promise<RedisServer> => {
  const { folder, port, log } = options;
  const running = options.detached === true ? await runningRedis(folder) : undefined;
  if (running) return running;
  const programs = await findRedis(options.programsFolder ?? join(folder, 'programs'), log);
  const engine = await startOnFolder('Redis', options, () => startServer(options, programs));
  return { url: urlOf(port), port, folder, ...engine };
};
