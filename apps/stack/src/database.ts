/** What makes an empty PostgreSQL the one of Plaza: its database and roles, the schemas, and data to try things out with. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { builtProgram, ensurePlazaDatabase, type PlazaDatabase } from '@plaza/engines';
import { primaryOf } from './parts/postgres';
import { StackError, type Plan } from './plan';

const run = promisify(execFile);

const databaseName = 'plaza';
const commandLine = builtProgram('apps/cli/src/main.js');

export async function prepareDatabase(plan: Plan): Promise<PlazaDatabase> {
  return ensurePlazaDatabase((await primaryOf(plan)).url, databaseName);
}

/** Runs a command of Plaza's own command line on the stack. */
export async function runPlaza(command: string, settings: Record<string, string>): Promise<void> {
  try {
    await run(process.execPath, [commandLine, command], { env: { ...process.env, ...settings } });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new StackError(`plaza ${command} failed: ${said || String(error)}`);
  }
}
