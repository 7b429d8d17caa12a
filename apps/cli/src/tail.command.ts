/** `plaza tail`: how the payment stream stands, looked at every second until Ctrl-C. */
import { setTimeout as delay } from 'node:timers/promises';
import { Relay } from '@plaza/messaging';
import { outcomes, StreamStatusQueries, type StreamStatus } from '@plaza/payments';
import { PlazaError } from '@plaza/platform';
import type { Command } from 'commander';
import { fields, heightOf, styleOfOutcome, table, withPlaza, type OutputOptions } from './plaza';

const lookEveryMs = 1_000;

interface Status extends StreamStatus {
  /** Events that have not been carried to their consumers yet. */
  outboxBacklog: number;
}

const teaching = `
On a terminal the picture is drawn anew every second. Elsewhere a line is written whenever something has changed, as text or
with --json as an object with census, open, parked, owedReports and outboxBacklog. A database that is away is waited for. What is
missing is counted here; plaza census says where.

Examples:
  plaza tail
  plaza tail --json | jq -c '{open, owedReports}'
  NO_COLOR=1 plaza tail

Exit codes: 0 ended by Ctrl-C, 1 a fault, 78 a configuration that cannot be used`;

export function tailCommand(program: Command): void {
  program
    .command('tail')
    .description('the payment stream as it stands, every second until Ctrl-C')
    .option('--json', 'a line of JSON for every change')
    .addHelpText('after', teaching)
    .action(async ({ json = false }: OutputOptions) => {
      const ended = endOfWatch();
      await withPlaza(async (app) => {
        const [stream, relay] = [app.get(StreamStatusQueries), app.get(Relay)];
        const look = async (): Promise<Status> => ({
          ...(await stream.status()),
          outboxBacklog: (await relay.backlog()).waiting,
        });
        await watch(look, viewFor(json), ended);
      });
    });
}

function endOfWatch(): AbortSignal {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
  return ending.signal;
}

/** Shows one look after the other; `undefined` while the database is away. */
type View = (status: Status | undefined) => void;

async function watch(look: () => Promise<Status>, show: View, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    show(await look().catch(undefinedWhileAway));
    await delay(lookEveryMs, undefined, { signal: ended }).catch(() => undefined);
  }
}

function undefinedWhileAway(error: unknown): undefined {
  if (error instanceof PlazaError && error.kind === 'unavailable') return undefined;
  throw error;
}

function viewFor(json: boolean): View {
  if (!json && process.stdout.isTTY) return drawing();
  return onChange(json ? (status) => JSON.stringify(status ?? { unavailable: true }) : lineOf);
}

/** One line for every change. */
function onChange(text: (status: Status | undefined) => string): View {
  let shown: string | undefined;
  return (status) => {
    const next = text(status);
    if (next !== shown) process.stdout.write(`${next}\n`);
    shown = next;
  };
}

/** The whole picture, over the one before. */
function drawing(): View {
  let lines = 0;
  return (status) => {
    const picture = pictureOf(status);
    const back = lines > 0 ? `\u001b[${String(lines)}A\u001b[0J` : '';
    process.stdout.write(`${back}${picture}\n`);
    lines = heightOf(picture, process.stdout.columns);
  };
}

const away = 'The database cannot be reached at the moment';

function pictureOf(status: Status | undefined): string {
  if (!status) return away;
  const { census, ...waiting } = status;
  const rows = census.map(({ firstOffset: _first, lastReceivedAt, ...entry }) => ({
    topic: entry.topic,
    partition: entry.partition,
    received: entry.received,
    ...Object.fromEntries(outcomes.map((outcome) => [outcome, entry[outcome]])),
    lastOffset: entry.lastOffset,
    gaps: entry.gaps,
    'last received': lastReceivedAt === null ? null : toTheSecond(lastReceivedAt),
  }));
  return [table(rows, styleOfOutcome), '', fields(namedWaiting(waiting))].join('\n');
}

function toTheSecond(at: Date): string {
  return at.toISOString().replace(/\.\d+/, '');
}

function lineOf(status: Status | undefined): string {
  if (!status) return away;
  const { census, ...waiting } = status;
  const partitions = census.map((entry) => {
    const counts = outcomes.filter((outcome) => entry[outcome] > 0);
    const told = counts.map((outcome) => `${String(entry[outcome])} ${outcome}`).join(', ');
    const gaps = entry.gaps > 0 ? `, ${String(entry.gaps)} missing` : '';
    return `${entry.topic}/${String(entry.partition)} ${String(entry.received)} received (${told}${gaps})`;
  });
  const latest = census.map(({ lastReceivedAt }) => lastReceivedAt?.toISOString() ?? '').sort();
  const waits = Object.entries(namedWaiting(waiting)).map(([name, count]) => `${name} ${String(count)}`);
  return [...partitions, waits.join(', '), `last received ${latest.at(-1) ?? '-'}`].join(' | ');
}

function namedWaiting({ open, parked, owedReports, outboxBacklog }: Omit<Status, 'census'>) {
  return { open, parked, 'reports owed': owedReports, 'events waiting': outboxBacklog };
}
