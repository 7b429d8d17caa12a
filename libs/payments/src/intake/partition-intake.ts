/**
 * Takes messages of one partition within a transaction: load, decide, record. Before anything is decided they are held against
 * what is kept of the partition, and what does not go together with that raises an alarm.
 */
import { Injectable } from '@nestjs/common';
import type { ForeignMessage } from '@plaza/messaging';
import { Clock, Sealing, type Sealed, type Tx } from '@plaza/platform';
import { raiseAlarms } from '../alarms/alarm-rows';
import { beginAnew } from './begin-anew';
import { hasBegunAnew, keptPartition, passedOver } from './continuity';
import { decideIntake, type Decision, type ReceivedMessage } from './intake-decision';
import { unstorable } from './intake-faults';
import { readPartitionKnowledge, type PartitionKnowledge } from './intake-knowledge';
import { IntakeRecord } from './intake-record';
import type { SealedMessages } from './intake-rows';
import { readMessage } from './read-message';

@Injectable()
export class PartitionIntake {
  constructor(
    private readonly record: IntakeRecord,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  async take(tx: Tx, messages: readonly ForeignMessage[]): Promise<Decision[]> {
    return this.write(tx, messages, decideIntake);
  }

  /** Keeps a message that cannot be written even alone as rejected, with what the database said. */
  async takeUnstorable(tx: Tx, message: ForeignMessage, error: unknown): Promise<Decision[]> {
    return this.write(tx, [message], (received) => received.map((one) => unstorable(one, error)));
  }

  private async write(tx: Tx, messages: readonly ForeignMessage[], decide: Decide): Promise<Decision[]> {
    const [head] = messages;
    if (!head) return [];
    const received = messages.map((message) => readMessage(this.sealing, message));
    const reading = this.known(tx, received);
    // The database is busy meanwhile.
    const sealed = this.record.seal(messages);
    const known = await reading;
    const at = this.clock.now();
    const { topic } = head;
    const partition = keptPartition(head.partition, known.past.incarnation);
    const missing = passedOver(messages, known.past);
    if (missing) await raiseAlarms(tx, [{ kind: 'offsets-missing', topic, partition, ...missing }], at);
    const fresh = received.filter(({ message }) => !known.past.taken.has(String(message.offset)));
    const kept = keptUnder(partition, fresh, sealed);
    const decided = decide(kept.received, known);
    await this.record.write(tx, decided, kept.sealed, at);
    return decided;
  }

  private async known(tx: Tx, received: readonly ReceivedMessage[]): Promise<PartitionKnowledge> {
    const known = await readPartitionKnowledge(tx, received);
    const messages = received.map(({ message }) => message);
    const [head] = messages;
    const isKept = (message: ForeignMessage, sealed: Sealed) => this.record.holds(sealed, message);
    if (!head || !hasBegunAnew(messages, known.past, isKept)) return known;
    await beginAnew(tx, head, known.past, this.clock.now());
    return readPartitionKnowledge(tx, received);
  }
}

type Decide = (received: readonly ReceivedMessage[], known: PartitionKnowledge) => Decision[];

interface Kept {
  received: readonly ReceivedMessage[];
  sealed: SealedMessages;
}

/** The messages under the number that their partition has here, which is nearly always Kafka's. */
function keptUnder(partition: number, received: readonly ReceivedMessage[], sealed: SealedMessages): Kept {
  if (received.every(({ message }) => message.partition === partition)) return { received, sealed };
  const pieces = new Map<ForeignMessage, NonNullable<ReturnType<SealedMessages['get']>>>();
  const moved = received.map(({ message: came, content }) => {
    const message = { ...came, partition };
    const piece = sealed.get(came);
    if (piece) pieces.set(message, piece);
    return { message, content };
  });
  return { received: moved, sealed: pieces };
}
