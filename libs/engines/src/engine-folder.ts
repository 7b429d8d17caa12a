// Gives an engine's folder to one starter at a time, and finds what earlier ones have left running on it: a detached engine is
// meant to be there, any other was orphaned by a process that was killed.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { runningEngine, stopEngine, type EngineProcess } from './engine-process';
import { FolderInUse, lockFolder } from './folder-lock';
import type { ProcessIdentity } from './processes';

export interface FolderOptions {
  /** Holds everything of this engine; made when missing. */
  folder: string;
  /** The engine goes on when this process ends; the next start with the same folder finds it. */
  detached?: boolean;
  /** Gets a calm line for people now and then; silence when absent. */
  log?: (line: string) => void;
}

const heldPidFileOf = (folder: string): string => join(folder, 'held.pid.json');

/** Where a detached engine's pid is written. */
export const detachedPidFileOf = (folder: string): string => join(folder, 'detached.pid.json');

/** The detached engine of this folder, when it is running. */
export const runningDetached = (folder: string): Promise<ProcessIdentity | undefined> =>
  runningEngine(detachedPidFileOf(folder));

/** What an engine's start gives to `startEngine` so that later starts find the process. */
export const pidFileOptions = (
  folder: string,
  detached: boolean | undefined,
): { pidFile: string; detached?: true } =>
  detached === true ? { pidFile: detachedPidFileOf(folder), detached } : { pidFile: heldPidFileOf(folder) };

/**
 * Locks the folder for as long as the engine is ours, or for the time of the start when it is to be detached.
 *
 * @throws FolderInUse when a living process holds the folder, or a detached engine runs on it
 */
export const startOnFolder = async (
  name: string,
  { folder, detached, log }: FolderOptions,
  start: () => Promise<EngineProcess>,
): Promise<Pick<EngineProcess, 'pid' | 'exited' | 'stop'>> => {
  await mkdir(folder, { recursive: true });
  const lock = await lockFolder(folder, join(folder, 'lock.json'));
  try {
    const running = await runningDetached(folder);
    if (running) throw new FolderInUse(folder, running);
    if ((await stopEngine(heldPidFileOf(folder))) !== 'was-not-running') {
      log?.(`Stopped ${name}, left running on ${folder} by a process that is gone.`);
    }
    const engine = await start();
    if (detached === true) lock.release();
    return {
      pid: engine.pid,
      exited: engine.exited,
      stop: async () => {
        await engine.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
};
