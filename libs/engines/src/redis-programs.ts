// Finds a redis-server: the machine's own or, on Debian and its kin, the distribution's package unpacked into a folder of ours.
// Unpacked only, not installed: that needs no root and starts no service.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { EngineUnavailable, type Availability } from './availability';

const run = promisify(execFile);

const VERSION_WITHIN_MS = 10_000;
const FETCH_WITHIN_MS = 5 * 60_000;
const PACKAGE = 'redis-server';

export interface RedisPrograms {
  server: string;
  /** What the server needs in its environment to find its libraries. */
  environment: Record<string, string>;
}

const runs = async (command: string, args: readonly string[], environment = {}): Promise<boolean> => {
  try {
    const env = { ...process.env, ...environment };
    await run(command, [...args], { timeout: VERSION_WITHIN_MS, env });
    return true;
  } catch {
    return false;
  }
};

const unpackedFolderOf = (programsFolder: string): string => resolve(programsFolder, 'redis');

// Libraries lie in a folder named after the machine: usr/lib/x86_64-linux-gnu.
const programsIn = async (unpacked: string): Promise<RedisPrograms> => {
  const libraries = join(unpacked, 'usr', 'lib');
  const entries = existsSync(libraries) ? await readdir(libraries, { withFileTypes: true }) : [];
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(libraries, entry.name));
  return {
    server: join(unpacked, 'usr', 'bin', PACKAGE),
    environment: { LD_LIBRARY_PATH: [libraries, ...folders].join(delimiter) },
  };
};

const findHere = async (programsFolder: string): Promise<RedisPrograms | undefined> => {
  if (await runs(PACKAGE, ['--version'])) return { server: PACKAGE, environment: {} };
  const unpacked = await programsIn(unpackedFolderOf(programsFolder));
  return (await runs(unpacked.server, ['--version'], unpacked.environment)) ? unpacked : undefined;
};

const canUnpack = async (): Promise<boolean> =>
  (await runs('apt-get', ['--version'])) && (await runs('dpkg', ['--version']));

/** Whether Redis can be started here; that its package can be fetched is only known once it is. */
export const redisAvailable = async (programsFolder: string): Promise<Availability> => {
  if ((await findHere(programsFolder)) !== undefined || (await canUnpack())) return { available: true };
  return { available: false, reason: 'there is no redis-server; install it' };
};

type Apt = (...args: string[]) => Promise<string>;

// The folder for packages of a root's apt-get is closed to the user it would fetch as, and would make it complain.
const aptIn =
  (folder: string, options: readonly string[]): Apt =>
  async (...args) => {
    const always = ['-qq', '-o', 'APT::Sandbox::User=', '-o', 'Debug::NoLocking=1', ...options];
    const { stdout } = await run('apt-get', [...always, ...args], {
      cwd: folder,
      timeout: FETCH_WITHIN_MS,
      env: { ...process.env, LC_ALL: 'C' },
    });
    return stdout;
  };

// What an installation would fetch is exactly what is missing here: the package and those of its libraries that are not there.
const fetchPackages = async (apt: Apt): Promise<void> => {
  const wanted = await apt('install', '--print-uris', '--yes', '--no-install-recommends', PACKAGE);
  const names = [...wanted.matchAll(/^'[^']+' ([^_\s]+)_/gm)].map((match) => match[1] ?? '');
  await apt('download', ...names);
};

const fetchInto = async (folder: string): Promise<void> => {
  try {
    await fetchPackages(aptIn(folder, []));
  } catch {
    // The machine's package lists are missing or too old: lists of our own need no root.
    const lists = join(folder, 'lists');
    await mkdir(join(lists, 'partial'), { recursive: true });
    const apt = aptIn(folder, ['-o', `Dir::State::lists=${lists}`, '-o', `Dir::Cache=${lists}`]);
    await apt('update');
    await fetchPackages(apt);
  }
};

const unpack = async (programsFolder: string, unpacked: string): Promise<void> => {
  const draft = `${unpacked}.${randomBytes(6).toString('hex')}`;
  const root = join(draft, 'root');
  await mkdir(root, { recursive: true });
  try {
    await fetchInto(draft);
    const packages = (await readdir(draft)).filter((name) => name.endsWith('.deb'));
    for (const name of packages) await run('dpkg', ['-x', join(draft, name), root]);
    // One that does not run may lie there from another system.
    await rm(unpacked, { recursive: true, force: true });
    await rename(root, unpacked);
  } catch (error) {
    const complaint = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new EngineUnavailable(
      'Redis',
      `its package could not be fetched into ${programsFolder}: ${complaint || String(error)}`,
    );
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
};

/**
 * The programs of Redis, fetched into `programsFolder` when the machine has none (1.5 MB).
 *
 * @throws EngineUnavailable with the reason when they cannot be had
 */
export const findRedis = async (
  programsFolder: string,
  log?: (line: string) => void,
): Promise<RedisPrograms> => {
  const here = await findHere(programsFolder);
  if (here) return here;
  if (!(await canUnpack())) throw new EngineUnavailable('Redis', 'there is no redis-server; install it');
  log?.('Fetching Redis through apt-get (1.5 MB, this once) ...');
  await unpack(programsFolder, unpackedFolderOf(programsFolder));
  const fetched = await findHere(programsFolder);
  if (fetched) return fetched;
  throw new EngineUnavailable('Redis', `what was fetched into ${programsFolder} does not run here`);
};
