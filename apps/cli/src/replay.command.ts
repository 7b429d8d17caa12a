/** `plaza replay`: takes kept payment messages again as if they came now, all that are named, a bounded number at a time. */
import {
  paymentTypes,
  replayableOutcomes,
  Replays,
  type PaymentType,
  type Place,
  type ReplayableOutcome,
  type ReplayAnswer,
  type ReplayCount,
  type ReplayFilter,
} from '@plaza/payments';
import { PlazaError } from '@plaza/platform';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { idOption, print, progress, styleOfOutcome, table, withService, type OutputOptions } from './plaza';

interface ReplayOptions extends OutputOptions {
  key?: string;
  place?: Place;
  outcome?: ReplayableOutcome;
  from?: Date;
  to?: Date;
  topic?: PaymentType;
  dryRun?: boolean;
}

type Total = Pick<ReplayAnswer, 'dryRun' | 'examined' | 'changed' | 'counts' | 'places'>;

const placesMax = 100;

const teaching = `
What becomes of a message that is replayed:
  rejected     is read and decided anew, by the rules of now
  conflicting  is decided anew; it stays so while the other payment stands
  parked       is taken up if its account is there now
  open         is asked about at once
  declined     stays: the gateway's clear no is final for that id
  stored, duplicate  stay: there is nothing to do

Replaying again is safe: no payment counts twice. Every replay but a dry run is kept, with who did it.

Examples:
  plaza replay --outcome rejected --from 2026-11-20T00:00:00Z --dry-run
  plaza replay --place online/0/4711
  plaza replay --key 3f5379b6-4a95-49b3-a9c0-3a5703df8073 --json

Exit codes: 0 all that was named has been replayed, 1 refused (nothing is named, no such place, the database is away),
78 a configuration that cannot be used`;

export function replayCommand(program: Command): void {
  program
    .command('replay')
    .description('take kept payment messages again as if they came now; never twice in effect')
    .option('--key <payment id>', 'all messages that speak of this payment', idOption)
    .option('--place <topic/partition/offset>', 'the message at this place', place)
    .addOption(new Option('--outcome <outcome>', 'all with this outcome').choices(replayableOutcomes))
    .option('--from <instant>', 'received at this instant or later, as 2026-11-20T00:00:00Z', instant)
    .option('--to <instant>', 'received before this instant', instant)
    .addOption(new Option('--topic <topic>', 'of this topic').choices(paymentTypes))
    .option('--dry-run', 'say what would become of them, and write nothing')
    .option('--json', 'answer as JSON')
    .addHelpText('after', teaching)
    .action(async ({ json = false, dryRun = false, ...named }: ReplayOptions) => {
      const filter = filterOf(named);
      const total = await withService(Replays, (replays) => replayAll(replays, filter, dryRun));
      print(total, { json }, readable);
    });
}

function filterOf({ key, ...filter }: ReplayOptions): ReplayFilter {
  const named = { ...filter, ...(key !== undefined && { paymentId: key }) };
  if (named.place && Object.keys(named).length > 1) {
    throw new PlazaError('invalid', 'cli.named-twice', '--place names one message; leave the others out');
  }
  if (named.place || named.paymentId !== undefined || named.outcome !== undefined) return named;
  throw new PlazaError('invalid', 'cli.nothing-named', 'Name what to replay: --key, --place or --outcome');
}

async function replayAll(replays: Replays, filter: ReplayFilter, dryRun: boolean): Promise<Total> {
  if (filter.place) {
    const message = await replays.replayOne(filter.place, { dryRun });
    const { before: from, after: to } = message;
    const changed = from === to ? 0 : 1;
    return { dryRun, examined: 1, changed, counts: [{ from, to, count: 1 }], places: [message] };
  }
  const total: Total = { dryRun, examined: 0, changed: 0, counts: [], places: [] };
  const told = progress();
  for (let after: string | null | undefined; after !== null;) {
    const answer = await replays.replay({ ...filter, ...(after !== undefined && { after }) }, { dryRun });
    add(total, answer);
    after = answer.next;
    told.tell(`${String(total.examined)} replayed, ${String(total.changed)} changed`);
  }
  told.end();
  return total;
}

function add(total: Total, { examined, changed, counts, places }: ReplayAnswer): void {
  total.examined += examined;
  total.changed += changed;
  for (const each of counts) addCount(total.counts, each);
  total.places.push(...places.slice(0, placesMax - total.places.length));
}

function addCount(counts: ReplayCount[], { from, to, count }: ReplayCount): void {
  const known = counts.find((one) => one.from === from && one.to === to);
  if (known) known.count += count;
  else counts.push({ from, to, count });
}

function readable({ dryRun, examined, changed, counts, places }: Total): string {
  const changes = dryRun ? 'would change; this was a dry run' : 'changed';
  const summary = `${String(examined)} replayed, ${String(changed)} ${changes}`;
  if (examined === 0) return summary;
  const rows = places.map(({ topic, partition, offset, ...rest }) => ({
    place: `${topic}/${String(partition)}/${String(offset)}`,
    ...rest,
  }));
  const rest = examined > places.length ? [`(the first ${String(places.length)})`] : [];
  return [
    summary,
    '',
    table(counts.map((each) => ({ ...each }))),
    '',
    table(rows, styleOfColumn),
    ...rest,
  ].join('\n');
}

function styleOfColumn(column: string, cell: string | number | null) {
  return column === 'after' ? styleOfOutcome(String(cell)) : undefined;
}

function place(text: string): Place {
  const [, topic, partition, offset] = /^([\w.-]+)\/(\d{1,9})\/(\d{1,15})$/.exec(text) ?? [];
  if (topic !== undefined) return { topic, partition: Number(partition), offset: Number(offset) };
  throw new InvalidArgumentError('A place is topic/partition/offset, as online/0/4711.');
}

function instant(text: string): Date {
  const at = new Date(text);
  const hasZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$/i.test(text);
  if (hasZone && !Number.isNaN(at.getTime())) return at;
  throw new InvalidArgumentError('An instant is written with its zone, as 2026-11-20T00:00:00Z.');
}
