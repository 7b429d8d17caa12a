/**
 * Measures Plaza beside a floor: the same thing done by as little code as can do it, in the same run, turn by turn. A figure
 * alone depends on the machine; the ratio to the floor says what Plaza itself costs.
 *
 * How to read a table: every line is one contender. "median/s" is the median of the rounds and "min" and "max" their range:
 * when the ranges of two lines overlap, their difference means little. Latencies are medians of the rounds' percentiles and
 * compare only between lines of the same load. "cores in use" tells who was busy, as far as the system tells it, and beside it
 * the processor time of one request, order or message, which says more than the rate where the machine has other work to do.
 * Lines that say "holds" were checked afterwards in the database; with one that is BROKEN no figure counts, and the run
 * fails. Missing an aim fails nothing.
 *
 * Everything runs on 127.0.0.1, is started for the run and stopped after it. Results for programs are in
 * `.plaza/bench/<name>.json`, what the processes said in `.plaza/bench/logs`.
 */
import { join } from 'node:path';
import { FolderInUse, lockFolder } from '@plaza/engines';
import { auditCost } from './audit-cost';
import { accrue } from './accrue';
import { wholeDay } from './day';
import { flashSale } from './flash-sale';
import { importLegacy } from './import-legacy';
import { largeLedger } from './large-ledger';
import { loyaltyReads } from './loyalty-reads';
import { paymentsMemory } from './payments-memory';
import { paymentsOffline } from './payments-offline';
import { paymentsOnline } from './payments-online';
import { placeOrder } from './place-order';
import { productList } from './product-list';
import { productListUncached } from './product-list-uncached';
import { weeklyReport } from './weekly-report';
import { Unavailable, type Benchmark } from './support/benchmark';
import { compare } from './support/compare';
import { filesFolder } from './support/folders';
import { readCommandLine, type Options } from './support/options';
import { recordOf, writeJson, writeRecord } from './support/record';
import { reportOf } from './support/report';
import { Interrupted, Running } from './support/running';

const benchmarks: Benchmark[] = [
  productList,
  productListUncached,
  placeOrder,
  auditCost,
  flashSale,
  paymentsOffline,
  paymentsOnline,
  accrue,
  loyaltyReads,
  largeLedger,
  paymentsMemory,
  importLegacy,
  weeklyReport,
  wholeDay,
];
const exitUsage = 64;
const exitInterrupted = 130;

const running = new Running();

async function main(): Promise<void> {
  const known = benchmarks.map(({ name }) => name);
  const { names, options } = commandLineOrExit(known);
  stopOnSignal();
  const release = await alone();
  try {
    const records: object[] = [];
    for (const benchmark of benchmarks.filter(({ name }) => names.includes(name))) {
      const record = await runOne(benchmark, options);
      if (record) records.push(record);
    }
    if (options.jsonFile !== undefined) writeJson(options.jsonFile, records);
  } finally {
    release();
  }
}

/** Two runs at once would measure each other, and share the files of their servers. */
async function alone(): Promise<() => void> {
  const folder = filesFolder();
  const lock = await lockFolder(folder, join(folder, 'bench.lock'));
  const release = () => {
    lock.release();
  };
  process.on('exit', release);
  return release;
}

function commandLineOrExit(known: readonly string[]) {
  try {
    return readCommandLine(process.argv.slice(2), known);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(exitUsage);
  }
}

async function runOne(benchmark: Benchmark, options: Options): Promise<object | undefined> {
  const say = (line: string) => process.stderr.write(`${benchmark.name}: ${line}\n`);
  try {
    const findings = await benchmark.run({
      options,
      running,
      say,
      compare: (comparison) => compare(comparison, options, say),
    });
    if (findings.checks.some(({ holds }) => !holds)) process.exitCode = 1;
    const record = await recordOf(benchmark, findings, options);
    const file = writeRecord(benchmark.name, record);
    process.stdout.write(`${reportOf(benchmark.name, findings)}\nwritten to ${file}\n`);
    return record;
  } catch (error) {
    if (running.isInterrupted || error instanceof Interrupted) throw error;
    if (error instanceof Unavailable) {
      process.stdout.write(`\n${benchmark.name}: skipped: ${error.message}\n`);
    } else {
      process.exitCode = 1;
      process.stderr.write(`\n${benchmark.name} failed: ${reasonOf(error)}\n`);
    }
    return undefined;
  } finally {
    await running.stopAll();
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function stopOnSignal(): void {
  const stop = () => {
    if (running.isInterrupted) return;
    process.stderr.write('\nStopping what was started …\n');
    void running.interrupt().finally(() => process.exit(exitInterrupted));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  // An interruption ends the process by itself, once all is stopped.
  if (running.isInterrupted) return;
  process.stderr.write(`${error instanceof FolderInUse ? error.message : reasonOf(error)}\n`);
  process.exitCode = 1;
});
