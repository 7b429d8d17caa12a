// Chooses the OS user that PostgreSQL runs as. PostgreSQL refuses to run as root, so root lends it an unprivileged user;
// everybody else runs it as themselves.
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

const ATTEMPT_WITHIN_MS = 10_000;

export interface OsUser {
  name: string;
  isOurselves: boolean;
  /** Given to a process that is to run as this user; absent for ourselves. */
  ids?: { uid: number; gid: number };
}

const idsOf = async (name: string): Promise<{ uid: number; gid: number } | undefined> => {
  try {
    const uid = Number((await run('id', ['-u', name])).stdout);
    const gid = Number((await run('id', ['-g', name])).stdout);
    return Number.isInteger(uid) && uid !== 0 ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
};

const createUser = async (name: string): Promise<void> => {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]],
    ['adduser', ['-S', '-D', '-H', name]],
  ];
  for (const [command, args] of ways) {
    try {
      await run(command, args);
      return;
    } catch {
      // Not every system has this command or lets us write its user table; the next way, or `nobody`, serves.
    }
  }
};

const ownerOf = (folder: string): { uid: number; gid: number } | undefined => {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats && stats.uid !== 0 ? { uid: stats.uid, gid: stats.gid } : undefined;
};

/** The user for a server on `dataFolder`: its owner where it exists already, since PostgreSQL insists on that. */
export const postgresUser = async (dataFolder: string): Promise<OsUser> => {
  const self = userInfo();
  if (self.uid !== 0) return { name: self.username, isOurselves: true };
  const owner = ownerOf(dataFolder);
  if (owner) return { name: `of number ${owner.uid}`, isOurselves: false, ids: owner };
  for (const name of ['postgres', '_postgres']) {
    const ids = await idsOf(name);
    if (ids) return { name, isOurselves: false, ids };
  }
  await createUser('postgres');
  for (const name of ['postgres', 'nobody']) {
    const ids = await idsOf(name);
    if (ids) return { name, isOurselves: false, ids };
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody to run it as.',
  );
};

/** Whether this user can run a program: tried, not computed, as mount options and access lists matter as well as modes. */
export const canRun = async (user: OsUser, command: string, args: readonly string[]): Promise<boolean> => {
  try {
    await run(command, [...args], { cwd: '/', timeout: ATTEMPT_WITHIN_MS, ...user.ids });
    return true;
  } catch {
    return false;
  }
};

/** Whether this user can get into a folder. */
export const canEnter = (user: OsUser, folder: string): Promise<boolean> =>
  user.isOurselves ? Promise.resolve(true) : canRun(user, '/bin/sh', ['-c', 'cd "$0"', folder]);

/** Makes a folder of ours that every user may enter, whatever the umask. */
export const makeOpenFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
};
