// `npm test`: makes the clone ready, looks at it from every side and ends with one summary whose last line counts the tests.
// `npm test -- orders` runs just the test files whose path matches; what begins with a dash goes to Jest as it is.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import { prepare, projectRoot } from './prepare.mjs';

const MUST_NOT_SKIP = process.env.CI === 'true';

/**
 * What Jest says when it does not end by itself; only where it runs everything in its own process. What a file leaves behind is found by its
 * environment (test/support/jest).
 */
const DOES_NOT_END = /did not exit one second after/;

/** Every file loads all of Plaza anew; with more room for what lives shortly that costs a tenth less. Jest hands it on to its processes. */
const YOUNG_GENERATION = '--max-semi-space-size=64';

/** No test file takes this long; one that does is in an endless loop, which no timeout of Jest's own ends. */
const FILE_WITHIN_MS = 10 * 60_000;
const END_WITHIN_MS = 30_000;
const POLL_MS = 1_000;

const tool = (...path) => join(projectRoot, 'node_modules', ...path);
const lint = {
  name: 'lint',
  arguments: [tool('oxlint', 'bin', 'oxlint'), '--config', join(projectRoot, 'oxlint.config.mjs')],
};
const format = {
  name: 'format',
  arguments: [
    tool('prettier', 'bin', 'prettier.cjs'),
    ...['--check', '--log-level=warn', '.'],
    ...['--cache', '--cache-strategy=content', '--cache-location', tool('.cache', 'plaza-format.json')],
  ],
};
const typesOf = (name, ...project) => ({
  name,
  arguments: [tool('ts7', 'bin', 'tsc'), '--noEmit', '--pretty', 'false', ...project],
});
const types = [
  typesOf('types'),
  // It runs in a browser, so it knows other things than the rest.
  typesOf('browser types', '--project', 'apps/backoffice'),
  // The types of the CDK do not hold under one of the strict options of the rest.
  typesOf('AWS types', '--project', 'deploy/aws'),
];

const say = (line) => process.stdout.write(`${line}\n`);
const seconds = (sinceMs) => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;

const children = new Set();
let interruptedBy;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // Children get the signal and end in order; the summary then says that the run was cut short.
  process.on(signal, () => {
    interruptedBy ??= signal;
    for (const child of children) child.kill(signal);
  });
}

function run(args, { onStart = () => undefined, onStderr = () => undefined, ...options }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: projectRoot, ...options });
    children.add(child);
    onStart(child);
    const said = [];
    child.stdout?.on('data', (chunk) => said.push(chunk));
    child.stderr.on('data', (chunk) => (said.push(chunk), onStderr(chunk, child)));
    child.once('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.once('close', (code, signal) => {
      children.delete(child);
      resolve({ code, signal, output: Buffer.concat(said).toString('utf8').trimEnd() });
    });
  });
}

/** A check that speaks only when it fails. */
async function check({ name, arguments: args }) {
  if (interruptedBy !== undefined) return true;
  const startedAt = performance.now();
  const { code, output } = await run(args, { stdio: ['ignore', 'pipe', 'pipe'] });
  if (interruptedBy !== undefined) return true;
  say(`${name.padEnd(15)}${code === 0 ? 'ok' : 'FAILED'}  ${seconds(startedAt)}`);
  if (code !== 0) say(`${output}\n`);
  return code === 0;
}

