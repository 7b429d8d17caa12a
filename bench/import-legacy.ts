/** `import-legacy`: a dump of a gigabyte is looked at, and a smaller one brought in, by a process whose memory must not grow with it. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { builtProgram, type PlazaDatabase } from '@plaza/engines';
import type { Benchmark, Findings, Workshop } from './support/benchmark';
import { filesFolder } from './support/folders';
import { writeLegacyDump, type DumpSize } from './support/legacy-dump';
import { migratedDatabase, plazaEnvironment } from './support/plaza';
import { rows, serverVersion, startDatabaseServer } from './support/postgres';

/** A purchase is some 62 bytes. */
const lookedAt = 16_500_000;
const broughtIn = 200_000;
const sampleEveryMs = 250;
/** Of the last quarter over the second, each at its lowest: garbage comes and goes, a leak only comes. */
const growthMax = 1.15;
const kibibytesPerMb = 1_024;
const program = builtProgram('apps/cli/src/main.js');

export const importLegacy: Benchmark = {
  name: 'import-legacy',
  about:
    'rows a second and memory of plaza import legacy-shop, on a gigabyte that is looked at and on less that is brought in',
  run,
};

interface Import extends DumpSize {
  tookMs: number;
  residentMb: number[];
  code: number | null;
}

async function run(workshop: Workshop): Promise<Findings> {
  const { running, say } = workshop;
  const server = await startDatabaseServer(running);
  const database = await migratedDatabase(server, 'plaza');
  say(`looking at ${lookedAt} purchases`);
  const looked = await imported(workshop, database, lookedAt, ['--dry-run']);
  say(`bringing in ${broughtIn} purchases`);
  const brought = await imported(workshop, database, broughtIn, []);
  const [found] = await rows<{ orders: number }>(
    database.ownerUrl,
    'SELECT count(*)::integer AS orders FROM orders.orders WHERE legacy_id IS NOT NULL',
  );
  const quarter = (of: readonly number[], number: number) =>
    Math.min(...of.slice((of.length * (number - 1)) / 4, (of.length * number) / 4));
  const growth = quarter(looked.residentMb, 4) / quarter(looked.residentMb, 2);
  return {
    comparisons: [],
    tables: [
      {
        title: 'the legacy shop’s dump',
        rows: [
          ['', 'MB', 'rows', 'rows/s', 'resident MB at most'],
          ['looked at (--dry-run)', ...rowOf(looked)],
          ['brought in', ...rowOf(brought)],
        ],
      },
    ],
    checks: [
      { says: 'no row was refused', holds: looked.code === 0 && brought.code === 0 },
      {
        says: `every purchase became an order: ${found?.orders ?? 0} of ${broughtIn}`,
        holds: found?.orders === broughtIn,
      },
      {
        says: `memory is flat over the gigabyte: ${growth.toFixed(2)} times in the last quarter of what it is in the second, at most ${growthMax}`,
        holds: growth <= growthMax,
      },
    ],
    remarks: [
      'The time of the whole command is counted, with its start; every row is read twice, and compared with what is there.',
    ],
    engines: { PostgreSQL: await serverVersion(server.url) },
  };
}

function rowOf({ bytes, rows: count, tookMs, residentMb }: Import): string[] {
  return [
    (bytes / 1_000_000).toFixed(0),
    count.toLocaleString('en'),
    Math.round(count / (tookMs / 1_000)).toLocaleString('en'),
    Math.max(...residentMb).toFixed(0),
  ];
}

async function imported(
  { running }: Workshop,
  database: PlazaDatabase,
  purchases: number,
  flags: readonly string[],
): Promise<Import> {
  const file = join(filesFolder(), 'legacy-shop.sql');
  const size = await writeLegacyDump(file, purchases);
  const residentMb: number[] = [];
  const beganAt = performance.now();
  try {
    const command = await running.start('import', () => Promise.resolve(start(database, file, flags)));
    const sampling = setInterval(() => {
      const sample = residentMbOf(command.pid);
      if (sample !== undefined) residentMb.push(sample);
    }, sampleEveryMs);
    const code = await command.ended.finally(() => {
      clearInterval(sampling);
    });
    return { ...size, tookMs: performance.now() - beganAt, residentMb, code };
  } finally {
    rmSync(file, { force: true });
  }
}

function start(database: PlazaDatabase, file: string, flags: readonly string[]) {
  const child = spawn(process.execPath, [program, 'import', 'legacy-shop', file, ...flags], {
    env: { PATH: process.env['PATH'], ...plazaEnvironment(database) },
    stdio: 'ignore',
    detached: true,
  });
  const ended = new Promise<number | null>((done, failed) => {
    child.once('close', done);
    child.once('error', failed);
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill();
    await ended.catch(() => undefined);
  };
  return { pid: child.pid ?? 0, ended, stop };
}

/** As Linux tells it; elsewhere and afterwards nothing is. */
function residentMbOf(pid: number): number | undefined {
  try {
    const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kibibytes === undefined ? undefined : Number(kibibytes) / kibibytesPerMb;
  } catch {
    return undefined;
  }
}
