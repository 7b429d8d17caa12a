/**
 * Plaza as a test sees it: all three processes' modules in one, on a database of its own, with a clock that the test moves.
 * Everything goes through the front door, which is a real port.
 */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EventTransport, startConsumers } from '@plaza/messaging';
import { createLogger, Database, Loops, readSettings, startApp } from '@plaza/platform';
import { ApiModule, prepareApi } from '../../apps/api/src/api.module';
import { PaymentsAppModule } from '../../apps/payments/src/payments-app.module';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { MovableClock } from './clock';
import { freshDatabase, type FreshDatabase } from './database';
import { Client } from './client';
import { Description } from './description';
import { EventWitness } from './event-witness';
import { testKeys } from './keys';

export interface WorldOptions {
  /** Environment variables over the defaults of a test. */
  variables?: Record<string, string>;
  /** An existing database: a second world beside the first, or the same one after a crash. */
  database?: FreshDatabase;
  /** Which processes run in this world; all by default. */
  processes?: ('api' | 'payments' | 'worker')[];
  clock?: MovableClock;
  /** Gets every line of the log, down to the least important. */
  log?: (line: string) => void;
}

/** How often `settle` lets one thing lead to the next before it gives up. */
const roundsMax = 50;

export class World {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: FreshDatabase,
    readonly clock: MovableClock,
    readonly url: string,
    private readonly witness: EventWitness,
  ) {}

  static async start(options: WorldOptions = {}): Promise<World> {
    const database = options.database ?? (await freshDatabase());
    const clock = options.clock ?? new MovableClock();
    const settings = readSettings({
      NODE_ENV: 'test',
      PORT: '0',
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATABASE_POOL_MAX: '6',
      RATE_LIMIT_PER_MINUTE: '1000000',
      RATE_LIMIT_SIGN_IN_PER_MINUTE: '1000000',
      ...testKeys,
      ...options.variables,
    });
    const processes = new Set(options.processes ?? ['api', 'payments', 'worker']);
    const app = await startApp({
      name: 'test',
      settings,
      clock,
      logger: createLogger({
        level: options.log ? 'trace' : settings.logLevel,
        pretty: false,
        name: 'test',
        ...(options.log && { destination: { write: options.log } }),
      }),
      modules: [
        ...(processes.has('api') ? [ApiModule] : []),
        ...(processes.has('payments') ? [PaymentsAppModule] : []),
        ...(processes.has('worker') ? [WorkerModule] : []),
      ],
      prepare: async (prepared) => {
        if (processes.has('api')) prepareApi(prepared);
        if (processes.has('payments') || processes.has('worker')) await startConsumers(prepared);
      },
    });
    const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    if (processes.has('api')) Description.ofPlazaAt(url);
    return new World(app, database, clock, url, new EventWitness(app.get(EventTransport)));
  }

  /** A client without a token. */
  get anyone(): Client {
    return new Client(this.url);
  }

  /** Rows as the database has them, for what no route tells. */
  rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.app.get(Database).read<Row>(sql, parameters);
  }

  /** Lets everything that is under way in the background come to rest: what is due by the clock is done, its events too. */
  async settle(): Promise<void> {
    for (let round = 1; round <= roundsMax; round += 1) {
      await this.app.get(Loops).runOut();
      const [news] = await this.rows<{ waiting: boolean }>(
        `SELECT EXISTS (SELECT FROM messaging.outbox) OR EXISTS (SELECT FROM loyalty.programmes_with_news(1))
                OR EXISTS (SELECT FROM unnest('{t,f}'::boolean[]) AS strained, loyalty.webhooks_due($1, strained, 1)) AS waiting`,
        [this.clock.now()],
      );
      // Something may have been taken up since, and be no longer waiting nor done.
      if (!news?.waiting && this.app.get(Loops).areAtRest) return;
    }
    throw new Error(`Plaza did not come to rest within ${String(roundsMax)} rounds`);
  }

  /** Ends the processes and leaves the database, as after a stop. */
  async stop(): Promise<void> {
    await this.app.close();
    this.witness.testify();
  }

  /** Ends the processes and drops the database. */
  async end(): Promise<void> {
    try {
      await this.stop();
    } finally {
      await this.database.drop();
    }
  }
}
