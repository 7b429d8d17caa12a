/** Puts payments on Kafka's topics; those that come at the same time go together. */
import { groupBy, PlazaError, together } from '@plaza/platform';
import { Partitioners, type Kafka, type Producer } from 'kafkajs';
import { streamUnavailable, tooBusy } from '../payments.errors';
import { paymentTypes, type PaymentType } from '../messages/payment-message';
import { messageOf, PaymentStream, type OutgoingPayment, type PartitionStart } from './payment-stream';

const putTimeoutMs = 10_000;
const limits = { batchMax: 256, underWayMax: 1, waitingMax: 5_000, onFull: tooBusy };

export class KafkaPaymentStream extends PaymentStream {
  private readonly producer: Producer;
  private connected: Promise<void> | undefined;
  private readonly send: (payment: OutgoingPayment) => Promise<true>;

  constructor(
    private readonly kafka: Kafka,
    private readonly topicNames: Partial<Record<string, string>>,
  ) {
    super();
    this.producer = kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      idempotent: true,
      maxInFlightRequests: 1,
    });
    this.send = together(async (payments: OutgoingPayment[]) => {
      await this.sendAll(payments).catch((error: unknown) => {
        throw streamUnavailable(error);
      });
      return payments.map(() => true as const);
    }, limits);
  }

  /** What has not been taken after a while is given up by us, not by Kafka's client: it may still arrive. */
  async put(payment: OutgoingPayment): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(streamUnavailable(new Error(`Kafka took nothing within ${putTimeoutMs} ms`)));
      }, putTimeoutMs);
    });
    try {
      await Promise.race([this.send(payment), patience]);
    } catch (error) {
      throw error instanceof PlazaError ? error : streamUnavailable(error);
    } finally {
      clearTimeout(timer);
    }
  }

  async starts(): Promise<PartitionStart[]> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const starts: PartitionStart[] = [];
      for (const topic of paymentTypes) {
        for (const { partition, low } of await admin.fetchTopicOffsets(this.topicName(topic))) {
          starts.push({ topic, partition, firstOffset: BigInt(low) });
        }
      }
      return starts;
    } finally {
      await admin.disconnect();
    }
  }

  async close(): Promise<void> {
    if (this.connected) await this.producer.disconnect();
  }

  private async sendAll(payments: readonly OutgoingPayment[]): Promise<void> {
    this.connected ??= this.producer.connect();
    try {
      await this.connected;
    } catch (error) {
      this.connected = undefined;
      throw error;
    }
    const topics = groupBy(payments, ({ type }) => this.topicName(type));
    await this.producer.sendBatch({
      acks: -1,
      topicMessages: [...topics].map(([topic, own]) => ({
        topic,
        messages: own.map((payment) => ({
          key: payment.paymentId,
          value: messageOf(payment),
          ...(payment.traceparent && { headers: { traceparent: payment.traceparent } }),
        })),
      })),
    });
  }

  private topicName(type: PaymentType): string {
    return this.topicNames[type] ?? type;
  }
}
