/** `payments-offline`: a topic full of offline payments, stored as quickly as they can be, beside a bare consumer. */
import { z } from 'zod';
import { createDatabase, dropDatabase } from '@plaza/engines';
import type { Benchmark, Check, Contender, Findings, Workshop } from './support/benchmark';
import { startChild } from './support/child';
import { roundByCommits } from './support/commit-times';
import { fillTopic } from './support/kafka';
import { paymentMessages } from './support/payments-data';
import { createPaymentsFloor } from './support/payments-floor';
import {
  enginesOf,
  PlazaPayments,
  preparePaymentsStage,
  type PaymentsStage,
  type WaitingMessages,
} from './support/payments-stage';
import { rows, settleDatabase } from './support/postgres';

const partitions = 3;
const topic = 'offline';
const floorLabel = 'bare kafkajs consumer';
const floorDatabase = 'floor';
const floorWithinMs = 300_000;

export const paymentsOffline: Benchmark = {
  name: 'payments-offline',
  about: `offline payments from a Kafka topic of ${partitions} partitions to the database`,
  run,
};

async function run(workshop: Workshop): Promise<Findings> {
  const count = workshop.options.messages;
  const messages: WaitingMessages = { type: 'offline', topic, count };
  const stage = await preparePaymentsStage(workshop);
  workshop.say(`putting ${count} messages on the topic`);
  await fillTopic(stage.kafka.brokers, { topic, partitions }, paymentMessages('offline', count));

  const plaza = new PlazaPayments(workshop, stage, messages);
  const floor = new FloorPayments(workshop, stage, messages);
  const comparison = await workshop.compare({
    title: `${count} messages stored, from the first commit to the last`,
    contenders: [
      await floor.contender(),
      {
        label: 'Plaza, the payments process',
        role: 'plaza',
        load: `${partitions} partitions`,
        prepare: () => plaza.prepare(),
        round: () => plaza.round(),
        finish: () => plaza.finish(),
        processes: () => plaza.processes(),
      },
    ],
    aim: { floor: floorLabel, ratio: 0.6 },
    warmUpMs: 0,
  });
  return {
    comparisons: [comparison],
    checks: [storedAll('the floor', floor), storedAll('Plaza', plaza)],
    remarks: [
      'The worker does not run, so the events stay in the outbox, as do those of the floor.',
      'The floor keeps no audit log, which is three rows for each message, and takes one partition after the other; Plaza takes them side by side.',
    ],
    engines: await enginesOf(stage),
  };
}

function storedAll(who: string, { stored, awaited }: { stored: number; awaited: number }): Check {
  return { says: `${who} stored every message: ${stored} of ${awaited}`, holds: stored === awaited };
}

class FloorPayments {
  stored = 0;
  awaited = 0;
  private number = 0;
  private url = '';

  constructor(
    private readonly workshop: Workshop,
    private readonly stage: PaymentsStage,
    private readonly messages: WaitingMessages,
  ) {}

  async contender(): Promise<Contender> {
    const { kafka, postgres } = this.stage;
    const child = await this.workshop.running.start('floor', () =>
      startChild('floor', 'payments-offline.floor'),
    );
    return {
      label: floorLabel,
      role: 'floor',
      load: `${partitions} partitions`,
      prepare: () => this.prepare(),
      round: async () => {
        const groupId = `floor-${this.number}`;
        const { count } = this.messages;
        const request = { databaseUrl: this.url, brokers: kafka.brokers, topic, groupId, count };
        await child.ask(z.null(), request, floorWithinMs);
        const [tally] = await rows<{ stored: number }>(
          this.url,
          'SELECT count(*)::int AS stored FROM payments.payments',
        );
        this.stored += tally?.stored ?? 0;
        this.awaited += count;
        return roundByCommits(this.url, 'payments.payments');
      },
      processes: () => ({ consumer: child.pid, PostgreSQL: postgres.pid, Kafka: kafka.pid }),
    };
  }

  private async prepare(): Promise<void> {
    const { postgres } = this.stage;
    this.number += 1;
    await dropDatabase(postgres.url, floorDatabase);
    this.url = await createDatabase(postgres.url, floorDatabase);
    await createPaymentsFloor(this.url);
    await settleDatabase(postgres);
  }
}
