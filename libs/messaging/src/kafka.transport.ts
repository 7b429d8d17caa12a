/**
 * Events over Kafka, for processes that run apart. Consumers take what one poll brought as batches, and an offset is
 * committed only after the database has what it stands for.
 */
import {
  groupBy,
  inSpans,
  SpanKind,
  type KafkaSettings,
  type PlazaLogger,
  type SpanMember,
} from '@plaza/platform';
import {
  Kafka,
  logLevel,
  Partitioners,
  type Consumer as KafkaConsumer,
  type EachBatchPayload,
  type KafkaMessage,
  type Producer,
} from 'kafkajs';
import { BatchServer, type Consumer } from './batch-server';
import type { Delivery } from './delivery';
import type { AddressedEvent, EventEnvelope, ForeignMessage } from './events';
import { ensureTopics } from './kafka-topics';
import { EventTransport } from './transport';

/** The header that addresses an event to one consumer group. */
const onlyForHeader = 'plaza-only-for';
const batchMax = 1_000;
/** Where many wait, what is the same in all batches is paid for less often; what one poll brings of a partition is hardly more. */
const foreignBatchMax = 4_000;
const pauseMs = 1_000;
/** A consumer that was killed is missed after so long; until then nobody takes what was its own. */
const sessionTimeoutMs = 10_000;
/** A batch may take longer than that while the database is slow or away: its consumer says meanwhile that it lives. */
const heartbeatMs = 2_000;
const maxWaitMs = 100;
const ownTopicPartitions = 3;
/** Messages of others are no consequence of each other: while the database writes those of one partition, the next are read. */
const foreignPartitionsAtOnceMax = 3;

export function connectKafka(
  { brokers, tls, login }: KafkaSettings,
  clientId: string,
  logger: PlazaLogger,
): Kafka {
  return new Kafka({
    brokers,
    clientId,
    ssl: tls,
    ...(login && { sasl: { mechanism: 'scram-sha-512', ...login } }),
    logLevel: logLevel.WARN,
    logCreator:
      () =>
      ({ namespace, log: { message, ...details } }) => {
        logger.debug({ kafka: namespace, ...details }, message);
      },
    retry: { initialRetryTime: 200, maxRetryTime: 5_000, retries: 8 },
  });
}

export class KafkaTransport extends EventTransport {
  private readonly producer: Producer;
  private connecting: Promise<void> | undefined;
  private readonly knownTopics = new Set<string>();

  constructor(private readonly kafka: Kafka) {
    super();
    this.producer = kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      idempotent: true,
      maxInFlightRequests: 1,
    });
  }

  async publish(events: readonly AddressedEvent[]): Promise<void> {
    const byTopic = groupBy(events, ({ topic }) => topic);
    await this.connect([...byTopic.keys()]);
    await this.producer.sendBatch({
      acks: -1,
      topicMessages: [...byTopic].map(([topic, ofTopic]) => ({ topic, messages: ofTopic.map(asMessage) })),
    });
  }

  async close(): Promise<void> {
    if (this.connecting) await this.producer.disconnect();
  }

  private async connect(topics: string[]): Promise<void> {
    this.connecting ??= this.producer.connect();
    try {
      await this.connecting;
    } catch (error) {
      this.connecting = undefined;
      throw error;
    }
    const unknown = topics.filter((topic) => !this.knownTopics.has(topic));
    if (unknown.length === 0) return;
    await ensureTopics(this.kafka, unknown, ownTopicPartitions);
    for (const topic of unknown) this.knownTopics.add(topic);
  }
}

