/**
 * Everything that takes payments, as separate processes on a real Kafka and PostgreSQL, with the third party behind a line that is
 * listened to. Each part can be killed as by a power cut, and comes back.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, removePostgres, withClient, type KafkaServer, type PostgresServer } from '@plaza/engines';
import { ensureTopics } from '@plaza/messaging';
import { Kafka, logLevel } from 'kafkajs';
import { startBroker } from './broker';
import { Line } from './line';
import { startKeptDatabase } from './kept-database';
import { newKeys } from './partner-token';
import { PlazaProcess } from './plaza-process';

export const topics = ['online', 'offline'] as const;
export const partitions = 3;
const gatewayTimeoutMs = 1_000;
const accountsMax = 2_000;
const processes = ['payments', 'payments', 'worker'] as const;

export const parts = ['payments', 'worker', 'PostgreSQL', 'Kafka', 'simulator'] as const;
export type Part = (typeof parts)[number];

/** How the third party begins a simulation. */
export interface Simulation {
  seed: string;
  messages: number;
  seconds: number;
  scenario: object;
}

export class PaymentsStage {
  readonly line = new Line(() => this.simulator?.url ?? 'http://127.0.0.1:1');
  /** By the database's clock. */
  roundBeganAt = new Date(0);
  private simulator: PlazaProcess | undefined;
  private simulation: Simulation | undefined;
  private running: PlazaProcess[] = [];

  private constructor(
    private readonly folder: string,
    private postgres: PostgresServer,
    private kafka: KafkaServer,
    readonly ownerUrl: string,
    /** By which the processes seal what they keep. */
    readonly sealingKey: string,
  ) {}

  static async start(): Promise<PaymentsStage> {
    const { folder, postgres, ownerUrl, appUrl } = await startKeptDatabase();
    const kafka = await startBroker(folder, await freePort());
    const keys = newKeys();
    const stage = new PaymentsStage(folder, postgres, kafka, ownerUrl, keys.SEALING_KEYS);
    await stage.rows(
      `INSERT INTO payments.accounts (account_id, created_at) SELECT id, now() FROM generate_series(1, ${accountsMax}) id`,
    );
    await ensureTopics(stage.kafkaClient(), [...topics], partitions);
    const lineUrl = await stage.line.open();
    const environment = { ...keys, DATABASE_URL: appUrl, KAFKA_BROKERS: kafka.brokers };
    const third = {
      GATEWAY_URL: lineUrl,
      ERROR_LOG_URL: lineUrl,
      GATEWAY_TIMEOUT_MS: String(gatewayTimeoutMs),
    };
    for (const app of processes)
      stage.running.push(await PlazaProcess.start(app, { ...environment, ...third }));
    return stage;
  }

  async stop(): Promise<void> {
    await Promise.all(
      [...this.running, ...(this.simulator ? [this.simulator] : [])].map((each) => each.stop()),
    );
    await this.line.close();
    await this.kafka.stop();
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  rows<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return withClient(this.ownerUrl, async (client) => (await client.query<Row>(sql, parameters)).rows);
  }

  /** What the third party says of itself. */
  async told<T>(path: string): Promise<T> {
    return (await fetch(`${this.simulator?.url ?? ''}${path}`)).json() as Promise<T>;
  }

  kafkaClient(): Kafka {
    return new Kafka({ brokers: [this.kafka.brokers], logLevel: logLevel.NOTHING });
  }

  /** How many messages Kafka has that are not in the log yet. */
  async untaken(): Promise<number> {
    const admin = this.kafkaClient().admin();
    await admin.connect();
    try {
      const offsets = (await Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)))).flat();
      const waiting = offsets.reduce((sum, { low, high }) => sum + Number(high) - Number(low), 0);
      const [kept] = await this.rows<{ count: number }>(
        'SELECT count(*)::integer AS count FROM payments.messages',
      );
      return Math.max(0, waiting - (kept?.count ?? 0));
    } finally {
      await admin.disconnect();
    }
  }

  /** A third party with a record of nothing, whose decisions follow from the seed. */
  async beginRound(simulation: Simulation): Promise<void> {
    await this.simulator?.stop();
    const [clock] = await this.rows<{ now: Date }>('SELECT now()');
    this.roundBeganAt = clock?.now ?? this.roundBeganAt;
    this.line.clear();
    this.simulation = simulation;
    this.simulator = await PlazaProcess.start('gateway-simulator', {
      KAFKA_BROKERS: this.kafka.brokers,
      SEED: simulation.seed,
    });
    await this.beginSimulation(simulation);
  }

  async kill(part: Part, which: (among: PlazaProcess[]) => PlazaProcess | undefined): Promise<void> {
    switch (part) {
      case 'payments':
      case 'worker': {
        const victim = which(this.running.filter(({ app }) => app === part));
        await victim?.kill();
        await victim?.startAgain();
        return;
      }
      case 'PostgreSQL':
        // Its keeper starts it again.
        process.kill(this.postgres.pid, 'SIGKILL');
        return;
      case 'Kafka': {
        process.kill(this.kafka.pid, 'SIGKILL');
        await this.kafka.stop(); // gives its folder back
        this.kafka = await startBroker(this.folder, this.kafka.port);
        return;
      }
      case 'simulator':
        await this.line.beginAnew(async () => {
          await this.simulator?.kill();
          await this.simulator?.startAgain();
          // It has forgotten how far it was, so it sends everything again: what has come before is known by its payment.
          if (this.simulation) await this.beginSimulation(this.simulation);
        });
    }
  }

  /** A place beside the database, which stays when that is lost. */
  get backupFolder(): string {
    return join(this.folder, 'backups');
  }

  get database(): Pick<PostgresServer, 'url' | 'folder'> {
    return this.postgres;
  }

  /** The power of the database's machine goes, and its disk is never seen again. */
  async loseDatabase(): Promise<void> {
    const { pid, folder } = this.postgres;
    const given = this.postgres.stop(); // from here on its keeper leaves it alone
    process.kill(pid, 'SIGKILL');
    await given;
    await removePostgres(folder);
  }

  /** Another server stands at the address of the one that was lost. */
  async replaceDatabase(
    make: (place: { folder: string; port: number }) => Promise<PostgresServer>,
  ): Promise<void> {
    const { folder, port } = this.postgres;
    this.postgres = await make({ folder, port });
  }

  /** What every process said last: what a violation needs for its explanation. */
  get lastWords(): string {
    return this.running.map(({ lastWords }) => lastWords).join('\n');
  }

  private async beginSimulation({ scenario, messages, seconds }: Simulation): Promise<void> {
    const url = this.simulator?.url ?? '';
    const set = await fetch(`${url}/scenario`, {
      method: 'PUT',
      body: JSON.stringify(scenario),
      headers: { 'content-type': 'application/json' },
    });
    if (!set.ok) throw new Error(await set.text());
    const begun = await fetch(`${url}/start?count=${messages}&seconds=${seconds}`);
    if (!begun.ok) throw new Error(await begun.text());
  }
}
