/** `plaza census`: what was received and what became of it. Exits with 1 when offsets are missing. */
import { CensusQueries, outcomes, type CensusEntry } from '@plaza/payments';
import type { Command } from 'commander';
import { print, table, withService, type OutputOptions } from './plaza';

export function censusCommand(program: Command): void {
  program
    .command('census')
    .description(
      'payment messages by topic, partition and outcome, counted in one instant; exits with 1 when there are gaps',
    )
    .option('--json', 'answer as JSON, with the missing offsets')
    .addHelpText(
      'after',
      '\nReceived is always the sum of the outcomes. Exit codes: 0 nothing is missing, 1 offsets are missing',
    )
    .action(async (options: OutputOptions) => {
      const entries = await withService(CensusQueries, (queries) => queries.census());
      print(entries, options, readable);
      if (entries.some(({ gaps }) => gaps > 0)) process.exitCode = 1;
    });
}

function readable(entries: CensusEntry[]): string {
  const rows = entries.map(({ missing: _missing, ...entry }) => entry);
  if (rows.length <= 1) return table(rows.map(inOrder));
  const total = { ...rows.reduce(added), topic: 'all', partition: null, firstOffset: null, lastOffset: null };
  return table([...rows, total].map(inOrder));
}

type Row = Record<string, string | number | null>;

function inOrder(row: Row): Row {
  const columns = ['topic', 'partition', 'received', ...outcomes, 'firstOffset', 'lastOffset', 'gaps'];
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}

function added<Entry extends Omit<CensusEntry, 'missing'>>(sum: Entry, entry: Entry): Entry {
  const counts = ['received', 'gaps', ...outcomes] as const;
  return { ...sum, ...Object.fromEntries(counts.map((count) => [count, sum[count] + entry[count]])) };
}
