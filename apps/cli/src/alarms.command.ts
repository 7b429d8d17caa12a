/** `plaza alarms`: what the payment stream met that somebody has to have seen. */
import { Alarms, type AlarmView } from '@plaza/payments';
import type { Command } from 'commander';
import { fields, idOption, print, table, withService, type OutputOptions } from './plaza';

const listMax = 100;

const teaching = `
An alarm is raised when Kafka passed offsets over (its retention was shorter than we were away) and when a topic was deleted and
made anew. Nothing stops by it: it stays open until somebody acknowledges it, and plaza census exits with 1 until then.

Examples:
  plaza alarms list
  plaza alarms acknowledge 019e2f41-7c55-7a31-8f0e-2d3c4b5a6978 --note "Retention was an hour; it is a week now"

Exit codes: 0 done, 1 there is no such alarm or a fault, 78 a configuration that cannot be used`;

export function alarmsCommand(program: Command): void {
  const command = program
    .command('alarms')
    .description('what the payment stream met that somebody has to have seen')
    .addHelpText('after', teaching);
  command
    .command('list')
    .description(`those that nobody has acknowledged, the latest first, at most ${String(listMax)}`)
    .option('--all', 'also the acknowledged ones')
    .option('--json', 'answer as JSON')
    .action(async ({ all = false, ...options }: OutputOptions & { all?: boolean }) => {
      const filter = { limit: listMax, ...(!all && { acknowledged: false }) };
      const { items } = await withService(Alarms, (alarms) => alarms.list(filter));
      print(items, options, (alarms) => table(alarms.map(rowOf)));
    });
  command
    .command('acknowledge')
    .description('say that you have seen it; whoever did so first stays')
    .argument('<id>', 'the id of the alarm', idOption)
    .option('--note <text>', 'what was found, for those who look later')
    .option('--json', 'answer as JSON')
    .action(async (id: string, { note, ...options }: OutputOptions & { note?: string }) => {
      const alarm = await withService(Alarms, (alarms) => alarms.acknowledge(id, note ?? null));
      print(alarm, options, fields);
    });
}

function rowOf({ id, kind, topic, partition, firstOffset, lastOffset, ...alarm }: AlarmView) {
  return {
    id,
    kind,
    place: `${topic}/${String(partition)}`,
    offsets: `${String(firstOffset)}-${String(lastOffset)}`,
    times: alarm.occurrences,
    'raised at': alarm.raisedAt.toISOString(),
    'acknowledged by': alarm.acknowledgedBy?.id ?? null,
  };
}
