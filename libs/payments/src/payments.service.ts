/**
 * Takes the messages of the payment stream, many at once: every one is sealed and logged with its outcome, every valid new
 * payment becomes a row, all in one transaction. Asking the gateway comes later and elsewhere, so a slow gateway holds back
 * nothing here.
 */
import { Injectable } from '@nestjs/common';
import type { ForeignMessage } from '@plaza/messaging';
import { Clock, Database, groupBy, Metrics, Signals, type Tx } from '@plaza/platform';
import { PAYMENTS_OPEN_SIGNAL } from './gateway/open-signal';
import type { Decision } from './intake/intake-decision';
import { untilWritten, writeInHalves } from './intake/intake-faults';
import { PartitionIntake } from './intake/partition-intake';
import { takeOffsets, type LocalRange } from './messages/local-log';
import type { PaymentType } from './messages/payment-message';

type Take = (messages: readonly ForeignMessage[]) => Promise<Decision[]>;

@Injectable()
export class PaymentsService {
  private readonly received;

  constructor(
    private readonly database: Database,
    private readonly intake: PartitionIntake,
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

  private async taking(work: (tx: Tx, take: Take) => Promise<Decision[]>): Promise<void> {
    const decisions = await untilWritten((careful) =>
      this.database.transaction((tx) =>
        work(tx, (messages) => (careful ? this.takeCarefully(tx, messages) : this.take(tx, messages))),
      ),
    );
    this.count(decisions);
  }

  private count(decisions: readonly Decision[]): void {
    const byKind = groupBy(decisions, ({ message, outcome }) => `${message.topic} ${outcome}`);
    for (const ofKind of byKind.values()) {
      const [first] = ofKind;
      if (first) this.received.inc({ topic: first.message.topic, outcome: first.outcome }, ofKind.length);
    }
  }

  /** A partition at a time, of which there is usually one. */
  private async take(tx: Tx, messages: readonly ForeignMessage[]): Promise<Decision[]> {
    const decisions: Decision[] = [];
    for (const ofPartition of groupBy(
      messages,
      ({ topic, partition }) => `${topic}/${String(partition)}`,
    ).values()) {
      decisions.push(...(await this.intake.take(tx, ofPartition)));
    }
    if (decisions.some(({ outcome }) => outcome === 'open'))
      this.signals.raiseAfterCommit(PAYMENTS_OPEN_SIGNAL);
    return decisions;
  }

  private takeCarefully(tx: Tx, messages: readonly ForeignMessage[]): Promise<Decision[]> {
    return writeInHalves(
      tx,
      messages,
      (part) => this.take(tx, part),
      (message, error) => this.intake.takeUnstorable(tx, message, error),
    );
  }
}
