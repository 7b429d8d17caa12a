/** `plaza census`: what was received and what became of it, and the alarms that nobody has acknowledged. */
import {
  Alarms,
  CensusQueries,
  outcomes,
  type AlarmView,
  type CensusEntry,
  type TallyFault,
} from '@plaza/payments';
import type { Command } from 'commander';
import { print, styled, styleOfOutcome, table, withPlaza, type OutputOptions } from './plaza';

interface Count {
  entries: CensusEntry[];
  alarms: AlarmView[];
  /** Null when nobody asked for a recount. */
  faults: TallyFault[] | null;
}

const alarmsMax = 100;

const teaching = `
Received is always the sum of the outcomes. Gaps are offsets between the first and the last that never came; where they are
stands below the table. A partition number of a million and more is a topic that was deleted and made anew: the log of each
of its lives is counted apart. Open alarms are listed until somebody acknowledges them (plaza alarms acknowledge).

Examples:
  plaza census
  plaza census --json | jq '.[] | select(.gaps > 0) | .missing'
  plaza census --recount      counts every message of the log and compares

Exit codes: 0 nothing is missing, 1 offsets are missing, an alarm is open, the recount differs, or a fault,
78 a configuration that cannot be used`;

export function censusCommand(program: Command): void {
  program
    .command('census')
    .description(
      'payment messages by topic, partition and outcome, counted in one instant; exits with 1 when there are gaps',
    )
    .option('--recount', 'also count the log itself, message by message, and say where the tallies differ')
    .option('--json', 'answer as JSON, with the missing offsets')
    .addHelpText('after', teaching)
    .action(async ({ recount = false, ...options }: OutputOptions & { recount?: boolean }) => {
      const count = await withPlaza(async (app): Promise<Count> => {
        const census = app.get(CensusQueries);
        const open = await app.get(Alarms).list({ acknowledged: false, limit: alarmsMax });
        const faults = recount ? await census.recount() : null;
        return { entries: await census.census(), alarms: open.items, faults };
      });
      print(count.faults && count.faults.length > 0 ? count.faults : count.entries, options, () =>
        readable(count),
      );
      if (!isSound(count)) process.exitCode = 1;
    });
}

function isSound({ entries, alarms, faults }: Count): boolean {
  return entries.every(({ gaps }) => gaps === 0) && alarms.length === 0 && (faults ?? []).length === 0;
}

function readable({ entries, alarms, faults }: Count): string {
  const parts = [censusTable(entries), missingOf(entries), alarmsOf(alarms), faults && recountOf(faults)];
  return parts.filter((part) => part !== null && part !== '').join('\n\n');
}

function censusTable(entries: CensusEntry[]): string {
  const rows = entries.map(({ missing: _missing, ...entry }) => entry);
  if (rows.length <= 1) return table(rows.map(inOrder), styleOfOutcome);
  const total = { ...rows.reduce(added), topic: 'all', partition: null, firstOffset: null, lastOffset: null };
  return table([...rows, total].map(inOrder), styleOfOutcome);
}

function missingOf(entries: CensusEntry[]): string {
  const lines = entries.flatMap(({ topic, partition, gaps, missing }) => {
    const named = missing.map(({ from, to }) =>
      from === to ? String(from) : `${String(from)}-${String(to)}`,
    );
    const all = missing.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    const rest = all < gaps ? ', and more' : '';
    return gaps === 0 ? [] : [`missing in ${topic}/${String(partition)}: ${named.join(', ')}${rest}`];
  });
  return styled(lines.join('\n'), lines.length > 0 ? 'red' : undefined);
}

function alarmsOf(alarms: AlarmView[]): string {
  return alarms
    .map(
      ({ id, kind, topic, partition, firstOffset, lastOffset, description }) =>
        `${styled(`ALARM ${kind}`, 'red')} ${topic}/${String(partition)} ${String(firstOffset)}-${String(lastOffset)} (${id})\n  ${description}`,
    )
    .join('\n');
}

function recountOf(faults: TallyFault[]): string {
  if (faults.length === 0) return 'The log was counted message by message: the tallies are right';
  return `The log says otherwise than the tallies:\n${table(faults.map((fault) => ({ ...fault })))}`;
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
