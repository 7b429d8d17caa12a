/**
 * What the checks look at: the settings, and the engines that they name, each connected to when the first check asks for it. Nothing is
 * ever written to them.
 */
import type { INestApplicationContext, Type } from '@nestjs/common';
import { createClient } from '@keyv/redis';
import { connectKafka } from '@plaza/messaging';
import type { Clock, PlazaLogger, Settings } from '@plaza/platform';
import type { Admin } from 'kafkajs';
import { Client, type QueryResultRow } from 'pg';
import { asOperator, openPlaza } from '../plaza';

const connectMsMax = 5_000;
const statementMsMax = 5_000;

/** One PostgreSQL server, as one of the URLs of the settings reaches it. */
export class DatabaseServer {
  constructor(private readonly client: Client) {}

  async read<Row extends QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(sql, parameters)).rows;
  }

  /** @throws when there is not exactly one row */
  async one<Row extends QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<Row> {
    const [row, ...more] = await this.read<Row>(sql, parameters);
    if (row === undefined || more.length > 0) throw new Error('One row was expected');
    return row;
  }
}

export class Deployment {
  private readonly databases = new Map<string, Promise<DatabaseServer>>();
  private kafkaAdmin: Promise<Admin> | undefined;
  private plaza: Promise<INestApplicationContext> | undefined;
  private readonly closing: (() => Promise<unknown>)[] = [];

  constructor(
    readonly settings: Settings,
    readonly clock: Clock,
    private readonly logger: PlazaLogger,
  ) {}

  primary(): Promise<DatabaseServer> {
    return this.database(this.settings.database.url);
  }

  /** @throws when it cannot be reached, every time that it is asked for */
  database(url: string): Promise<DatabaseServer> {
    const opening = this.databases.get(url) ?? this.openDatabase(url);
    this.databases.set(url, opening);
    return opening;
  }

  /** @throws when it cannot be reached, every time that it is asked for */
  kafka(): Promise<Admin> {
    this.kafkaAdmin ??= this.openKafka();
    return this.kafkaAdmin;
  }

  /**
   * Asks one of Plaza's services; they are started when the database answers, because without it they would wait for it.
   * @throws when it cannot be reached
   */
  async ask<Service, Answer>(
    service: Type<Service>,
    question: (service: Service) => Promise<Answer>,
  ): Promise<Answer> {
    await this.primary();
    this.plaza ??= this.startPlaza();
    const plaza = await this.plaza;
    return asOperator(() => question(plaza.get(service)));
  }

  /**
   * What Redis tells about its memory: INFO may be asked where CONFIG, as with most providers, may not.
   * @throws when it cannot be reached
   */
  async memoryOfRedis(): Promise<Map<string, string>> {
    const client = createClient({
      url: configured(this.settings.redis.url, 'Redis'),
      socket: { connectTimeout: connectMsMax, reconnectStrategy: false },
      commandOptions: { timeout: statementMsMax },
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      const lines = (await client.info('memory')).split(/\r?\n/).map((line) => line.split(':'));
      return new Map(lines.flatMap(([name, value]) => (name && value ? [[name, value] as const] : [])));
    } finally {
      client.destroy();
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.closing.map((close) => close()));
  }

  private async openDatabase(url: string): Promise<DatabaseServer> {
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis: connectMsMax,
      statement_timeout: statementMsMax,
      application_name: 'plaza check',
    });
    client.on('error', () => undefined);
    await client.connect();
    this.closing.push(() => client.end());
    return new DatabaseServer(client);
  }

  private async startPlaza(): Promise<INestApplicationContext> {
    const plaza = await openPlaza();
    this.closing.push(() => plaza.close());
    return plaza;
  }

  private async openKafka(): Promise<Admin> {
    const kafka = configured(this.settings.kafka, 'Kafka');
    const admin = connectKafka(kafka, 'plaza-check', this.logger).admin({ retry: { retries: 1 } });
    this.closing.push(() => admin.disconnect());
    await admin.connect();
    return admin;
  }
}

function configured<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`No ${name} is configured`);
  return value;
}