/** What has become known of packages is news, and no fault of the change that is tested: it is told at the end and fails nothing. */
async function news() {
  const { output } = await run([join(projectRoot, 'scripts', 'audit.mjs')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return output;
}

const NOTHING = { passed: 0, failed: 0, skipped: 0, skippedParts: [] };

/** Counts of the run as the reporter wrote them; nothing that Jest prints is read for them. */
async function tests({ filters, options }) {
  if (interruptedBy !== undefined) return { ...NOTHING, faults: faultsOf({}) };
  const folder = mkdtempSync(join(tmpdir(), 'plaza-test-report-'));
  const reportFile = join(folder, 'report.json');
  say('tests');
  const startedAt = performance.now();
  let doesNotEnd = false;
  let watch;
  const reporter = join(projectRoot, 'test/support/jest/reporter.mjs');
  const { code, signal } = await run(
    [YOUNG_GENERATION, tool('jest', 'bin', 'jest.js'), ...filters, `--reporters=${reporter}`, ...options],
    {
      stdio: ['ignore', 'inherit', 'pipe'],
      env: { ...process.env, PLAZA_TEST_REPORT: reportFile },
      // A process group of its own, so that a worker in an endless loop can be ended with it.
      detached: true,
      onStart: (jest) => (watch = endWhenStuck(jest, reportFile)),
      onStderr: (chunk, jest) => {
        process.stderr.write(chunk);
        if (!DOES_NOT_END.test(chunk)) return;
        doesNotEnd = true;
        jest.kill();
      },
    },
  );
  watch.end();
  const report = readReport(reportFile);
  rmSync(folder, { recursive: true, force: true });
  const faults = faultsOf({ code, signal, doesNotEnd, stuckAt: watch.stuckAt, report });
  say(
    `${'tests'.padEnd(15)}${faults.length === 0 && report.failed === 0 ? 'ok' : 'FAILED'}  ${seconds(startedAt)}`,
  );
  return { ...NOTHING, ...report, faults };
}

const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** Asks Jest to end when no file has ended for too long, then ends whatever is left of it. */
function endWhenStuck(jest, reportFile) {
  const watch = { stuckAt: undefined };
  const lastSign = () => (existsSync(reportFile) ? statSync(reportFile).mtimeMs : startedAtMs);
  const startedAtMs = Date.now();
  const timer = setInterval(() => {
    const silentMs = Date.now() - lastSign();
    if (silentMs > FILE_WITHIN_MS) watch.stuckAt ??= readReport(reportFile)?.running ?? [];
    if (watch.stuckAt) endGroup(jest, silentMs > FILE_WITHIN_MS + END_WITHIN_MS ? 'SIGKILL' : 'SIGTERM');
  }, POLL_MS);
  watch.end = () => {
    clearInterval(timer);
    endGroup(jest, 'SIGKILL');
  };
  return watch;
}

function endGroup({ pid }, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function faultsOf({ code, signal, doesNotEnd, stuckAt, report }) {
  if (stuckAt)
    return [`no test file ended within ${FILE_WITHIN_MS / 60_000} min; at work: ${stuckAt.join(', ')}`];
  if (interruptedBy !== undefined) return [`the run was interrupted by ${interruptedBy}`];
  if (doesNotEnd) return ['something was left open: `npx jest --detectOpenHandles <file>` tells what'];
  if (signal !== null) return [`the tests were ended by ${signal}`];
  if (report === undefined || report.passed + report.failed === 0) return ['no test was run'];
  if (code !== 0 && report.failed === 0) return [`Jest ended with ${code} although no test failed`];
  return [];
}

/** Filters name files of this project, wherever it lies: the folders above it must not match. */
function filtersFrom(args) {
  const firstOption = args.findIndex((argument) => argument.startsWith('-'));
  const filters = firstOption === -1 ? args : args.slice(0, firstOption);
  const inProject = (filter) => (isAbsolute(filter) ? relative(projectRoot, filter) : filter);
  return {
    filters: filters.map((filter) => `^(?=(?:apps|libs|test)/).*(?:${inProject(filter)})`),
    options: args.slice(filters.length),
  };
}

let passed = 0;
let failed = 0;
let skipped = 0;

process.once('exit', (code) => {
  if (code !== 0 && failed === 0) failed = 1;
  say([`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', '));
});

const args = process.argv.slice(2);
process.chdir(projectRoot);
await prepare({ build: true });

const failedChecks = [];
const heard = args.length === 0 ? news() : Promise.resolve('');
const note = async (each) => {
  if (!(await check(each))) failedChecks.push(each.name);
};
let linted;
if (args.length === 0) {
  say('Looking at formatting, lint and types ...');
  // It takes the longest, so the tests begin meanwhile. The boundaries are looked at by test/architecture.
  linted = note(lint);
  for (const each of [format, ...types]) await note(each);
}
const result = await tests(filtersFrom(args));
await linted;

passed = result.passed;
skipped = result.skipped;
const faults = [...failedChecks.map((name) => `${name} failed`), ...result.faults];
if (MUST_NOT_SKIP && skipped > 0) faults.push('with CI=true nothing may be skipped');
failed = result.failed + faults.length;

say('');
for (const line of (await heard).split('\n').filter(Boolean)) say(`news: ${line}`);
for (const part of result.skippedParts) say(`skipped: ${part}`);
for (const fault of faults) say(`fault: ${fault}`);
process.exitCode = failed > 0 ? 1 : 0;
