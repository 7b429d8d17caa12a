/**
 * Real engines on this machine without Docker: PostgreSQL with a replica, Redis, Kafka and the gateway simulator, each a process
 * that goes on when this one ends. `npm run stack -- up | status | down`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FolderInUse, lockFolder, PortTaken } from '@plaza/engines';
import { down } from './down';
import type { Say } from './parts/part';
import { readPlan, StackError, type Plan } from './plan';
import { statusLines, statusOf } from './status';
import { up } from './up';

const usage = `Usage: npm run stack -- <command> [--json]
  up             starts what does not run; what runs is left alone
  status         tells how each part is; ends with 0 only if all are healthy
  down           stops all parts; --purge removes their data, too`;

const exitUsage = 64;

interface Command {
  name: 'up' | 'status' | 'down';
  json: boolean;
  purge: boolean;
}

function readCommand(args: string[]): Command {
  try {
    const options = { json: { type: 'boolean' }, purge: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const { json = false, purge = false } = values;
    const [name, ...more] = positionals;
    const known = name === 'up' || name === 'status' || name === 'down';
    if (known && more.length === 0 && (!purge || name === 'down')) return { name, json, purge };
  } catch {
    // An option that there is not: told as any other misuse.
  }
  process.stderr.write(`${usage}\n`);
  process.exit(exitUsage);
}

async function alone(plan: Plan, work: () => Promise<void>): Promise<void> {
  mkdirSync(plan.folder, { recursive: true });
  const lock = await lockFolder(plan.folder, join(plan.folder, 'lock.json'));
  try {
    await work();
  } finally {
    lock.release();
  }
}

async function main(): Promise<void> {
  const { name, json, purge } = readCommand(process.argv.slice(2));
  const plan = readPlan(process.env);
  const say: Say = (line) => (json ? process.stderr : process.stdout).write(`${line}\n`);
  if (name === 'up') await alone(plan, () => up(plan, { demo: process.env['PLAZA_DEMO'] !== '0', say }));
  if (name === 'down') await alone(plan, () => down(plan, { purge, say }));
  const status = await statusOf(plan);
  if (json) process.stdout.write(`${JSON.stringify(status, null, 2)}\n`);
  else if (name === 'status') statusLines(status).forEach(say);
  if (name === 'up') say(`The stack is up; where everything is stands in ${plan.settingsFile}`);
  if (name !== 'down' && !status.healthy) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${messageFor(error)}\n`);
  process.exitCode = 1;
});

function messageFor(error: unknown): string {
  if (error instanceof FolderInUse)
    return `Another stack command is at work (process ${error.holder.pid}). Try again when it is done.`;
  if (error instanceof StackError || error instanceof PortTaken) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
