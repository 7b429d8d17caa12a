/** `loyalty-reads`: a partner that asks for balances and for its feed, beside bare Fastify that reads the same rows. */
import { z } from 'zod';
import type { PlazaDatabase, PostgresServer } from '@plaza/engines';
import type { Benchmark, Contender, Findings, MeasuredComparison, Workshop } from './support/benchmark';
import { startChild } from './support/child';
import { membersOf, partnerOf, type Partner } from './support/partner';
import { migratedDatabase, plazaEnvironment, startPlaza } from './support/plaza';
import { freePort } from './support/ports';
import { rows, serverVersion, settleDatabase, startDatabaseServer } from './support/postgres';
import { roundSchema } from './support/statistics';

const connectionsMax = 32;
const membersMax = 1_000;
const eventsMax = 2_000;
const poolMax = 8;
/** Above a round's own time. */
const patienceMs = 30_000;

export const loyaltyReads: Benchmark = {
  name: 'loyalty-reads',
  about: `GET a member's balance, one of ${membersMax}, and twenty events of the feed, one of ${eventsMax}`,
  run,
};

async function run(workshop: Workshop): Promise<Findings> {
  const { running, say } = workshop;
  say('starting PostgreSQL and the api');
  const server = await startDatabaseServer(running);
  const database = await migratedDatabase(server, 'plaza');
  const environment = plazaEnvironment(database, { DATABASE_POOL_MAX: String(poolMax) });
  const api = await startPlaza(workshop, 'api', environment);
  say(`setting up a partner with ${membersMax} members and ${eventsMax} events`);
  const partner = await partnerOf(api.url, environment);
  const members = await membersOf(api.url, partner, membersMax);
  await fillFeed(database, partner);
  const floor = await floorOf(workshop, database);
  const after = Array.from({ length: eventsMax / 20 }, (_, at) => at * 20);
  const plaza = {
    url: api.url,
    token: partner.token,
    pid: api.pid,
    label: 'Plaza, the api process',
    role: 'plaza',
  } as const;
  const compare = (title: string, ours: string[], theirs: string[]) =>
    compared(workshop, server, title, [
      { ...floor, paths: theirs },
      { ...plaza, paths: ours },
    ]);
  return {
    comparisons: [
      await compare(
        'balances of random members',
        members.map((member) => `/v1/loyalty/members/${member}/balance`),
        members.map((member) => `/balance/${member}`),
      ),
      await compare(
        'pages of the feed',
        after.map((id) => `/v1/loyalty/events?after=${id}`),
        after.map((id) => `/feed?after=${id}`),
      ),
    ],
    checks: [],
    remarks: ['The floor has no tokens and no row security, and asks by the programme that it knows.'],
    engines: { PostgreSQL: await serverVersion(server.url) },
  };
}

/** As the follower would have left them. */
async function fillFeed({ ownerUrl }: PlazaDatabase, { id }: Partner): Promise<void> {
  await rows(
    ownerUrl,
    `WITH entered AS MATERIALIZED (SELECT * FROM loyalty.enter($1, 'live'))
     INSERT INTO loyalty.events (programme_id, partner_id, id, type, data, at)
     SELECT entered.id, $1, number, 'member.balance_above',
            '{"externalId": "member-1", "balance": 1001, "held": 0, "threshold": 1000}', now()
     FROM entered CROSS JOIN generate_series(1, $2::int) AS number`,
    [id, eventsMax],
  );
  await rows(ownerUrl, 'ANALYZE loyalty.events, loyalty.members');
}

type Asked = Pick<Contender, 'label' | 'role'> & { url: string; token: string; pid: number; paths: string[] };

async function floorOf({ running }: Workshop, database: PlazaDatabase): Promise<Omit<Asked, 'paths'>> {
  const floor = await running.start('floor', () => startChild('floor', 'loyalty-reads.floor'));
  const wish = { port: await freePort(), databaseUrl: database.ownerUrl, connectionsMax: poolMax };
  const url = await floor.ask(z.string(), wish);
  return { url, token: 'none', pid: floor.pid, label: 'bare Fastify, pool of 8', role: 'floor' };
}

async function compared(
  { running, compare }: Workshop,
  server: PostgresServer,
  title: string,
  asked: Asked[],
): Promise<MeasuredComparison> {
  const load = await running.start('load', () => startChild('load', 'loyalty-reads.load'));
  const comparison = await compare({
    title,
    contenders: asked.map(({ label, role, url, token, pid, paths }): Contender => ({
      ...{ label, role, load: `${connectionsMax} connections` },
      prepare: () => settleDatabase(server),
      round: (durationMs) =>
        load.ask(
          roundSchema,
          { url, token, paths, connections: connectionsMax, durationMs },
          durationMs + patienceMs,
        ),
      processes: () => ({ server: pid, load: load.pid, PostgreSQL: server.pid }),
    })),
  });
  await running.stop(load);
  return comparison;
}
