// Programs of Debian and its kin: the machine's own or, where it has none, the distribution's package unpacked into a folder of ours.
// Unpacked only, not installed: that needs no root and starts no service.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { EngineUnavailable, type Availability } from './availability';

const run = promisify(execFile);

const VERSION_WITHIN_MS = 10_000;
const FETCH_WITHIN_MS = 5 * 60_000;

const sharedLibrary = /\.so(?:\.\d+)*$/;

export interface DebianPackage {
  /** As a person calls it. */
  title: string;
  /** Of the package, and of its command. */
  name: string;
  /** The folder that it is unpacked into, below that of the programs. */
  folder: string;
  /** Where the program itself lies within the package. */
  program: string;
  size: string;
}

export interface DebianProgram {
  command: string;
  /** What it needs in its environment to find its libraries. */
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

// Libraries lie in a folder named after the machine, usr/lib/x86_64-linux-gnu, and some in one of their own below it.
const programIn = async (unpacked: string, program: string): Promise<DebianProgram> => {
  const libraries = join(unpacked, 'usr', 'lib');
  const files = existsSync(libraries) ? await readdir(libraries, { recursive: true }) : [];
  const folders = files
    .filter((file) => sharedLibrary.test(file))
    .map((file) => join(libraries, dirname(file)));
  return {
    command: join(unpacked, program),
    environment: { LD_LIBRARY_PATH: [...new Set(folders)].join(delimiter) },
  };
};

// Where a shell would find it: not everybody who starts a program looks for it.
const installed = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

const findHere = async (
  { name, folder, program }: DebianPackage,
  programsFolder: string,
): Promise<DebianProgram | undefined> => {
  const own = installed(name);
  if (own !== undefined && (await runs(own, ['--version']))) return { command: own, environment: {} };
  const unpacked = await programIn(resolve(programsFolder, folder), program);
  return (await runs(unpacked.command, ['--version'], unpacked.environment)) ? unpacked : undefined;
};

const canUnpack = async (): Promise<boolean> =>
  (await runs('apt-get', ['--version'])) && (await runs('dpkg', ['--version']));

const missing = ({ name }: DebianPackage): string => `there is no ${name}; install it`;

/** Whether it can be run here; that its package can be fetched is only known once it is. */
export const debianProgramAvailable = async (
  wanted: DebianPackage,
  programsFolder: string,
): Promise<Availability> => {
  if ((await findHere(wanted, programsFolder)) !== undefined || (await canUnpack()))
    return { available: true };
  return { available: false, reason: missing(wanted) };
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
const fetchPackages = async (apt: Apt, name: string): Promise<void> => {
  const wanted = await apt('install', '--print-uris', '--yes', '--no-install-recommends', name);
  const names = [...wanted.matchAll(/^'[^']+' ([^_\s]+)_/gm)].map((match) => match[1] ?? '');
  await apt('download', ...names);
};

const fetchInto = async (folder: string, name: string): Promise<void> => {
  try {
    await fetchPackages(aptIn(folder, []), name);
  } catch {
    // The machine's package lists are missing or too old: lists of our own need no root.
    const lists = join(folder, 'lists');
    await mkdir(join(lists, 'partial'), { recursive: true });
    const apt = aptIn(folder, ['-o', `Dir::State::lists=${lists}`, '-o', `Dir::Cache=${lists}`]);
    await apt('update');
    await fetchPackages(apt, name);
  }
};

const unpack = async ({ title, name, folder }: DebianPackage, programsFolder: string): Promise<void> => {
  const unpacked = resolve(programsFolder, folder);
  const draft = `${unpacked}.${randomBytes(6).toString('hex')}`;
  const root = join(draft, 'root');
  await mkdir(root, { recursive: true });
  try {
    await fetchInto(draft, name);
    const packages = (await readdir(draft)).filter((file) => file.endsWith('.deb'));
    for (const file of packages) await run('dpkg', ['-x', join(draft, file), root]);
    // One that does not run may lie there from another system.
    await rm(unpacked, { recursive: true, force: true });
    await rename(root, unpacked);
  } catch (error) {
    const complaint = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new EngineUnavailable(
      title,
      `its package could not be fetched into ${programsFolder}: ${complaint || String(error)}`,
    );
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
};

/**
 * The program, fetched into `programsFolder` when the machine has none.
 *
 * @throws EngineUnavailable with the reason when it cannot be had
 */
export const findDebianProgram = async (
  wanted: DebianPackage,
  programsFolder: string,
  log?: (line: string) => void,
): Promise<DebianProgram> => {
  const { title, size } = wanted;
  const here = await findHere(wanted, programsFolder);
  if (here) return here;
  if (!(await canUnpack())) throw new EngineUnavailable(title, missing(wanted));
  log?.(`Fetching ${title} through apt-get (${size}, this once) ...`);
  await unpack(wanted, programsFolder);
  const fetched = await findHere(wanted, programsFolder);
  if (fetched) return fetched;
  throw new EngineUnavailable(title, `what was fetched into ${programsFolder} does not run here`);
};
