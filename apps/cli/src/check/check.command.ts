/** `plaza check --deploy`: whether what the environment names may be put into production, and what to mend where it may not. */
import { createLogger, SystemClock } from '@plaza/platform';
import type { Command } from 'commander';
import { print, settingsOfEnvironment, styled, type OutputOptions, type Style } from '../plaza';
import { runChecks, type CheckResult, type Verdict } from './check';
import { deploymentChecks } from './checks';
import { Deployment } from './deployment';

interface CheckOptions extends OutputOptions {
  strict?: boolean;
}

interface Report {
  sound: boolean;
  checks: CheckResult[];
}

const teaching = `
Give it the very environment that the processes get, and run it from a machine of theirs: it looks at the settings, and asks each
engine about itself as the role of the processes. Nothing is written. Faults keep a deployment from going on, and so does what
could not be looked at; warnings may be meant, and count with --strict.

Examples:
  plaza check --deploy
  plaza check --deploy --strict
  plaza check --deploy --json | jq '.checks[] | select(.verdict == "fault") | {check, found, mend}'

Exit codes: 0 it may go into production, 1 it must not yet, 78 a configuration that cannot be used`;

export function checkCommand(program: Command): void {
  program
    .command('check')
    .description('look at what the environment names as for production: what was found, why, how to mend it')
    .requiredOption('--deploy', 'look at settings and engines as for production')
    .option('--strict', 'count warnings as faults')
    .option('--json', 'answer as JSON')
    .addHelpText('after', teaching)
    .action(async ({ strict = false, ...options }: CheckOptions) => {
      const checks = await lookedAt();
      const sound = !checks.some(({ verdict }) => isInTheWay(verdict, strict));
      print({ sound, checks }, options, readable);
      if (!sound) process.exitCode = 1;
    });
}

async function lookedAt(): Promise<CheckResult[]> {
  const logger = createLogger({ level: 'silent', pretty: false, name: 'cli' });
  const deployment = new Deployment(settingsOfEnvironment(), new SystemClock(), logger);
  try {
    return await runChecks(deploymentChecks, deployment);
  } finally {
    await deployment.close();
  }
}

function isInTheWay(verdict: Verdict, strict: boolean): boolean {
  return verdict === 'fault' || verdict === 'unknown' || (strict && verdict === 'warning');
}

const styles: Partial<Record<Verdict, Style>> = { fault: 'red', unknown: 'red', warning: 'yellow' };

function readable({ sound, checks }: Report): string {
  const findings = checks.filter(({ found }) => found.length > 0).map(finding);
  const passed = checks.filter(({ verdict }) => verdict === 'passed').length;
  const concerned = checks.filter(({ verdict }) => verdict !== 'not-concerned').length;
  const summary = `${String(passed)} of ${String(concerned)} checks found nothing; it ${sound ? 'may go' : 'must not go'} into production`;
  return [...findings, styled(summary, sound ? 'green' : 'red')].join('\n\n');
}

function finding({ check, verdict, found, why, mend }: CheckResult): string {
  return [
    styled(`${verdict.toUpperCase()} ${check}`, styles[verdict]),
    ...found.map((sentence) => `  ${sentence}`),
    `  why:  ${why}`,
    `  mend: ${mend}`,
  ].join('\n');
}
