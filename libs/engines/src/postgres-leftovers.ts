// Ends what an earlier run has left working on a data folder: the server of a Plaza that was killed, or the single backends of
// a server that was killed itself. Two servers on one folder would ruin it, so a start comes after this.
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

import { commandOf, endProcess, identify, until, type ProcessIdentity } from './processes';

const SERVER_STOP_WITHIN_MS = 30_000;
const BACKEND_LEAVE_WITHIN_MS = 2_000;
const BACKEND_STOP_WITHIN_MS = 2_000;

export interface ServerNote {
  pid: number;
  port: number;
  /** 'starting', 'ready', 'standby' or 'stopping'. */
  state: string;
}

/** What a server writes about itself into `postmaster.pid`; the file stays behind when the server is killed. */
export const readServerNote = (dataFolder: string): ServerNote | undefined => {
  try {
    const lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), state: lines[7]?.trim() ?? '' };
  } catch {
    return undefined;
  }
};

// Every process of PostgreSQL works in its data folder, which tells a real server from a stranger that got its old pid.
const workingIn = async (dataFolder: string): Promise<number[]> => {
  if (process.platform !== 'linux') return [];
  const real = realpathSync(dataFolder);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const working: number[] = [];
  for (const pid of pids) {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => '');
    const program = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
    if (folder === real && program.startsWith('postgres')) working.push(Number(pid));
  }
  return working;
};

/** The living server of this data folder; undefined when there is none. */
export const livingServer = async (
  dataFolder: string,
): Promise<(ServerNote & { identity: ProcessIdentity }) | undefined> => {
  const note = readServerNote(dataFolder);
  if (!note || !(note.pid > 0)) return undefined;
  const identity = await identify(note.pid);
  if (!identity) return undefined;
  const isOurs =
    process.platform === 'linux'
      ? (await workingIn(dataFolder)).includes(note.pid)
      : (await commandOf(note.pid)).includes(dataFolder);
  return isOurs ? { ...note, identity } : undefined;
};

const endBackends = async (dataFolder: string): Promise<void> => {
  if (await until(async () => (await workingIn(dataFolder)).length === 0, BACKEND_LEAVE_WITHIN_MS)) return;
  for (const pid of await workingIn(dataFolder)) {
    const identity = await identify(pid);
    if (identity) await endProcess(identity, { signal: 'SIGQUIT', withinMs: BACKEND_STOP_WITHIN_MS });
  }
};

/** Leaves nothing running on the data folder. Returns the pid of the server that was found alive, if one was. */
export const endLeftovers = async (dataFolder: string): Promise<number | undefined> => {
  const server = await livingServer(dataFolder);
  if (server) await endProcess(server.identity, { signal: 'SIGINT', withinMs: SERVER_STOP_WITHIN_MS });
  await endBackends(dataFolder);
  // PostgreSQL would take a stranger with the old pid and the same user for a living server and refuse to start.
  if (!server && readServerNote(dataFolder)) rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
  return server?.pid;
};
