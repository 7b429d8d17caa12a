/**
 * `weekly-report`: how long the report of a week with a million orders takes, and what the product list notices of it: the same load
 * on the list, by turns with nobody else there and while one report after the other is taken by the same process, from the same
 * database and then from a replica of it.
 */
import { plazaUrls, until, type PostgresServer } from '@plaza/engines';
import { z } from 'zod';
import type { Benchmark, Check, Contender, Findings, Workshop } from './support/benchmark';
import { adminToken } from './support/admin';
import { startChild, type Child } from './support/child';
import { fillLargeCatalogue } from './support/large-catalogue';
import { migratedDatabase, plazaEnvironment, startPlaza, type PlazaProcess } from './support/plaza';
import { rows, serverVersion, startDatabaseServer, startFollower } from './support/postgres';
import { fillSoldWeeks } from './support/sold-week';
import { median, roundSchema } from './support/statistics';

const ordersMax = 1_000_000;
const ordersBefore = 250_000;
const productsMax = 20_000;
const connections = 8;
const reportsMax = 3;
const secondsMax = 30;
const path = '/v1/catalog/products?sort=name&limit=20';
/** Above a round's own time. */
const patienceMs = 60_000;
const dayMs = 86_400_000;
const aloneLabel = 'the list alone';
const toldWithinMs = 60_000;
const toldPollMs = 1_000;

const reportSchema = z.object({
  week: z.string(),
  sections: z.array(
    z.object({ figures: z.array(z.object({ name: z.string(), value: z.number().nullable() })) }),
  ),
});

export const weeklyReport: Benchmark = {
  name: 'weekly-report',
  about: `the report of a week with ${ordersMax} orders, and the product list meanwhile`,
  run,
};

async function run(workshop: Workshop): Promise<Findings> {
  const { running, say } = workshop;
  say('starting PostgreSQL');
  const server = await startDatabaseServer(running);
  const database = await migratedDatabase(server, 'plaza');
  say(`writing ${ordersMax} orders of a week and ${ordersBefore} of the week before`);
  await fillLargeCatalogue(server.url, 'plaza', productsMax);
  await fillSoldWeeks(server.url, 'plaza', lastTwoWeeks(new Date()));
  const load = await running.start('load', () => startChild('load', 'product-list.load'));
  const environment = plazaEnvironment(database);
  const api = await startPlaza(workshop, 'api', environment);
  const token = await adminToken(api.url, environment);
  const reports = new Reports(api.url, token);
  say('taking reports with nobody else there');
  for (let number = 1; number <= reportsMax; number += 1) await reports.take();
  const alone = [...reports.tookSeconds];
  const beside = await noticed(workshop, { api, load, reports, from: 'the same database' });
  const meanwhile = reports.tookSeconds.slice(alone.length);

  say('copying the database to a replica');
  const replica = await startFollower(running, server);
  const { appUrl } = plazaUrls(replica.url, 'plaza');
  const reading = await startPlaza(workshop, 'api', { ...environment, DATABASE_REPLICA_URLS: appUrl });
  const lagging = new Reports(reading.url, token);
  const fromReplica = await isFromReplica(server, replica, lagging);
  const apart = await noticed(workshop, { api: reading, load, reports: lagging, from: 'a replica' });
  return {
    comparisons: [beside, apart],
    tables: [
      tookTable({
        'nobody else there': alone,
        'beside the list': meanwhile,
        'beside the list, from a replica': lagging.tookSeconds,
      }),
    ],
    checks: [reports.isWhole(), lagging.isWhole(), isQuick(alone), fromReplica],
    remarks: [
      'The list is asked of the cache, as it is all day; what it notices is the processor that the report takes from both.',
      'Here the replica runs on the same cores: what it takes off the shop is the reading of its tables, not the processor.',
    ],
    engines: { PostgreSQL: await serverVersion(server.url) },
  };
}

interface Noticing {
  api: PlazaProcess;
  load: Child;
  reports: Reports;
  from: string;
}

function noticed({ compare }: Workshop, { api, load, reports, from }: Noticing) {
  return compare({
    title: `GET ${path}, reports from ${from}`,
    contenders: [
      listOf(api, load, { label: aloneLabel, role: 'floor' }),
      {
        ...listOf(api, load, { label: 'while a report is taken', role: 'plaza' }),
        prepare: () => reports.begin(),
        finish: () => reports.end(),
      },
    ],
    aim: { floor: aloneLabel, ratio: 0.5 },
  });
}

