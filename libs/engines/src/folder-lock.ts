// Lets one process at a time hold a folder. The holder is named in the lock, so the second one can say who is in the way, and
// a lock whose holder was killed is simply taken over.
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

import { identify, isRunning, parseIdentity, type ProcessIdentity } from './processes';
import { hasCode } from './system-errors';

const ATTEMPTS_MAX = 20;

export class FolderInUse extends Error {
  constructor(
    readonly folder: string,
    readonly holder: ProcessIdentity,
  ) {
    const who = holder.pid === process.pid ? 'this process already' : `process ${holder.pid}`;
    super(`${folder} is in use by ${who}. Stop it first, or choose another folder.`);
    this.name = 'FolderInUse';
  }
}

export interface FolderLock {
  release(): void;
}

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

export class FolderNotOurs extends Error {
  constructor(readonly folder: string) {
    const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
    const whose = owner === undefined ? '' : `: it belongs to user number ${owner}`;
    super(`${folder} cannot be written${whose}. Start as that user, or choose another folder.`);
    this.name = 'FolderNotOurs';
  }
}

// A hard link appears complete or not at all, so nobody ever reads a lock that is half written.
const create = (file: string, content: string): boolean => {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

// Moved aside and looked at again, because another process may have replaced the stale lock by its own a moment ago.
const removeStale = (file: string, stale: string): void => {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved !== undefined && moved !== stale) create(file, moved);
  rmSync(aside, { force: true });
};

const createIn = (folder: string, file: string, content: string): boolean => {
  try {
    return create(file, content);
  } catch (error) {
    throw hasCode(error, 'EACCES') || hasCode(error, 'EROFS') ? new FolderNotOurs(folder) : error;
  }
};

/** Takes the lock `file` of `folder`, or throws `FolderInUse` with the living holder, or `FolderNotOurs`. */
export const lockFolder = async (folder: string, file: string): Promise<FolderLock> => {
  const self = await identify(process.pid);
  const content = `${JSON.stringify(self)}\n`;
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    if (createIn(folder, file, content)) {
      return {
        release: () => {
          if (read(file) === content) rmSync(file, { force: true });
        },
      };
    }
    const found = read(file);
    const holder = parseIdentity(found);
    if (holder && (await isRunning(holder))) throw new FolderInUse(folder, holder);
    if (found !== undefined) removeStale(file, found);
  }
  throw new Error(`The lock ${file} changes hands too fast; try again.`);
};
