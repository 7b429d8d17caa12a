/**
 * `flash-sale`: customers who all want the same product until the last unit is gone, over HTTP with their own tokens, answered at
 * once or decided later, beside the same rows written without any of that.
 */
import { z } from 'zod';
import type { PostgresServer } from '@plaza/engines';
import type { Benchmark, Check, Contender, Findings, Workshop } from './support/benchmark';
import { fillCatalogue } from './support/catalog-data';
import { startChild, type Child } from './support/child';
import { signedInCustomers } from './support/customers';
import { createOrderFloor, floorProductIds } from './support/order-floor';
import { migratedDatabase, plazaEnvironment, startPlaza } from './support/plaza';
import { rows, serverVersion, settleDatabase, startDatabaseServer } from './support/postgres';
import { median, roundSchema } from './support/statistics';

const ordersMax = 10_000;
const customersMax = 64;
const poolMax = 8;
const roundWithinMs = 300_000;
const decidedPollMs = 20;
const nodeFloorLabel = 'Node, pool of 8';

const loadAnswerSchema = roundSchema.extend({ answers: z.record(z.string(), z.number()) });

export const flashSale: Benchmark = {
  name: 'flash-sale',
  about: `POST /v1/orders by ${customersMax} customers, ${ordersMax} times the same product, of which there are as many`,
  run,
};

async function run(workshop: Workshop): Promise<Findings> {
  const { running, say, compare } = workshop;
  say('starting PostgreSQL, the api and the worker');
  const server = await startDatabaseServer(running);
  const plaza = await PlazaSale.open(workshop, server);
  const comparison = await compare({
    title: `${ordersMax} orders for ${ordersMax} units of one product`,
    contenders: [
      await floorContender(workshop, server),
      plaza.contender('Plaza, answered at once', false),
      plaza.contender('Plaza, decided later', true),
    ],
    aim: { floor: nodeFloorLabel, ratio: 1 },
    warmUpMs: 1,
  });
  const decidedMs = median(plaza.decidedMs.slice(1));
  return {
    comparisons: [comparison],
    checks: await plaza.checks(),
    remarks: [
      'Every round sells a product of its own, to the last unit.',
      `What was accepted to be decided later was all decided ${Math.round(decidedMs)} ms after the first was sent (median): ${Math.round((ordersMax / decidedMs) * 1000)} orders/s.`,
      'The worker runs beside the api and carries the events of all orders.',
    ],
    engines: { PostgreSQL: await serverVersion(server.url) },
  };
}

async function floorContender({ running }: Workshop, server: PostgresServer): Promise<Contender> {
  const databaseUrl = await createOrderFloor(server);
  const productIds = await floorProductIds(databaseUrl);
  const floor = await running.start('floor', () => startChild('floor', 'flash-sale.floor'));
  await floor.ask(z.null(), { databaseUrl, poolMax });
  return {
    label: nodeFloorLabel,
    role: 'floor',
    load: `${poolMax} connections`,
    prepare: () => settleDatabase(server),
    round: () => floor.ask(roundSchema, { productId: productIds.pop(), count: ordersMax }, roundWithinMs),
    processes: () => ({ Node: floor.pid, PostgreSQL: server.pid }),
  };
}

interface Sale {
  productId: string;
  accepted: number;
  refused: number;
  others: number;
}

class PlazaSale {
  /** From the first order sent to the last one decided, round by round. */
  readonly decidedMs: number[] = [];
  private readonly sales: Sale[] = [];

  private constructor(
    private readonly server: PostgresServer,
    private readonly databaseUrl: string,
    private readonly productIds: string[],
    private readonly load: Child,
    private readonly pids: Record<string, number>,
  ) {}

  static async open(workshop: Workshop, server: PostgresServer): Promise<PlazaSale> {
    const { running, say } = workshop;
    const database = await migratedDatabase(server, 'plaza');
    const productIds = await fillCatalogue(database.ownerUrl);
    await rows(database.ownerUrl, 'UPDATE catalog.stock SET on_hand = $1', [ordersMax]);
    const api = await startPlaza(workshop, 'api', plazaEnvironment(database));
    const worker = await startPlaza(workshop, 'worker', plazaEnvironment(database));
    say(`signing in ${customersMax} customers`);
    const tokens = await signedInCustomers(api.url, customersMax);
    const load = await running.start('load', () => startChild('load', 'flash-sale.load'));
    await load.ask(z.null(), { url: api.url, tokens });
    const pids = { api: api.pid, worker: worker.pid, customers: load.pid, PostgreSQL: server.pid };
    return new PlazaSale(server, database.ownerUrl, productIds, load, pids);
  }

  contender(label: string, respondAsync: boolean): Contender {
    return {
      label,
      role: 'plaza',
      load: `${customersMax} customers`,
      prepare: () => settleDatabase(this.server),
      round: () => this.sell(respondAsync),
      processes: () => this.pids,
    };
  }

  private async sell(respondAsync: boolean) {
    const productId = this.productIds.pop() ?? '';
    const startedAt = performance.now();
    const { answers, ...round } = await this.ask(productId, ordersMax, respondAsync);
    if (respondAsync) {
      await this.decided();
      this.decidedMs.push(performance.now() - startedAt);
    }
    // Whoever comes now comes too late.
    const late = await this.ask(productId, customersMax, false);
    const accepted = answers[respondAsync ? '202' : '201'] ?? 0;
    const refused = late.answers['409'] ?? 0;
    this.sales.push({ productId, accepted, refused, others: ordersMax + customersMax - accepted - refused });
    return round;
  }

  private ask(productId: string, count: number, respondAsync: boolean) {
    return this.load.ask(loadAnswerSchema, { productId, count, respondAsync }, roundWithinMs);
  }

  private async decided(): Promise<void> {
    const open = `SELECT EXISTS (SELECT FROM orders.orders WHERE status = 'accepted') AS open`;
    while ((await rows<{ open: boolean }>(this.databaseUrl, open))[0]?.open === true) {
      await new Promise((resolve) => setTimeout(resolve, decidedPollMs));
    }
  }

  async checks(): Promise<Check[]> {
    const sold = await rows<{ orders: number; units: number; held: number; holds: number; left: number }>(
      this.databaseUrl,
      `SELECT (SELECT count(*)::int FROM orders.orders JOIN orders.order_lines ON order_id = orders.id
               WHERE product_id = sold_out AND status = 'awaiting-payment') AS orders,
              (SELECT sum(quantity)::int FROM orders.order_lines WHERE product_id = sold_out) AS units,
              (SELECT sum(quantity)::int FROM catalog.holds WHERE product_id = sold_out AND status = 'live') AS holds,
              stock.held, stock.available AS left
       FROM unnest($1::uuid[]) AS sold_out JOIN catalog.stock ON product_id = sold_out
       JOIN catalog.branches ON branches.id = branch_id AND code = 'online'`,
      [this.sales.map(({ productId }) => productId)],
    );
    const whole = ({ orders, units, held, holds, left }: (typeof sold)[number]) =>
      [orders, units, held, holds].every((number) => number === ordersMax) && left === 0;
    return [
      {
        says: `in each of ${this.sales.length} sales ${ordersMax} orders were accepted and ${customersMax} that came later refused, and nothing else`,
        holds: this.sales.every(
          ({ accepted, refused, others }) =>
            accepted === ordersMax && refused === customersMax && others === 0,
        ),
      },
      {
        says: `in each, orders = units sold = held = sum of the holds = ${ordersMax} = stock, and none is left`,
        holds: sold.length === this.sales.length && sold.every(whole),
      },
    ];
  }
}
