// Runs an engine (PostgreSQL, Redis, Kafka) as a process beside ours: output to a log file, waited for until it answers, known
// by a pid file when it outlives the command that started it, and stopped by pid with a limit on our patience.
import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';

import { endProcess, identify, isRunning, parseIdentity, until, type ProcessIdentity } from './processes';

const READY_POLL_MS = 25;
const LOG_BYTES_MAX = 16 * 1024 * 1024;
const LOG_TAIL_LINES_MAX = 15;

export interface EngineOptions {
  /** As it is called in messages: 'Redis'. */
  name: string;
  command: string;
  args: readonly string[];
  logFile: string;
  /** Whether the engine answers; asked again and again until it does; throwing means no. */
  ready: (pid: number) => Promise<boolean>;
  readyWithinMs: number;
  workingFolder?: string;
  /** Added to our own environment. */
  environment?: Record<string, string>;
  /** Another OS user to run as; only root may ask for one. */
  user?: { uid: number; gid: number };
  stopSignal?: NodeJS.Signals;
  stopWithinMs?: number;
  /** The engine goes on when this process ends; `pidFile` is then how a later command finds it. */
  detached?: boolean;
  pidFile?: string;
}

export interface EngineExit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface EngineProcess {
  readonly name: string;
  readonly pid: number;
  readonly identity: ProcessIdentity;
  /** Settles when the engine is gone, whether asked to or not. Never rejects. */
  readonly exited: Promise<EngineExit>;
  /** Asks it to end, then insists. Safe to call twice. */
  stop(): Promise<void>;
}

const openLog = (file: string): number => {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES_MAX) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
};

const tailFrom = (file: string, start: number): string => {
  const written = readFileSync(file).subarray(start).toString('utf8').trim();
  return written.split('\n').slice(-LOG_TAIL_LINES_MAX).join('\n');
};

const launch = (options: EngineOptions): { child: ChildProcess; logStart: number } => {
  const log = openLog(options.logFile);
  const logStart = statSync(options.logFile).size;
  try {
    const child = spawn(options.command, [...options.args], {
      ...(options.workingFolder === undefined ? {} : { cwd: options.workingFolder }),
      ...(options.user ?? {}),
      env: { ...process.env, ...options.environment },
      stdio: ['ignore', log, log],
      // Always a process group of its own: Ctrl-C in a terminal must reach us alone, so that we stop before what we stand on.
      detached: true,
    });
    if (options.detached) child.unref();
    return { child, logStart };
  } finally {
    closeSync(log);
  }
};

const exitOf = (child: ChildProcess): Promise<EngineExit> =>
  new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });

const spawned = (child: ChildProcess, options: EngineOptions): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(new Error(`${options.name} could not be started (${options.command}): ${error.message}`)),
    );
    child.once('spawn', () => resolve(child.pid ?? 0));
  });

const whyNotReady = async (
  { ready, readyWithinMs }: EngineOptions,
  pid: number,
  exited: Promise<EngineExit>,
): Promise<string | undefined> => {
  const ended = exited.then(() => 'ended while starting');
  const silent = new AbortController();
  const answered = until(
    async () => silent.signal.aborted || (await ready(pid).catch(() => false)),
    readyWithinMs,
    READY_POLL_MS,
  ).then((answers) => (answers ? undefined : `did not answer within ${readyWithinMs / 1000} s`));
  const outcome = await Promise.race([ended, answered]);
  silent.abort();
  return outcome;
};

/** Starts an engine and resolves once it answers. When it ends or stays silent instead, the error carries the end of its log. */
export const startEngine = async (options: EngineOptions): Promise<EngineProcess> => {
  const { child, logStart } = launch(options);
  const exited = exitOf(child);
  const pid = await spawned(child, options);
  const identity = (await identify(pid)) ?? { pid, started: 'gone' };
  const stop = async (): Promise<void> => {
    await endProcess(identity, limitsOf(options));
    await exited;
    if (options.pidFile !== undefined) rmSync(options.pidFile, { force: true });
  };
  if (options.pidFile !== undefined) writePidFile(options.pidFile, identity);

  const failure = await whyNotReady(options, pid, exited);
  if (failure !== undefined) {
    await stop();
    throw new Error(
      `${options.name} ${failure}. The end of ${options.logFile}:\n${tailFrom(options.logFile, logStart)}`,
    );
  }
  return { name: options.name, pid, identity, exited, stop };
};

const limitsOf = (
  options: Pick<EngineOptions, 'stopSignal' | 'stopWithinMs'>,
): { signal?: NodeJS.Signals; withinMs?: number } => ({
  ...(options.stopSignal === undefined ? {} : { signal: options.stopSignal }),
  ...(options.stopWithinMs === undefined ? {} : { withinMs: options.stopWithinMs }),
});

const writePidFile = (file: string, identity: ProcessIdentity): void => {
  writeFileSync(file, `${JSON.stringify(identity)}\n`);
};

const readIfThere = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined;

const readPidFile = (file: string): ProcessIdentity | undefined => parseIdentity(readIfThere(file));

/** The engine that a pid file speaks of, when exactly that process is still running. */
export const runningEngine = async (pidFile: string): Promise<ProcessIdentity | undefined> => {
  const identity = readPidFile(pidFile);
  return identity !== undefined && (await isRunning(identity)) ? identity : undefined;
};

/** Stops the engine of a pid file and removes the file; does nothing when it is not running any more. */
export const stopEngine = async (
  pidFile: string,
  limits: Pick<EngineOptions, 'stopSignal' | 'stopWithinMs'> = {},
): Promise<'stopped' | 'killed' | 'was-not-running'> => {
  const identity = readPidFile(pidFile);
  const outcome = identity === undefined ? 'was-not-running' : await endProcess(identity, limitsOf(limits));
  rmSync(pidFile, { force: true });
  return outcome;
};
