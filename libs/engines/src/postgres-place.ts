// Decides where a cluster's data lies: in the folder it was asked for or, when root asked and the server's unprivileged user
// may not enter that folder, below /var/lib/plaza with a note in the folder saying so.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { findBinaries, type PostgresBinaries } from './postgres-binaries';
import { canEnter, makeOpenFolder, postgresUser, type OsUser } from './postgres-user';

const SHARED_FOLDER = '/var/lib/plaza';
const NOTE = 'elsewhere.json';

export interface PostgresPlace {
  /** What the caller named: password and log stay here. */
  folder: string;
  /** The folder around the data, with the lock beside it: `folder` itself wherever possible. */
  parent: string;
  /** What PostgreSQL calls its data directory. */
  dataFolder: string;
  user: OsUser;
  binaries: PostgresBinaries;
}

interface Note {
  /** The folder that the data belongs to: a note that came along with a copy of the folder says another one. */
  folder: string;
  parent: string;
}

const readNote = (folder: string): Note | undefined => {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, NOTE), 'utf8'));
    if (typeof value !== 'object' || value === null || !('folder' in value) || !('parent' in value))
      return undefined;
    return typeof value.folder === 'string' && typeof value.parent === 'string'
      ? { folder: value.folder, parent: value.parent }
      : undefined;
  } catch {
    return undefined;
  }
};

/** The folder around the data as an earlier start has chosen it; undefined when there was none. */
const parentSoFar = (folder: string): string | undefined => {
  if (existsSync(join(folder, 'data'))) return folder;
  const note = readNote(folder);
  if (!note || !existsSync(join(note.parent, 'data'))) return undefined;
  const copied = note.folder !== folder && existsSync(note.folder);
  return copied ? undefined : note.parent;
};

/** Where the data of this folder lies, when it has any. */
export const existingDataFolder = (folder: string): string | undefined => {
  const parent = parentSoFar(folder);
  return parent === undefined ? undefined : join(parent, 'data');
};

const newParent = async (folder: string, user: OsUser): Promise<string> => {
  if (await canEnter(user, folder)) return folder;
  const parent = join(SHARED_FOLDER, createHash('sha256').update(folder).digest('hex').slice(0, 16));
  await makeOpenFolder(SHARED_FOLDER);
  await makeOpenFolder(parent);
  return parent;
};

/** Finds or chooses the place for a folder, which must exist. Tells `log` when it chooses another than the folder itself. */
export const findPlace = async (asked: string, log: (line: string) => void): Promise<PostgresPlace> => {
  const folder = realpathSync(asked);
  const before = parentSoFar(folder);
  const user = await postgresUser(join(before ?? folder, 'data'));
  const parent = before ?? (await newParent(folder, user));
  const { binaries, copied } = await findBinaries(user, SHARED_FOLDER);
  if (before === undefined && parent !== folder) {
    log(`PostgreSQL runs as user ${user.name}, who may not enter ${folder}: its data lies in ${parent}.`);
  } else if (before === undefined && copied) {
    log(
      `PostgreSQL runs as user ${user.name}, who may not enter node_modules: a copy of it is in ${SHARED_FOLDER}.`,
    );
  }
  return { folder, parent, dataFolder: join(parent, 'data'), user, binaries };
};

/** Notes in the folder where its data lies, so that the next start finds it. */
export const rememberPlace = async ({ folder, parent }: PostgresPlace): Promise<void> => {
  if (parent === folder) return;
  const draft = join(folder, `${NOTE}.new`);
  const note: Note = { folder, parent };
  await writeFile(draft, `${JSON.stringify(note, null, 2)}\n`);
  await rename(draft, join(folder, NOTE));
};
