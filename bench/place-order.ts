/**
 * `place-order`: customers who order two random products of a thousand, over HTTP with their own tokens, beside the same rows
 * written without any of that.
 */
import { z } from 'zod';
import type { PlazaDatabase, PostgresServer } from '@plaza/engines';
import type { Benchmark, Check, Contender, Findings, Workshop } from './support/benchmark';
import { fillCatalogue, productsMax } from './support/catalog-data';
import { startChild } from './support/child';
import { signedInCustomers } from './support/customers';
import { createOrderFloor, floorProductIds, pgbenchScript } from './support/order-floor';
import { pgbench, pgbenchVersion } from './support/pgbench';
import { migratedDatabase, plazaEnvironment, startPlaza } from './support/plaza';
import { rows, serverVersion, settleDatabase, startDatabaseServer } from './support/postgres';
import { roundSchema } from './support/statistics';

/** What arrives together is worked together, so it is asked with few and with many who wait. */
export const customers = { some: 64, many: 256 };
const poolMax = 8;
/** Above a round's own time. */
const patienceMs = 30_000;
const nodeFloorLabel = 'Node, pool of 8';

const loadAnswerSchema = roundSchema.extend({
  answers: z.record(z.string(), z.number()),
  firstRefusal: z.string().optional(),
});

export const placeOrder: Benchmark = {
  name: 'place-order',
  about: `POST /v1/orders by ${customers.some} and by ${customers.many} customers, two random of ${productsMax} products`,
  run,
};

async function run(workshop: Workshop): Promise<Findings> {
  const { running, say, compare } = workshop;
  say('starting PostgreSQL and the api');
  const server = await startDatabaseServer(running);
  const plaza = await plazaOrders(workshop, server);
  const floors = await floorContenders(workshop, server);
  const comparison = await compare({
    title: `orders placed, two random of ${productsMax} products`,
    contenders: [...floors, plaza.contenderOf(customers.some), plaza.contenderOf(customers.many)],
    aim: { floor: nodeFloorLabel, ratio: 1 },
  });
  return {
    comparisons: [comparison],
    checks: await ordersStored(plaza.database, plaza.tally),
    remarks: [
      'The floors write one order per transaction, statement by statement, and check nothing.',
      'The worker does not run, so the events stay in the outbox, as do those of the floors.',
      ...(floors.length < 2 ? ['pgbench is not installed here, so its floor is left out.'] : []),
    ],
    engines: { PostgreSQL: await serverVersion(server.url) },
  };
}

/** What the customers were answered, warm-up and all. */
interface Tally {
  answers: Record<string, number>;
  firstRefusal?: string | undefined;
}

/** Customers of an api of their own, of whom some or all order. */
export async function plazaOrders(workshop: Workshop, server: PostgresServer) {
  const { running, say } = workshop;
  const database = await migratedDatabase(server, 'plaza');
  const productIds = await fillCatalogue(database.ownerUrl);
  const api = await startPlaza(workshop, 'api', plazaEnvironment(database));
  say(`signing in ${customers.many} customers`);
  const tokens = await signedInCustomers(api.url, customers.many);
  const load = await running.start('load', () => startChild('load', 'place-order.load'));
  await load.ask(z.null(), { url: api.url, tokens, productIds });
  const tally: Tally = { answers: {} };
  const contenderOf = (customersMax: number): Contender => ({
    label: `Plaza, ${customersMax} customers over HTTP`,
    role: 'plaza',
    load: `${customersMax} customers`,
    prepare: () => settleDatabase(server),
    round: async (durationMs) => {
      const { answers, firstRefusal, ...round } = await load.ask(
        loadAnswerSchema,
        { durationMs, customersMax },
        durationMs + patienceMs,
      );
      Object.assign(tally, { answers, firstRefusal });
      return round;
    },
    processes: () => ({ api: api.pid, customers: load.pid, PostgreSQL: server.pid }),
  });
  return { contenderOf, database, tally };
}

async function floorContenders({ running }: Workshop, server: PostgresServer): Promise<Contender[]> {
  const databaseUrl = await createOrderFloor(server);
  const prepare = () => settleDatabase(server);
  const floor = await running.start('floor', () => startChild('floor', 'place-order.floor'));
  await floor.ask(z.null(), { databaseUrl, poolMax, productIds: await floorProductIds(databaseUrl) });
  const node: Contender = {
    label: nodeFloorLabel,
    role: 'floor',
    load: `${poolMax} connections`,
    prepare,
    round: (durationMs) => floor.ask(roundSchema, { durationMs }, durationMs + patienceMs),
    processes: () => ({ Node: floor.pid, PostgreSQL: server.pid }),
  };
  const version = await pgbenchVersion();
  if (version === undefined) return [node];
  const script = pgbenchScript();
  return [
    node,
    {
      label: `pgbench ${version}`,
      role: 'floor',
      load: `${poolMax} connections`,
      prepare,
      round: (durationMs) => pgbench(running, { databaseUrl, script, clients: poolMax, durationMs }),
      processes: () => ({ PostgreSQL: server.pid }),
    },
  ];
}

/** What was answered is what is stored. */
export async function ordersStored(
  { ownerUrl }: PlazaDatabase,
  { answers, firstRefusal }: Tally,
): Promise<Check[]> {
  const [found] = await rows<Record<'orders' | 'lines' | 'history' | 'events' | 'held' | 'holds', number>>(
    ownerUrl,
    `SELECT (SELECT count(*)::int FROM orders.orders) AS orders,
            (SELECT count(*)::int FROM orders.order_lines) AS lines,
            (SELECT count(*)::int FROM orders.order_history) AS history,
            (SELECT count(*)::int FROM messaging.outbox WHERE topic = 'orders.events') AS events,
            (SELECT sum(held)::int FROM catalog.stock) AS held,
            (SELECT sum(quantity)::int FROM catalog.holds WHERE status = 'live') AS holds`,
  );
  if (!found) throw new Error('The database told nothing about its orders');
  const placed = answers['201'] ?? 0;
  const others = Object.entries(answers).filter(([status]) => status !== '201');
  return [
    {
      says: `every order was answered with 201${firstRefusal === undefined ? '' : `; ${JSON.stringify(others)}, the first: ${firstRefusal}`}`,
      holds: others.length === 0,
    },
    { says: `orders stored ${found.orders} = answers 201 ${placed}`, holds: found.orders === placed },
    {
      says: `each order has two lines (${found.lines}), a history (${found.history}) and an event (${found.events})`,
      holds: found.lines === 2 * placed && found.history === placed && found.events === placed,
    },
    {
      says: `held counters ${found.held} = sum of the holds ${found.holds}`,
      holds: found.held === found.holds && found.holds === 2 * placed,
    },
  ];
}
