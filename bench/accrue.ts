/**
 * `accrue`: tills that accrue points over HTTP with a partner's token, on random members and all on the same one, beside the same
 * rows written without any of that.
 */
import { z } from 'zod';
import type { PlazaDatabase, PostgresServer } from '@plaza/engines';
import type { Benchmark, Check, Contender, Findings, Workshop } from './support/benchmark';
import { startChild } from './support/child';
import { membersOf, partnerOf } from './support/partner';
import { migratedDatabase, plazaEnvironment, startPlaza } from './support/plaza';
import { createPointsFloor } from './support/points-floor';
import { rowsOfEveryPartner, serverVersion, settleDatabase, startDatabaseServer } from './support/postgres';
import { roundSchema } from './support/statistics';

/** What arrives together is worked together, so it is asked with few and with many who wait. */
const tills = { some: 64, many: 256 };
const membersMax = 1_000;
const poolMax = 8;
/** Above a round's own time. */
const patienceMs = 30_000;
const nodeFloorLabel = 'Node, pool of 8';

const loadAnswerSchema = roundSchema.extend({
  answers: z.record(z.string(), z.number()),
  firstRefusal: z.string().optional(),
});

type FloorFor = (hot: boolean) => Contender;
type PlazaFor = (hot: boolean, tillsMax: number) => Contender;

export const accrue: Benchmark = {
  name: 'accrue',
  about: `POST /v1/loyalty/members/…/accruals by ${tills.some} and by ${tills.many} tills, on ${membersMax} members and on one`,
  run,
};

async function run(workshop: Workshop): Promise<Findings> {
  const { running, say, compare } = workshop;
  say('starting PostgreSQL and the api');
  const server = await startDatabaseServer(running);
  const plaza = await plazaContender(workshop, server);
  const floor = await floorContender(workshop, server);
  const comparisons = [];
  for (const hot of [false, true]) {
    comparisons.push(
      await compare({
        title: hot ? 'accruals, all on one member' : `accruals, on random ones of ${membersMax} members`,
        contenders: [floor(hot), plaza.contenderFor(hot, tills.some), plaza.contenderFor(hot, tills.many)],
        aim: { floor: nodeFloorLabel, ratio: 1 },
      }),
    );
  }
  return {
    comparisons,
    checks: await checks(plaza.database, plaza.tally),
    remarks: [
      'The floor writes one accrual per transaction, statement by statement, and checks nothing.',
      'The worker does not run, so news and events stay where they were written, as do those of the floor.',
    ],
    engines: { PostgreSQL: await serverVersion(server.url) },
  };
}

/** What the tills were answered, warm-up and all. */
interface Tally {
  answers: Record<string, number>;
  firstRefusal?: string | undefined;
}

async function plazaContender(workshop: Workshop, server: PostgresServer) {
  const { running, say } = workshop;
  const database = await migratedDatabase(server, 'plaza');
  const environment = plazaEnvironment(database);
  const api = await startPlaza(workshop, 'api', environment);
  say(`setting up a partner with ${membersMax} members`);
  const partner = await partnerOf(api.url, environment);
  const externalIds = await membersOf(api.url, partner, membersMax);
  const load = await running.start('load', () => startChild('load', 'accrue.load'));
  await load.ask(z.null(), { url: api.url, token: partner.token, externalIds, tillsMax: tills.many });
  const tally: Tally = { answers: {} };
  const contenderFor: PlazaFor = (hot, tillsMax) => ({
    label: `Plaza, ${tillsMax} tills over HTTP`,
    role: 'plaza',
    load: `${tillsMax} tills`,
    prepare: () => settleDatabase(server),
    round: async (durationMs) => {
      const wish = { durationMs, hot, tillsMax };
      const answer = await load.ask(loadAnswerSchema, wish, durationMs + patienceMs);
      const { answers, firstRefusal, ...round } = answer;
      Object.assign(tally, { answers, firstRefusal });
      return round;
    },
    processes: () => ({ api: api.pid, tills: load.pid, PostgreSQL: server.pid }),
  });
  return { contenderFor, database, tally };
}

async function floorContender({ running }: Workshop, server: PostgresServer): Promise<FloorFor> {
  const points = await createPointsFloor(server, membersMax);
  const floor = await running.start('floor', () => startChild('floor', 'accrue.floor'));
  await floor.ask(z.null(), { ...points, poolMax });
  return (hot) => ({
    label: nodeFloorLabel,
    role: 'floor',
    load: `${poolMax} connections`,
    prepare: () => settleDatabase(server),
    round: (durationMs) => floor.ask(roundSchema, { durationMs, hot }, durationMs + patienceMs),
    processes: () => ({ Node: floor.pid, PostgreSQL: server.pid }),
  });
}

async function checks({ ownerUrl }: PlazaDatabase, { answers, firstRefusal }: Tally): Promise<Check[]> {
  const [found] = await rowsOfEveryPartner<
    Record<'entries' | 'events' | 'sum' | 'members' | 'moved', number>
  >(
    ownerUrl,
    `SELECT (SELECT count(*)::int FROM loyalty.entries) AS entries,
            (SELECT count(*)::int FROM messaging.outbox WHERE topic = 'loyalty.events') AS events,
            (SELECT sum(balance)::int FROM loyalty.accounts) AS sum,
            (SELECT sum(balance)::int FROM loyalty.members) AS members,
            (SELECT sum(points)::int FROM loyalty.entries) AS moved`,
  );
  if (!found) throw new Error('The database told nothing about its points');
  const accrued = answers['201'] ?? 0;
  const others = Object.entries(answers).filter(([status]) => status !== '201');
  return [
    {
      says: `every accrual was answered with 201${firstRefusal === undefined ? '' : `; ${JSON.stringify(others)}, the first: ${firstRefusal}`}`,
      holds: others.length === 0,
    },
    {
      says: `entries ${found.entries} = events ${found.events} = answers 201 ${accrued}`,
      holds: found.entries === accrued && found.events === accrued,
    },
    {
      says: `the sum of all accounts is ${found.sum}, and members have what was moved to them: ${found.members} of ${found.moved}`,
      holds: found.sum === 0 && found.members === found.moved,
    },
  ];
}