export class KafkaServer extends BatchServer {
  private readonly running: KafkaConsumer[] = [];
  private closing = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly options: KafkaSettings,
    private readonly delivery: Delivery,
    private readonly plazaLogger: PlazaLogger,
  ) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    const groups = groupBy(this.consumers, ({ group }) => group);
    Promise.all([...groups].map(([group, consumers]) => this.start(group, consumers))).then(
      () => {
        callback();
      },
      (error: unknown) => {
        callback(error);
      },
    );
  }

  async close(): Promise<void> {
    this.closing = true;
    await Promise.all(this.running.map((consumer) => consumer.disconnect()));
  }

  private async start(group: string, consumers: Consumer[]): Promise<void> {
    const byTopic = new Map(consumers.map((consumer) => [this.topicName(consumer.topic), consumer]));
    await ensureTopics(this.kafka, [...byTopic.keys()], ownTopicPartitions);
    const kafkaConsumer = this.kafka.consumer({
      groupId: `${this.options.groupPrefix}.${group}`,
      sessionTimeout: sessionTimeoutMs,
      heartbeatInterval: heartbeatMs,
      maxWaitTimeInMs: maxWaitMs,
      retry: {
        initialRetryTime: 200,
        maxRetryTime: 5_000,
        restartOnFailure: () => Promise.resolve(!this.closing),
      },
    });
    this.running.push(kafkaConsumer);
    await kafkaConsumer.connect();
    await kafkaConsumer.subscribe({ topics: [...byTopic.keys()], fromBeginning: true });
    await kafkaConsumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: consumers.every(({ foreign }) => foreign)
        ? foreignPartitionsAtOnceMax
        : 1,
      eachBatch: async (payload) => {
        const consumer = byTopic.get(payload.batch.topic);
        if (consumer) await this.takeBatch(kafkaConsumer, consumer, payload);
      },
    });
  }

  private async takeBatch(
    kafkaConsumer: KafkaConsumer,
    consumer: Consumer,
    payload: EachBatchPayload,
  ): Promise<void> {
    const { batch } = payload;
    const isOver = () => !payload.isRunning() || payload.isStale();
    const most = consumer.foreign ? foreignBatchMax : batchMax;
    for (let from = 0; from < batch.messages.length; from += most) {
      const messages = batch.messages.slice(from, from + most);
      const last = messages.at(-1);
      if (!last) return;
      while (!(await alive(payload, () => this.taken(consumer, batch.partition, messages)))) {
        await payload.heartbeat();
        if (isOver()) return;
      }
      payload.resolveOffset(last.offset);
      const offset = (BigInt(last.offset) + 1n).toString();
      await kafkaConsumer.commitOffsets([{ topic: batch.topic, partition: batch.partition, offset }]);
      await payload.heartbeat();
      if (isOver()) return;
    }
  }

  /** False, after a pause, when the messages could not be taken now and have to be tried again. */
  private async taken(consumer: Consumer, partition: number, messages: KafkaMessage[]): Promise<boolean> {
    try {
      if (consumer.foreign) {
        const foreign = messages.map((message) => asForeign(consumer.topic, partition, message));
        const spans = () => messages.map((message) => spanOf(consumer, message));
        await inSpans(SpanKind.CONSUMER, spans, () => consumer.handle(foreign));
      } else {
        const events = messages.flatMap((message) => this.asEvent(consumer.topic, message));
        await this.delivery.deliver(consumer.group, (envelopes) => consumer.handle(envelopes), events);
      }
      return true;
    } catch (error) {
      this.plazaLogger.warn(
        { err: error, consumer: consumer.group, topic: consumer.topic },
        'A batch could not be taken now; it is tried again',
      );
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      return false;
    }
  }

  private topicName(topic: string): string {
    return this.options.topicNames[topic] ?? topic;
  }

  private asEvent(topic: string, message: KafkaMessage): AddressedEvent[] {
    try {
      const envelope = JSON.parse(message.value?.toString() ?? '') as EventEnvelope;
      const onlyFor = message.headers?.[onlyForHeader]?.toString() ?? null;
      return [{ topic, key: message.key?.toString() ?? '', envelope, onlyFor }];
    } catch (error) {
      this.plazaLogger.error(
        { err: error, topic, offset: message.offset },
        'A message on a topic of Plaza is no event',
      );
      return [];
    }
  }
}

/** Says while `work` goes on that this consumer lives. That it was called to share anew it hears afterwards, by itself. */
async function alive<Result>(payload: EachBatchPayload, work: () => Promise<Result>): Promise<Result> {
  const beating = setInterval(() => {
    payload.heartbeat().catch(() => undefined);
  }, heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}

function asMessage({ key, envelope, onlyFor }: AddressedEvent) {
  return {
    key,
    value: JSON.stringify(envelope),
    headers: { type: envelope.type, ...(onlyFor !== null && { [onlyForHeader]: onlyFor }) },
  };
}

function spanOf({ group, topic }: Consumer, { headers, offset }: KafkaMessage): SpanMember {
  const attributes = {
    'messaging.consumer.group.name': group,
    'messaging.destination.name': topic,
    'messaging.kafka.offset': Number(offset),
  };
  return {
    name: `${group} takes ${topic}`,
    parent: headers?.['traceparent']?.toString() ?? null,
    attributes,
  };
}

function asForeign(topic: string, partition: number, message: KafkaMessage): ForeignMessage {
  return {
    topic,
    partition,
    offset: BigInt(message.offset),
    key: message.key,
    value: message.value,
    headers: message.headers ?? {},
    timestamp: new Date(Number(message.timestamp)),
  };
}
