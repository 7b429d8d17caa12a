/** Runs a script with PostgreSQL's own load generator, where it is installed: the floor below every client library. */
import { execFile, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { endProcess, identify } from '@plaza/engines';
import { filesFolder } from './folders';
import type { Running } from './running';
import type { Round } from './statistics';

const run = promisify(execFile);

/** Its version, such as `15.18`; undefined where it is not installed. */
export async function pgbenchVersion(): Promise<string | undefined> {
  try {
    const { stdout } = await run('pgbench', ['--version']);
    return /\d[\d.]*/.exec(stdout)?.[0] ?? stdout.trim();
  } catch {
    return undefined;
  }
}

export interface PgbenchRun {
  databaseUrl: string;
  script: string;
  clients: number;
  durationMs: number;
}

export async function pgbench(
  running: Running,
  { databaseUrl, script, clients, durationMs }: PgbenchRun,
): Promise<Round> {
  const file = join(filesFolder(), 'pgbench.sql');
  writeFileSync(file, script);
  const seconds = String(Math.max(1, Math.round(durationMs / 1000)));
  const started = await running.start('pgbench', () =>
    startPgbench(databaseUrl, [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(clients),
      '-j',
      '2',
      '-T',
      seconds,
      '-f',
      file,
    ]),
  );
  const output = await started.output;
  await running.stop(started);
  const done = numberIn(output, /transactions actually processed: (\d+)/);
  const perSecond = numberIn(output, /tps = ([\d.]+) \(without initial/);
  return { done, tookMs: (done / perSecond) * 1000 };
}

async function startPgbench(databaseUrl: string, args: string[]) {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  const child = spawn('pgbench', args, {
    env: {
      ...process.env,
      PGHOST: hostname,
      PGPORT: port,
      PGUSER: decodeURIComponent(username),
      PGPASSWORD: decodeURIComponent(password),
      PGDATABASE: pathname.slice(1),
    },
    detached: true,
  });
  const output = outputOf(child);
  // Whoever awaits it later gets the failure; until then it must not end the process.
  output.catch(() => undefined);
  const identity = await identify(child.pid ?? 0);
  return {
    output,
    stop: async () => {
      if (identity) await endProcess(identity);
    },
  };
}

function outputOf(child: ReturnType<typeof spawn>): Promise<string> {
  let written = '';
  const take = (bytes: Buffer) => {
    written += bytes.toString();
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(written);
      else reject(new Error(`pgbench ended with ${code ?? 'a signal'}:\n${written}`));
    });
  });
}

function numberIn(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`pgbench said something else:\n${text}`);
  return Number(found);
}
