// `npm run audit`: asks the registry whether a package that production installs has a known weakness. Ends with 0 where none of weight is
// known, 1 where one is, 69 where the registry could not be asked; what it heard is told in either case.
import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { projectRoot } from './prepare.mjs';

const ASKED_WITHIN_MS = 30_000;
const ANSWER_BYTES_MAX = 64 * 1024 * 1024;
const EXIT_UNAVAILABLE = 69;
const OF_WEIGHT = new Set(['high', 'critical']);

const ownNpm = process.env.npm_execpath ?? '';
const [command, before] = basename(ownNpm).startsWith('npm') ? [process.execPath, [ownNpm]] : ['npm', []];

/** npm ends with 1 both where it found something and where it could not ask, so its answer is read either way. */
function ask() {
  return new Promise((resolve) => {
    execFile(
      command,
      [...before, 'audit', '--omit=dev', '--json'],
      { cwd: projectRoot, timeout: ASKED_WITHIN_MS, maxBuffer: ANSWER_BYTES_MAX },
      (_error, stdout) => resolve(stdout),
    );
  });
}

function read(answer) {
  try {
    const report = JSON.parse(answer);
    if (report.auditReportVersion === 2) return { packages: Object.values(report.vulnerabilities) };
    // What follows a status says only who was asked.
    return { reason: String(report.message ?? 'its answer was no report').split(/\n| - /)[0] };
  } catch {
    return { reason: `there was no answer within ${ASKED_WITHIN_MS / 1000} s` };
  }
}

/** A package is there for what it has itself, and for what it brings along; only the former has a title. */
function lineOf({ name, severity, range, via, fixAvailable }) {
  const [{ title, url } = {}] = via.filter((cause) => typeof cause === 'object');
  const why = title === undefined ? `by ${via.join(', ')}` : `${title} (${url})`;
  return `${severity}: ${name} ${range}: ${why}; ${fixAvailable ? 'there is a newer one' : 'there is no newer one'}`;
}

const { packages, reason } = read(await ask());
if (packages === undefined) {
  console.log(`Nobody could be asked about known weaknesses: ${reason}`);
  process.exitCode = EXIT_UNAVAILABLE;
} else {
  for (const each of packages) console.log(lineOf(each));
  const count = packages.filter(({ severity }) => OF_WEIGHT.has(severity)).length;
  console.log(
    packages.length === 0
      ? 'No package of production has a known weakness.'
      : `${packages.length} packages of production have a known weakness, ${count} of them one of weight.`,
  );
  if (count > 0) process.exitCode = 1;
}
