/** The results for programs: one JSON file per benchmark, and all in one where that was asked for. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Benchmark, Findings } from './benchmark';
import { filesFolder } from './folders';
import { machine, versions } from './machine';
import type { Options } from './options';
import { ratiosOf } from './report';

export async function recordOf(benchmark: Benchmark, findings: Findings, options: Options) {
  return {
    benchmark: benchmark.name,
    about: benchmark.about,
    at: new Date().toISOString(),
    command: ['npm run bench --', ...process.argv.slice(2)].join(' '),
    machine: machine(),
    versions: { ...(await versions()), ...findings.engines },
    options: { rounds: options.rounds, roundMs: options.roundMs, messages: options.messages },
    comparisons: findings.comparisons.map((comparison) => ({ ...comparison, ratios: ratiosOf(comparison) })),
    ...(findings.tables && { tables: findings.tables }),
    checks: findings.checks,
    remarks: findings.remarks,
  };
}

/** Returns the file's path. */
export function writeRecord(name: string, record: object): string {
  const file = join(filesFolder(), `${name}.json`);
  writeJson(file, record);
  return file;
}

export function writeJson(file: string, value: object): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