/** Takes a report and looks which of the two has read the orders for it. */
async function isFromReplica(
  primary: PostgresServer,
  replica: PostgresServer,
  reports: Reports,
): Promise<Check> {
  const readBefore = await Promise.all([rowsRead(primary), rowsRead(replica)]);
  await reports.take();
  const readSince = async () => {
    const now = await Promise.all([rowsRead(primary), rowsRead(replica)]);
    return { primary: now[0] - readBefore[0], replica: now[1] - readBefore[1] };
  };
  // What a connection has read is told a while after.
  await until(async () => (await readSince()).replica > ordersMax, toldWithinMs, toldPollMs);
  const read = await readSince();
  return {
    says: `for a report the replica read ${read.replica} rows, and the primary ${read.primary}`,
    holds: read.replica > ordersMax && read.primary < ordersMax / 100,
  };
}

/** Of the tables that a report is made of, since the server began. */
async function rowsRead({ url }: PostgresServer): Promise<number> {
  const [read] = await rows<{ count: number }>(
    plazaUrls(url, 'plaza').ownerUrl,
    `SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::float8 AS count FROM pg_stat_user_tables
     WHERE schemaname IN ('orders', 'payments', 'catalog', 'loyalty')`,
  );
  return read?.count ?? 0;
}

/** In UTC, where no zone is configured. */
function lastTwoWeeks(now: Date) {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const monday = midnight - ((now.getUTCDay() + 6) % 7) * dayMs;
  const week = (weeksAgo: number, orders: number) => ({
    from: new Date(monday - weeksAgo * 7 * dayMs),
    to: new Date(monday - (weeksAgo - 1) * 7 * dayMs),
    orders,
  });
  return [week(2, ordersBefore), week(1, ordersMax)];
}

/** Takes reports of the last week, one by one or one after the other until it is told to end. */
class Reports {
  readonly tookSeconds: number[] = [];
  private purchases: number | undefined;
  private going: Promise<void> | undefined;
  private isEnding = false;

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  async take(): Promise<void> {
    const startedAt = performance.now();
    const answer = await fetch(`${this.url}/v1/reports/weekly`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    if (!answer.ok) throw new Error(`The report answered ${answer.status}: ${await answer.text()}`);
    const { sections } = reportSchema.parse(await answer.json());
    this.tookSeconds.push((performance.now() - startedAt) / 1_000);
    const figures = sections.flatMap((section) => section.figures);
    this.purchases = figures.find(({ name }) => name === 'purchases')?.value ?? undefined;
  }

  begin(): Promise<void> {
    this.isEnding = false;
    this.going = this.goOn();
    return Promise.resolve();
  }

  async end(): Promise<void> {
    this.isEnding = true;
    await this.going;
  }

  isWhole(): Check {
    return {
      says: `the report counted ${String(this.purchases)} purchases`,
      holds: this.purchases === ordersMax,
    };
  }

  private async goOn(): Promise<void> {
    while (!this.isEnding) await this.take();
  }
}

function listOf(
  api: PlazaProcess,
  load: Child,
  { label, role }: Pick<Contender, 'label' | 'role'>,
): Contender {
  return {
    ...{ label, role, load: `${connections} connections` },
    processes: () => ({ api: api.pid, load: load.pid }),
    round: (durationMs) =>
      load.ask(roundSchema, { url: `${api.url}${path}`, connections, durationMs }, durationMs + patienceMs),
  };
}

function tookTable(took: Record<string, readonly number[]>) {
  return {
    title: 'seconds that a report took',
    rows: [
      ['', 'least', 'median', 'most'],
      ...Object.entries(took).map(([label, seconds]) => [
        label,
        ...[Math.min(...seconds), median(seconds), Math.max(...seconds)].map((each) => each.toFixed(1)),
      ]),
    ],
  };
}

function isQuick(seconds: readonly number[]): Check {
  return {
    says: `a report took ${median(seconds).toFixed(1)} s, less than ${secondsMax}`,
    holds: median(seconds) < secondsMax,
  };
}
