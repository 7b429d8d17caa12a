/**
 * The floor of `payments-offline`: a bare kafkajs consumer that writes the rows of as many messages as Plaza does with one statement. No framework,
 * no validation, no sealing.
 */
import { Kafka, logLevel, type Consumer, type EachBatchPayload, type KafkaMessage } from 'kafkajs';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { answerRequests } from './support/child';
import { storeBatchSql } from './support/payments-floor';

const batchMax = 4_000;
const fingerprintBytes = 32;

const requestSchema = z.object({
  databaseUrl: z.string(),
  brokers: z.string(),
  topic: z.string(),
  groupId: z.string(),
  count: z.number().int().positive(),
});

const messageSchema = z.custom<{
  payment_id: string;
  account_id: number;
  credit_card: string;
  amount: number;
}>();

answerRequests(requestSchema, async ({ databaseUrl, brokers, topic, groupId, count }) => {
  const client = new Client({ connectionString: databaseUrl });
  const consumer = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.ERROR }).consumer({ groupId });
  await client.connect();
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  try {
    await consume(consumer, client, count);
  } finally {
    await consumer.disconnect();
    await client.end();
  }
  return null;
});

/** Resolves when `count` messages are stored. */
function consume(consumer: Consumer, client: Client, count: number): Promise<void> {
  let stored = 0;
  return new Promise((resolve, reject) => {
    consumer.on('consumer.crash', ({ payload }) => {
      // A broker that is still getting ready for its first group is asked again.
      if (!payload.restart) reject(payload.error);
    });
    consumer
      .run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        eachBatch: async (payload) => {
          stored += await storeAll(consumer, client, payload);
          if (stored >= count) resolve();
        },
      })
      .catch(reject);
  });
}

async function storeAll(consumer: Consumer, client: Client, payload: EachBatchPayload): Promise<number> {
  const { topic, partition, messages } = payload.batch;
  for (let from = 0; from < messages.length; from += batchMax) {
    const part = messages.slice(from, from + batchMax);
    await client.query({ name: 'store', text: storeBatchSql, values: valuesOf(part, topic, partition) });
    const last = part.at(-1)?.offset ?? '0';
    payload.resolveOffset(last);
    await consumer.commitOffsets([{ topic, partition, offset: (BigInt(last) + 1n).toString() }]);
    await payload.heartbeat();
  }
  return messages.length;
}

const zeros = Buffer.alloc(fingerprintBytes);

function valuesOf(messages: KafkaMessage[], topic: string, partition: number): unknown[] {
  const now = new Date();
  const correlationId = uuidv7();
  const contents = messages.map(({ value }) => messageSchema.parse(JSON.parse(value?.toString() ?? '')));
  const producedAt = messages.map(({ timestamp }) => new Date(Number(timestamp)));
  return [
    messages.map(({ offset }) => offset),
    producedAt,
    messages.map(({ value }) => value),
    contents.map((content) => content.payment_id),
    contents.map((content) => content.account_id),
    contents.map((content) => content.amount),
    contents.map((content) => content.credit_card.slice(-4)),
    contents.map(({ payment_id: paymentId, account_id: accountId, amount }, at) =>
      JSON.stringify({
        id: uuidv7(),
        type: 'payment-captured',
        occurredAt: now.toISOString(),
        correlationId,
        actor: null,
        data: {
          paymentId,
          orderId: null,
          accountId,
          type: 'offline',
          amount,
          capturedAt: producedAt[at]?.toISOString(),
        },
      }),
    ),
    topic,
    partition,
    now,
    zeros,
  ];
}
