/**
 * What both payment benchmarks stand on: Kafka, PostgreSQL with Plaza's schemas and accounts, and Plaza's payments process, which
 * meets a fresh database and a consumer group without a past in every round.
 */
import {
  KAFKA_VERSION,
  dropDatabase,
  ensurePlazaDatabase,
  type KafkaServer,
  type PlazaDatabase,
  type PostgresServer,
} from '@plaza/engines';
import type { Workshop } from './benchmark';
import { roundByCommits } from './commit-times';
import { startBroker, untilCommitted } from './kafka';
import { fillAccounts } from './payments-data';
import { migratedDatabase, plazaEnvironment, startPlaza, type PlazaProcess } from './plaza';
import { rows, serverVersion, settleDatabase, startDatabaseServer } from './postgres';
import type { Round } from './statistics';

const template = 'plaza_template';
const database = 'plaza';

export interface PaymentsStage {
  kafka: KafkaServer;
  postgres: PostgresServer;
}

export async function preparePaymentsStage(workshop: Workshop): Promise<PaymentsStage> {
  workshop.say('starting Kafka and PostgreSQL');
  const kafka = await startBroker(workshop);
  const postgres = await startDatabaseServer(workshop.running);
  const { ownerUrl } = await migratedDatabase(postgres, template);
  await fillAccounts(ownerUrl);
  return { kafka, postgres };
}

export async function enginesOf({ postgres }: PaymentsStage): Promise<Record<string, string>> {
  return { PostgreSQL: await serverVersion(postgres.url), Kafka: KAFKA_VERSION };
}

/** A copy of another database, instead of whatever has the name now. */
export async function freshCopy(server: PostgresServer, name: string, of: string): Promise<PlazaDatabase> {
  await dropDatabase(server.url, name);
  const copy = await ensurePlazaDatabase(server.url, name, { template: of });
  await settleDatabase(server);
  return copy;
}

/** Messages that wait on a topic for whoever reads it. */
export interface WaitingMessages {
  type: 'online' | 'offline';
  topic: string;
  count: number;
}

/** Plaza's payments process taking all messages of a topic, round by round. */
export class PlazaPayments {
  /** How many payments the rounds have stored, and how many there were to store. */
  stored = 0;
  awaited = 0;
  private number = 0;
  private urls: PlazaDatabase | undefined;
  private current: PlazaProcess | undefined;

  constructor(
    private readonly workshop: Workshop,
    private readonly stage: PaymentsStage,
    private readonly messages: WaitingMessages,
    private readonly variables: Record<string, string> = {},
  ) {}

  /** Of the process that takes the messages; only after `prepare`. */
  get processUrl(): string {
    if (!this.current) throw new Error('The round was not prepared');
    return this.current.url;
  }

  processes(): Record<string, number> {
    const { kafka, postgres } = this.stage;
    return {
      ...(this.current && { payments: this.current.pid }),
      PostgreSQL: postgres.pid,
      Kafka: kafka.pid,
    };
  }

  async prepare(): Promise<void> {
    const { kafka, postgres } = this.stage;
    this.number += 1;
    this.urls = await freshCopy(postgres, database, template);
    this.current = await startPlaza(
      this.workshop,
      'payments',
      plazaEnvironment(this.urls, {
        KAFKA_BROKERS: kafka.brokers,
        KAFKA_GROUP_PREFIX: this.groupPrefix,
        // The other topic exists under its own name and is empty.
        [this.messages.type === 'online' ? 'KAFKA_ONLINE_TOPIC' : 'KAFKA_OFFLINE_TOPIC']: this.messages.topic,
        ...this.variables,
      }),
    );
  }

  async round(): Promise<Round> {
    const { topic, count } = this.messages;
    // The dot, as Plaza puts it between prefix and group, keeps round 1 apart from round 10.
    await untilCommitted(this.stage.kafka.brokers, { topic, groupPrefix: `${this.groupPrefix}.`, count });
    const url = this.url();
    await untilSettled(url);
    const [tally] = await rows<{ stored: number }>(
      url,
      `SELECT count(*)::int AS stored FROM payments.payments WHERE status = 'stored' AND type = $1`,
      [this.messages.type],
    );
    this.stored += tally?.stored ?? 0;
    this.awaited += count;
    return roundByCommits(url, `payments.payments WHERE status = 'stored'`);
  }

  async finish(): Promise<void> {
    if (this.current) await this.workshop.running.stop(this.current);
    this.current = undefined;
  }

  private url(): string {
    if (!this.urls) throw new Error('The round was not prepared');
    return this.urls.ownerUrl;
  }

  /** Also separates these groups from those of every other topic. */
  private get groupPrefix(): string {
    return `bench-${this.messages.topic}-${this.number}`;
  }
}

const pollMs = 250;
/** A payment that is still open after so long has not simply to wait its turn. */
const settledWithinMs = 120_000;

/** Waits for payments that were taken from the topic and are still to be settled. */
async function untilSettled(url: string): Promise<void> {
  const givenUpAt = performance.now() + settledWithinMs;
  for (;;) {
    const [row] = await rows<{ open: number }>(
      url,
      `SELECT count(*)::int AS open FROM payments.payments WHERE status = 'open'`,
    );
    if (row?.open === 0) return;
    if (performance.now() > givenUpAt) throw new Error(`${row?.open ?? 'Some'} payments stay open`);
    await new Promise((resume) => setTimeout(resume, pollMs));
  }
}
