/*
 * Sends a topic's messages to Kafka. Every failure drops the connection and `prepare` builds a new one, so a broker that was
 * restarted is met afresh and nothing depends on how a client library recovers.
 */
import { Kafka, Partitioners, logLevel, type Admin, type Producer } from 'kafkajs';
import { DeliveryFault, messageOf, type Destination } from './destination';

const connectionTimeoutMs = 3_000;
const requestTimeoutMs = 5_000;
const usableAttemptsMax = 20;
const usablePauseMs = 200;

/** No retries inside the client: they would repeat batches unseen, and the repeats could not be counted. */
const retry = { retries: 0 };

export class KafkaDestination implements Destination {
  readonly #kafka: Kafka;
  #producer: Producer | undefined;

  constructor(
    brokers: readonly string[],
    private readonly topic: string,
  ) {
    this.#kafka = new Kafka({
      clientId: 'gateway-simulator',
      brokers: [...brokers],
      connectionTimeout: connectionTimeoutMs,
      requestTimeout: requestTimeoutMs,
      retry,
      logLevel: logLevel.NOTHING,
    });
  }

  async prepare(): Promise<void> {
    if (this.#producer !== undefined) return;
    await this.#createTopic();
    const producer = this.#kafka.producer({ retry, createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    this.#producer = producer;
  }

  async send(messages: readonly Buffer[]): Promise<void> {
    try {
      if (this.#producer === undefined) throw new Error('The producer is not connected.');
      await this.#producer.send({
        topic: this.topic,
        acks: -1,
        messages: messages.map((value) => ({ value })),
      });
    } catch (fault) {
      await this.close();
      throw new DeliveryFault(`Kafka: ${messageOf(fault)}`, 'perhaps');
    }
  }

  async close(): Promise<void> {
    const producer = this.#producer;
    this.#producer = undefined;
    await producer?.disconnect();
  }

  /** Asks for the topic by name, so that it is there before the first batch, also where brokers create none unasked. */
  async #createTopic(): Promise<void> {
    const admin = this.#kafka.admin({ retry });
    try {
      await admin.connect();
      await admin.createTopics({ topics: [{ topic: this.topic }], waitForLeaders: false });
      await this.#untilUsable(admin);
    } finally {
      await admin.disconnect();
    }
  }

  /** A new topic, or one whose broker has just begun, can be written once its partitions tell their offsets. */
  async #untilUsable(admin: Admin): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await admin.fetchTopicOffsets(this.topic);
        return;
      } catch (fault) {
        if (attempt === usableAttemptsMax) throw fault;
      }
      await new Promise((resolve) => setTimeout(resolve, usablePauseMs));
    }
  }
}
