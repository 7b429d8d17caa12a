/**
 * Takes the messages of the payment stream, many at once: every one is sealed and logged with its outcome, every valid new
 * payment becomes a row, all in one transaction. Asking the gateway comes later and elsewhere, so a slow gateway holds back
 * nothing here.
 */
import { Injectable } from '@nestjs/common';
import type { ForeignMessage } from '@plaza/messaging';
import { Clock, Database, groupBy, Metrics, Sealing, Signals, type Tx } from '@plaza/platform';
import { PAYMENTS_OPEN_SIGNAL } from './gateway/open-signal';
import { decideIntake, type Decision, type ReceivedMessage } from './intake/intake-decision';
import { isFaultOfData, metAnother, unstorable } from './intake/intake-faults';
import { readKnowledge } from './intake/intake-knowledge';
import { IntakeRecord } from './intake/intake-record';
import { takeOffsets, type LocalRange } from './messages/local-log';
import { readPaymentMessage, type PaymentType } from './messages/payment-message';

/** How often a batch is tried: other processes may take the same payments first, and one message may fail the others. */
const triesMax = 8;

type Take = (messages: readonly ForeignMessage[]) => Promise<Decision[]>;

@Injectable()
export class PaymentsService {
  private readonly received;

  constructor(
    private readonly database: Database,
    private readonly record: IntakeRecord,
    private readonly sealing: Sealing,
    private readonly signals: Signals,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.received = metrics.counter(
      'plaza_payments_messages_total',
      'Messages taken from the stream, by outcome',
      ['topic', 'outcome'],
    );
  }

  /**
   * Makes the messages durable with what became of each; one whose place is in the log already is passed over.
   * @throws PlazaError of kind `unavailable` when the database is away: nothing was taken, so they have to come again
   */
  async receive(messages: readonly ForeignMessage[]): Promise<void> {
    await this.taking((_tx, take) => take(messages));
  }

  /** Puts values at the end of the local log, which stands in for a topic of one partition, and takes them. */
  async append(topic: PaymentType, values: readonly Buffer[]): Promise<LocalRange> {
    let range: LocalRange | undefined;
    await this.taking(async (tx, take) => {
      const { partition, firstOffset } = (range = await takeOffsets(tx, topic, values.length));
      const timestamp = this.clock.now();
      return take(
        values.map((value, at) => {
          const offset = firstOffset + BigInt(at);
          return { topic, partition, offset, key: null, value, headers: {}, timestamp };
        }),
      );
    });
    if (!range) throw new Error('The local log gave no offsets');
    return range;
  }

  /** One transaction, begun anew when another process was faster, and with care when the database refuses what we write. */
  private async taking(work: (tx: Tx, take: Take) => Promise<Decision[]>): Promise<void> {
    let careful = false;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const decisions = await this.database.transaction((tx) =>
          work(tx, (messages) => (careful ? this.takeCarefully(tx, messages) : this.take(tx, messages))),
        );
        for (const { message, outcome } of decisions) this.received.inc({ topic: message.topic, outcome });
        return;
      } catch (error) {
        if (attempt === triesMax) throw error;
        if (metAnother(error)) continue;
        if (careful || !isFaultOfData(error)) throw error;
        careful = true;
      }
    }
  }

  /** Load, decide, record; a partition at a time, of which there is usually one. */
  private async take(tx: Tx, messages: readonly ForeignMessage[]): Promise<Decision[]> {
    const decisions: Decision[] = [];
    for (const ofPartition of groupBy(
      messages,
      ({ topic, partition }) => `${topic}/${String(partition)}`,
    ).values()) {
      const received = ofPartition.map((message) => this.read(message));
      const knowledge = readKnowledge(tx, received);
      // The database is busy meanwhile.
      const sealed = this.record.seal(ofPartition);
      const decided = decideIntake(received, await knowledge);
      await this.record.write(tx, decided, sealed, this.clock.now());
      decisions.push(...decided);
    }
    if (decisions.some(({ outcome }) => outcome === 'open'))
      this.signals.raiseAfterCommit(PAYMENTS_OPEN_SIGNAL);
    return decisions;
  }

  /** Halves a batch until the message stands alone that cannot be written; that one is kept as rejected. */
  private async takeCarefully(tx: Tx, messages: readonly ForeignMessage[]): Promise<Decision[]> {
    await tx.query('SAVEPOINT part');
    try {
      const decisions = await this.take(tx, messages);
      await tx.query('RELEASE SAVEPOINT part');
      return decisions;
    } catch (error) {
      if (metAnother(error) || !isFaultOfData(error)) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT part');
      const [message] = messages;
      if (messages.length === 1 && message) {
        const decisions = [unstorable(message, error)];
        await this.record.write(tx, decisions, this.record.seal(messages), this.clock.now());
        return decisions;
      }
      const half = messages.length >> 1;
      const first = await this.takeCarefully(tx, messages.slice(0, half));
      return [...first, ...(await this.takeCarefully(tx, messages.slice(half)))];
    }
  }

  private read(message: ForeignMessage): ReceivedMessage {
    const content = readPaymentMessage(message.topic, message.value);
    if ('refusal' in content) return { message, content };
    const { card } = content.payment;
    const cardFingerprint = card === null ? null : this.sealing.fingerprint(card);
    return { message, content: { payment: { ...content.payment, cardFingerprint } } };
  }
}
