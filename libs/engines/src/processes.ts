// Answers whether a process of an earlier run is still alive, and ends it. A pid alone is no proof, since the system gives
// the numbers out again; a process is therefore known by its pid together with the moment it started.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

import { hasCode } from './system-errors';

const run = promisify(execFile);

const POLL_MS = 20;
const KILL_WITHIN_MS = 5_000;

export interface ProcessIdentity {
  pid: number;
  /** When it started, in whatever words the system has for it; only ever compared for equality. */
  started: string;
}

interface ProcessFacts {
  started: string;
  /** Dead, but not yet collected by its parent: such a process holds no port and no file. */
  zombie: boolean;
}

const linuxFacts = async (pid: number): Promise<ProcessFacts | undefined> => {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The command name stands in brackets and may hold anything; the fields are counted from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const bootId = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    return { started: `${bootId}/${fields[19] ?? ''}`, zombie: fields[0] === 'Z' || fields[0] === 'X' };
  } catch {
    return undefined;
  }
};

const otherFacts = async (pid: number): Promise<ProcessFacts | undefined> => {
  try {
    const { stdout } = await run('ps', ['-p', String(pid), '-o', 'stat=,lstart='], {
      env: { ...process.env, LC_ALL: 'C' },
    });
    const [state = '', ...started] = stdout.trim().split(/\s+/);
    return started.length > 0 ? { started: started.join(' '), zombie: state.startsWith('Z') } : undefined;
  } catch {
    return undefined;
  }
};

const factsOf = async (pid: number): Promise<ProcessFacts | undefined> => {
  const facts = process.platform === 'linux' ? await linuxFacts(pid) : await otherFacts(pid);
  return facts?.zombie ? undefined : facts;
};

/** The identity of the process that has this pid now; undefined when there is none. */
export const identify = async (pid: number): Promise<ProcessIdentity | undefined> => {
  const facts = await factsOf(pid);
  return facts ? { pid, started: facts.started } : undefined;
};

/** Whether exactly this process is still running. */
export const isRunning = async ({ pid, started }: ProcessIdentity): Promise<boolean> =>
  (await factsOf(pid))?.started === started;

/** The identity written as JSON in a pid file or a lock; undefined when the content is no such thing. */
export const parseIdentity = (content: string | undefined): ProcessIdentity | undefined => {
  try {
    const value: unknown = JSON.parse(content ?? '');
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('started' in value))
      return undefined;
    const { pid, started } = value;
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : undefined;
  } catch {
    return undefined;
  }
};

/** The command line of a process, as far as we may see it; empty otherwise. */
export const commandOf = async (pid: number): Promise<string> => {
  try {
    return (await run('ps', ['-p', String(pid), '-o', 'command='])).stdout.trim();
  } catch {
    return '';
  }
};

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
};

const pause = (durationMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, durationMs));

/** Asks again until the answer is yes; false when the limit passes first. */
export const until = async (
  holds: () => Promise<boolean>,
  withinMs: number,
  pollMs = POLL_MS,
): Promise<boolean> => {
  const deadline = Date.now() + withinMs;
  for (;;) {
    if (await holds()) return true;
    if (Date.now() >= deadline) return false;
    await pause(pollMs);
  }
};

/** Asks a process to end and, when it has not within the limit, ends it with SIGKILL. Returns once it is gone. */
export const endProcess = async (
  identity: ProcessIdentity,
  { signal: polite = 'SIGTERM', withinMs = 10_000 }: { signal?: NodeJS.Signals; withinMs?: number } = {},
): Promise<'stopped' | 'killed' | 'was-not-running'> => {
  const gone = async (): Promise<boolean> => !(await isRunning(identity));
  if (await gone()) return 'was-not-running';
  signal(identity.pid, polite);
  if (await until(gone, withinMs)) return 'stopped';
  signal(identity.pid, 'SIGKILL');
  if (await until(gone, KILL_WITHIN_MS)) return 'killed';
  throw new Error(`Process ${identity.pid} is still there ${KILL_WITHIN_MS} ms after SIGKILL.`);
};
