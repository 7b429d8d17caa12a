/**
 * Kills what Plaza stands on, again and again, and says at the end what held. Everything runs on 127.0.0.1, is started for the run
 * and stopped after it. Exit codes: 0 every invariant held, 1 one did not or the run failed, 64 a command line that cannot be used,
 * 130 interrupted.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { bankRun } from './bank';
import { crossingsRun } from './crossings';
import { failoverRun } from './failover';
import { paymentsRun } from './payments';
import { restoreRun } from './restore';
import { rollingRun } from './rolling';
import type { FaultRun, Options, Verdict } from './support/fault-run';

const runs: FaultRun[] = [paymentsRun, crossingsRun, bankRun, restoreRun, rollingRun, failoverRun];
const exitUsage = 64;
const exitInterrupted = 130;

const usage = [
  'npm run chaos -- [name …] [--rounds 30] [--messages 10000] [--seconds 30] [--seed text] [--json file]',
  ...runs.map(({ name, about }) => `  ${name.padEnd(12)}${about}`),
  '  --rounds    how often everything is killed',
  '  --messages  that are sent in each round',
  '  --seconds   over which they are sent, where they come by themselves',
  '  --seed      of an earlier run, to kill the same parts at the same instants again',
  '  --json      writes the verdict to a file, too',
].join('\n');

const options = {
  rounds: { type: 'string', default: '30' },
  messages: { type: 'string', default: '10000' },
  seconds: { type: 'string', default: '30' },
  seed: { type: 'string', default: randomBytes(4).toString('hex') },
  json: { type: 'string' },
} as const;

function readCommandLine(): { chosen: FaultRun[]; options: Options } {
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const number = (name: 'rounds' | 'messages' | 'seconds', least: number, most: number): number => {
    const value = Number(values[name]);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new Error(`--${name} must be a whole number from ${least} to ${most}`);
  };
  const unknown = positionals.filter((name) => !runs.some((run) => run.name === name));
  if (unknown.length > 0) throw new Error(`There is no fault run "${unknown.join('", "')}"`);
  if (!/^[\w.-]{1,48}$/.test(values.seed))
    throw new Error('--seed must be 1 to 48 letters, digits, dots and dashes');
  return {
    chosen: positionals.length === 0 ? runs : runs.filter(({ name }) => positionals.includes(name)),
    options: {
      rounds: number('rounds', 1, 1_000),
      messages: number('messages', 100, 1_000_000),
      seconds: number('seconds', 1, 3_600),
      seed: values.seed,
      jsonFile: values.json,
    },
  };
}

function reportOf(name: string, { seed, rounds, kills, messages, invariants }: Verdict): string {
  const lines = invariants.map(({ says, violations }) =>
    violations.length === 0 ? `holds: ${says}` : `BROKEN: ${says}\n  ${violations.join('\n  ')}`,
  );
  const broken = invariants.reduce((sum, { violations }) => sum + violations.length, 0);
  const verdict = broken === 0 && rounds > 0 ? 'nothing was lost' : `${broken} violations`;
  return [
    '',
    ...lines,
    `${name}: ${verdict} in ${rounds} rounds, ${kills} kills and ${messages} messages (--seed ${seed})`,
  ].join('\n');
}

async function main(): Promise<void> {
  const { chosen, options: given } = commandLineOrExit();
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!ending.signal.aborted) process.stderr.write('\nEnding after this round …\n');
      ending.abort();
    });
  }
  const verdicts: Record<string, Verdict> = {};
  for (const run of chosen) {
    const say = (line: string) => process.stderr.write(`${run.name}: ${line}\n`);
    const verdict = await run.run(given, say, ending.signal);
    verdicts[run.name] = verdict;
    process.stdout.write(`${reportOf(run.name, verdict)}\n`);
    if (verdict.invariants.some(({ violations }) => violations.length > 0)) process.exitCode = 1;
  }
  if (given.jsonFile !== undefined) {
    mkdirSync(dirname(given.jsonFile), { recursive: true });
    writeFileSync(given.jsonFile, `${JSON.stringify(verdicts, null, 2)}\n`);
  }
  if (ending.signal.aborted) process.exitCode = exitInterrupted;
}

function commandLineOrExit(): ReturnType<typeof readCommandLine> {
  try {
    return readCommandLine();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}\n`);
    process.exit(exitUsage);
  }
}

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  })
  // Left to itself, Node 20 has been seen to wait for ever for handles that it was about to close.
  .finally(() => process.exit());
