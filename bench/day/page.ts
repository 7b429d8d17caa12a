/** The tables of `docs/capacity.md`: all between its two marks follows from the figures, so nobody writes there by hand. */
import { coresFor, foreseen, needs, planFor, plannedShare, sizes } from './capacity';
import { served, type Figures, type Served } from './figures';
import { averageRates, day, kinds, peakFactor, scaled, total } from './model';

const begin = '<!-- figures of npm run bench -- day -->';
const end = '<!-- end of figures -->';

const largest = Math.max(...sizes);

/** @throws Error when the marks are missing */
export function withFigures(page: string, figures: Figures): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The page needs the marks ${begin} and ${end}`);
  return `${page.slice(0, from + begin.length)}\n\n${sections(figures).join('\n\n')}\n\n${page.slice(to)}`;
}

function sections(figures: Figures): string[] {
  const { processor, cores, memoryGiB } = figures.machine;
  return [
    `Measured ${figures.at.slice(0, 10)} on ${cores} cores (${processor}, ${memoryGiB} GiB), Node ${figures.versions['node'] ?? ''}, PostgreSQL ${figures.versions['PostgreSQL'] ?? ''}, Kafka ${figures.versions['Kafka'] ?? ''}; everything, the load too, on the one machine.`,
    '### What a day asks for',
    asked(),
    '### What one request costs',
    `In microseconds of a processor, with all that follows from the request (events, the gateway, points), beyond what is used without any.`,
    costs(figures),
    `A small transaction is committed after ${figures.commitMs.alone.toFixed(2)} ms, and after ${figures.commitMs.withReplica.toFixed(2)} ms where a replica must have it, too.`,
    '### More and more of the peak',
    `Cores in use by each, while requests come in at a share of the peak of ${thousands(largest)} users (${whole(total(atPeak(largest)))} requests per second) whatever becomes of those before; beside their sum what it should be by the costs.`,
    rising(figures),
    `What had no more to give: ${figures.saturated}. ${besides(figures)}`,
    '### What a day needs',
    'Cores kept busy: the requests per second of each kind times its cost, and what is used without any.',
    needed(figures),
    `With no more than ${percent(plannedShare)} of a processor planned to be busy at the peak: ${sizes.map((users) => plan(figures, users)).join('; ')}.`,
    '### How long requests would wait',
    `Simulated: the plan for ${thousands(largest)} users, with other loads than it was made for. Times are those of processors and of waiting for them.`,
    waited(figures),
  ];
}

const atPeak = (users: number) => scaled(averageRates(users), peakFactor);

function asked(): string {
  const [average, peak] = [averageRates(largest), atPeak(largest)];
  return table(
    [
      'request',
      'is',
      'per user and day',
      `a day of ${thousands(largest)}`,
      'per second',
      `at the peak, × ${peakFactor}`,
    ],
    [
      ...kinds.map((kind) => [
        ...[kind, day[kind].asks, String(day[kind].perUser), thousands(day[kind].perUser * largest)],
        ...[average[kind].toFixed(1), whole(peak[kind])],
      ]),
      [
        ...['all', '', kinds.reduce((sum, kind) => sum + day[kind].perUser, 0).toFixed(2)],
        thousands(kinds.reduce((sum, kind) => sum + day[kind].perUser * largest, 0)),
        ...[total(average).toFixed(1), whole(total(peak))],
      ],
    ],
    2,
  );
}

function costs(figures: Figures): string {
  return table(
    ['request', ...served, 'all', 'p50 ms', 'p99 ms'],
    kinds.map((kind) => {
      const { microseconds, latencyMs } = figures.costs[kind];
      const parts = served.map((part) => microseconds[part]);
      return [
        ...[kind, ...parts.map(whole), whole(parts.reduce((sum, part) => sum + part, 0))],
        ...[latencyMs.p50.toFixed(1), latencyMs.p99.toFixed(1)],
      ];
    }),
  );
}

/** Where this is much, the machine had other work to do, and all figures are dearer and slower than they would be. */
function besides({ rising, machine }: Figures): string {
  const [first] = rising;
  if (!first) return '';
  const others = first.machineShare * machine.cores - sumOf(first.cores);
  return `The load, the gateway and whatever else the machine had to do took ${others.toFixed(2)} cores at ${first.label}.`;
}

/** What costs come to at so many requests per second, of the kinds that a day has. */
function coresByCosts(figures: Figures, asked: number): number {
  const one = averageRates(1);
  return sumOf(coresFor(figures, scaled(one, asked / total(one))));
}

function rising(figures: Figures): string {
  return table(
    ['load', 'asked/s', 'answered/s', 'failed', 'p50 ms', 'p99 ms', ...served, 'all', 'by costs', 'machine'],
    [figures.day, ...figures.rising].map(
      ({ label, asked, answered, failedShare, latencyMs, cores, machineShare }) => [
        ...[label, whole(asked), whole(answered), percent(failedShare, 2)],
        ...[latencyMs?.p50.toFixed(1) ?? '–', latencyMs?.p99.toFixed(1) ?? '–'],
        ...served.map((part) => cores[part].toFixed(2)),
        ...[sumOf(cores).toFixed(2), coresByCosts(figures, asked).toFixed(2), percent(machineShare)],
      ],
    ),
  );
}

function needed(figures: Figures): string {
  return table(
    ['users a day', 'when', 'requests/s', ...served, 'all'],
    needs(figures).map(({ users, when, rates, cores }) => [
      ...[thousands(users), when, whole(total(rates))],
      ...served.map((part) => cores[part].toFixed(2)),
      sumOf(cores).toFixed(1),
    ]),
    2,
  );
}

function plan(figures: Figures, users: number): string {
  const { apiProcesses, databaseCores } = planFor(figures, users);
  return `for ${thousands(users)} users ${apiProcesses} api processes and ${databaseCores} cores of PostgreSQL’s primary`;
}

function waited(figures: Figures): string {
  return table(
    ['times the average', 'api busy', 'PostgreSQL busy', 'p50 ms', 'p99 ms'],
    foreseen(figures, largest).map(({ factor, p50, p99, apiShare, databaseShare }) => [
      ...[`× ${factor}`, percent(apiShare), percent(databaseShare), p50.toFixed(1), p99.toFixed(1)],
    ]),
  );
}

/** As Prettier writes it; all columns but the first `texts` are numbers. */
function table(header: readonly string[], rows: readonly string[][], texts = 1): string {
  const widths = header.map((title, at) =>
    Math.max(3, ...[title, ...rows.map((row) => row[at] ?? '')].map(length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => padded(cell, widths[at] ?? 0, at >= texts)).join(' | ')} |`;
  const rule = widths.map((width, at) => (at >= texts ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(header), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** None of the texts has a character that is two here and one to whoever reads it. */
const length = (text: string) => text.length;

function padded(text: string, width: number, isNumber: boolean): string {
  const room = ' '.repeat(width - length(text));
  return isNumber ? `${room}${text}` : `${text}${room}`;
}

function thousands(number: number): string {
  return Math.round(number).toLocaleString('en').replaceAll(',', ' ');
}

const sumOf = (cores: Readonly<Record<Served, number>>) => served.reduce((sum, part) => sum + cores[part], 0);
const whole = (number: number) => String(Math.round(number));
const percent = (share: number, digits = 0) => `${(share * 100).toFixed(digits)} %`;
