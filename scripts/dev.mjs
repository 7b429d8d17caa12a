// `npm run dev`: all of Plaza in one process, as `npm start` has it, and again after every change of its sources; the back office from Vite,
// which changes it in the browser. PostgreSQL stays up meanwhile, and the next process waits with all packages loaded, so that a change is
// there soon.
import { fork } from 'node:child_process';
import { readFileSync, watch } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { transform } from '@swc/core';
import { createServer } from 'vite';
import { bundle } from './bundle.mjs';
import { bundlePackages, packagesFolder } from './packages.mjs';
import { prepare, projectRoot } from './prepare.mjs';

const WATCHED = ['apps', 'libs'];
const OTHERS = /(^|\/)(backoffice|fixtures)\/|\.spec\.ts$/;
/** An editor writes a file in several steps. */
const SETTLED_MS = 30;
const READY_WITHIN_MS = 60_000;
const READY_POLL_MS = 10;
const STOP_WITHIN_MS = 2_000;
const DATABASE_STOP_WITHIN_MS = 30_000;

const folder = join(projectRoot, 'node_modules', '.cache', 'plaza-dev');
const program = join(folder, 'main.js');
const dataFolder = resolve(process.env.PLAZA_DATA_DIR || '.plaza');
const port = Number(process.env.PORT || 3000);
const url = `http://127.0.0.1:${port}`;

const say = (line) => process.stdout.write(`${line}\n`);
/** The compiler tells behind its own words where in itself it was. */
const wordsFor = (error) =>
  String(error.message ?? error)
    .split('\n\nCaused by')[0]
    .trimEnd();
const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));

// --- compiling -----------------------------------------------------------------------------------------------------------

const { $schema, ...swc } = JSON.parse(readFileSync(join(projectRoot, '.swcrc'), 'utf8'));
const compiled = new Map();

/** What was compiled once is compiled again only when it has changed. */
async function compile(file) {
  const source = readFileSync(file, 'utf8');
  const known = compiled.get(file);
  if (known?.source === source) return known.result;
  const { code, map } = await transform(source, {
    ...{ ...swc, swcrc: false, configFile: false, filename: file, sourceFileName: file },
    jsc: { ...swc.jsc, baseUrl: projectRoot },
  });
  const result = { code, map };
  compiled.set(file, { source, result });
  return result;
}

/** Sources as production has them compiled, and packages from the files that were made of them. */
const sources = (names, used) => ({
  name: 'sources',
  resolveId: (name) => {
    if (!names.has(name)) return undefined;
    const id = join(packagesFolder, `${name}.js`);
    used.add(id);
    return { id, external: true };
  },
  load: (id) =>
    id.endsWith('.ts') ? compile(id).then((result) => ({ ...result, moduleType: 'js' })) : undefined,
});

/** @returns the files of packages that it asks for */
async function build(names) {
  const used = new Set();
  await bundle({
    input: { main: join(projectRoot, 'apps', 'standalone', 'src', 'main.ts') },
    folder,
    plugins: [sources(names, used)],
    output: { sourcemap: true, sourcemapExcludeSources: true, minify: false },
  });
  return [...used];
}

// --- running -------------------------------------------------------------------------------------------------------------

/** A process that has loaded all packages and waits to be told what it is. */
function nextProcess(packages, variables) {
  return fork(join(projectRoot, 'scripts', 'dev-process.cjs'), packages, {
    execArgv: ['--max-semi-space-size=32', '--enable-source-maps'],
    env: { ...process.env, ...variables },
  });
}

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

async function stop(child, withinMs = STOP_WITHIN_MS) {
  if (!child || hasEnded(child)) return;
  const ended = new Promise((resume) => child.once('exit', resume));
  child.kill('SIGTERM');
  const inTime = setTimeout(() => child.kill('SIGKILL'), withinMs);
  await ended;
  clearTimeout(inTime);
}

async function isReady(child) {
  const giveUpAt = performance.now() + READY_WITHIN_MS;
  while (!hasEnded(child) && performance.now() < giveUpAt) {
    const answer = await fetch(`${url}/health/live`).catch(() => undefined);
    if (answer?.ok) return true;
    await pause(READY_POLL_MS);
  }
  return false;
}

/** PostgreSQL in a process of its own; tells where it is. */
function startDatabase() {
  const main = join(projectRoot, 'dist', 'apps', 'standalone', 'src', 'kept-database.js');
  const child = fork(main, [dataFolder], { detached: true });
  return new Promise((resume, fail) => {
    child.once('message', (variables) => resume({ child, variables }));
    child.once('exit', (code) => fail(new Error(`PostgreSQL did not start (${code})`)));
  });
}

async function startBackOffice() {
  const server = await createServer({
    configFile: join(projectRoot, 'apps', 'backoffice', 'vite.config.mjs'),
    logLevel: 'warn',
    server: { proxy: { '/v1': url } },
  });
  await server.listen();
  return server;
}

// --- the loop ------------------------------------------------------------------------------------------------------------

function onChange(react) {
  let timer;
  const watchers = WATCHED.map((name) =>
    watch(join(projectRoot, name), { recursive: true }, (_, file) => {
      if (file === null || !file.endsWith('.ts') || OTHERS.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(() => react(relative(projectRoot, join(projectRoot, name, file))), SETTLED_MS);
    }),
  );
  return () => watchers.forEach((watcher) => watcher.close());
}

async function main() {
  process.chdir(projectRoot);
  await prepare({ build: true });
  const names = new Set(await bundlePackages());
  const database = process.env.DATABASE_URL ? undefined : await startDatabase();
  let packages = await build(names);
  const next = () => nextProcess(packages, database?.variables);
  let [running, waiting] = [undefined, next()];
  let turn = Promise.resolve();

  const replace = async (file) => {
    const startedAt = performance.now();
    if (file !== undefined) {
      // What cannot be compiled leaves the process alone that runs.
      await compile(join(projectRoot, file));
      [packages] = await Promise.all([build(names), stop(running)]);
    }
    [running, waiting] = [hasEnded(waiting) ? next() : waiting, undefined];
    running.send(program);
    const came = await isReady(running);
    const took = Math.round(performance.now() - startedAt);
    if (file !== undefined)
      say(came ? `${file}: reloaded in ${took} ms` : `${file}: the process has not come up`);
    waiting = next();
  };
  const inTurn = (file) => {
    turn = turn.then(() => replace(file)).catch((error) => say(wordsFor(error)));
    return turn;
  };

  await inTurn();
  const backOffice = await startBackOffice();
  say(`  Back office, as it changes  ${backOffice.resolvedUrls.local[0]}`);
  const stopWatching = onChange(inTurn);
  const end = async () => {
    stopWatching();
    await turn;
    await Promise.all([stop(running), stop(waiting)]);
    await stop(database?.child, DATABASE_STOP_WITHIN_MS);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void end());
}

main().catch((error) => {
  say(wordsFor(error));
  process.exit(1);
});
