/** Everything that serves the shop in the day that is measured, one process of each kind, as `npm run stack` and the start commands have it. */
import { join, resolve } from 'node:path';
import {
  EngineUnavailable,
  KAFKA_VERSION,
  plazaUrls,
  startRedis,
  type PlazaDatabase,
  type PostgresServer,
} from '@plaza/engines';
import { ensureTopics } from '@plaza/messaging';
import { Unavailable, type Workshop } from '../support/benchmark';
import { customerSessions } from '../support/customers';
import { filesFolder } from '../support/folders';
import { setGatewayLatency } from '../support/gateway';
import { behind, kafkaClient, startBroker } from '../support/kafka';
import { fillLargeCatalogue } from '../support/large-catalogue';
import { membersOf, partnerOf } from '../support/partner';
import { migratedDatabase, plazaEnvironment, startPlaza } from '../support/plaza';
import { freePort } from '../support/ports';
import {
  rows,
  rowsOfEveryPartner,
  serverVersion,
  settleDatabase,
  startDatabaseServer,
  startFollower,
} from '../support/postgres';
import type { Served } from './figures';
import type { Shop } from './visitors';

const productsMax = 20_000;
/** Of those, as many as are looked at, ordered and put into carts. */
const soughtMax = 2_000;
/** Nobody is to be turned away. */
const stockOfEach = 100_000;
const customersMax = 128;
const membersMax = 500;
const partitions = 3;
/** Of a gateway somewhere else. */
const gatewayLatencyMs = 50;
const restWithinMs = 120_000;
const lookEveryMs = 200;

export class DayStage {
  private constructor(
    readonly pids: Readonly<Record<Served, number>>,
    readonly shop: Shop,
    private readonly server: PostgresServer,
    private readonly database: PlazaDatabase,
    private readonly brokers: string,
  ) {}

  /** @throws Unavailable where Kafka or Redis cannot be had */
  static async open(workshop: Workshop): Promise<DayStage> {
    const { running, say } = workshop;
    say('starting PostgreSQL with a replica, Kafka and Redis');
    const kafka = await startBroker(workshop);
    const redis = await startCache(workshop);
    const server = await startDatabaseServer(running);
    const database = await migratedDatabase(server, 'plaza');
    await fillLargeCatalogue(server.url, 'plaza', productsMax);
    await rows(database.ownerUrl, 'UPDATE catalog.stock SET on_hand = $1 WHERE on_hand > 0', [stockOfEach]);
    const replica = await startFollower(running, server);
    await ensureTopics(kafkaClient(kafka.brokers), ['online', 'offline'], partitions);
    const simulator = await startPlaza(workshop, 'gateway-simulator', { KAFKA_BROKERS: kafka.brokers });
    await setGatewayLatency(simulator.url, gatewayLatencyMs);
    const environment = plazaEnvironment(database, {
      KAFKA_BROKERS: kafka.brokers,
      REDIS_URL: redis.url,
      DATABASE_REPLICA_URLS: plazaUrls(replica.url, 'plaza').appUrl,
      GATEWAY_URL: simulator.url,
      ERROR_LOG_URL: simulator.url,
    });
    const api = await startPlaza(workshop, 'api', environment);
    const payments = await startPlaza(workshop, 'payments', environment);
    const worker = await startPlaza(workshop, 'worker', environment);
    const pids = {
      ...{ api: api.pid, payments: payments.pid, worker: worker.pid },
      ...{ PostgreSQL: server.pid, replica: replica.pid, Redis: redis.pid, Kafka: kafka.pid },
    };
    const shop = await shopOf(workshop, api.url, environment, database.ownerUrl);
    return new DayStage(pids, shop, server, database, kafka.brokers);
  }

  async engines(): Promise<Record<string, string>> {
    return { PostgreSQL: await serverVersion(this.server.url), Kafka: KAFKA_VERSION };
  }

  /** Writes down what is to be written, so that nothing that is measured pays for what was before it. */
  settle(): Promise<void> {
    return settleDatabase(this.server);
  }

  /** Of the primary's superuser. */
  get superuserUrl(): string {
    return this.server.url;
  }

  /** Waits until all that follows from what was asked has happened. */
  async untilRest(): Promise<void> {
    const giveUpAt = performance.now() + restWithinMs;
    for (;;) {
      const [left] = await rows<{ events: number; payments: number }>(
        this.database.ownerUrl,
        `SELECT (SELECT count(*)::int FROM messaging.outbox) AS events,
                (SELECT count(*)::int FROM payments.payments WHERE status = 'open') AS payments`,
      );
      const isAtRest = left?.events === 0 && left.payments === 0 && (await behind(this.brokers)) === 0;
      if (isAtRest) return;
      if (performance.now() > giveUpAt) throw new Error(`What follows is not done: ${JSON.stringify(left)}`);
      await new Promise((resume) => setTimeout(resume, lookEveryMs));
    }
  }

  /** What has become of all that was asked for. */
  async kept(): Promise<Kept> {
    const [kept] = await rowsOfEveryPartner<Kept>(
      this.database.ownerUrl,
      `SELECT (SELECT count(*)::int FROM orders.orders) AS orders,
              (SELECT count(*)::int FROM payments.requests) AS wishes,
              (SELECT count(*)::int FROM payments.payments WHERE status = 'stored') AS payments,
              (SELECT count(*)::int FROM orders.orders WHERE status = 'paid') AS paid,
              (SELECT count(*)::int FROM loyalty.entries) AS entries`,
    );
    if (!kept) throw new Error('The database told nothing about the day');
    return kept;
  }
}

export interface Kept {
  orders: number;
  /** To pay an order. */
  wishes: number;
  payments: number;
  paid: number;
  /** Of points. */
  entries: number;
}

async function startCache({ running, say }: Workshop) {
  const [folder, programsFolder] = [join(filesFolder(), 'redis'), resolve(filesFolder(), '..', 'programs')];
  const port = await freePort();
  try {
    return await running.start('Redis', () => startRedis({ folder, port, programsFolder, log: say }));
  } catch (error) {
    if (error instanceof EngineUnavailable) throw new Unavailable(error.message);
    throw error;
  }
}

async function shopOf(
  { say }: Workshop,
  url: string,
  environment: Record<string, string>,
  ownerUrl: string,
): Promise<Shop> {
  say(`signing in ${customersMax} customers and a partner with ${membersMax} members`);
  const customers = await customerSessions(url, customersMax);
  const partner = await partnerOf(url, environment);
  const members = await membersOf(url, partner, membersMax);
  const [found] = await rows<Pick<Shop, 'productIds' | 'categories' | 'words'>>(
    ownerUrl,
    `SELECT ARRAY (SELECT product_id::text FROM catalog.offers ORDER BY product_id LIMIT $1) AS "productIds",
            ARRAY (SELECT slug FROM catalog.categories ORDER BY id) AS categories,
            ARRAY (SELECT word FROM catalog.words WHERE word ~ '^[a-z]+$' ORDER BY word) AS words`,
    [soughtMax],
  );
  if (!found) throw new Error('The shop has nothing to sell');
  return { url, customers, members, partnerToken: partner.token, ...found };
}
