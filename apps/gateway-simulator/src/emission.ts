/*
 * Sends a plan's messages at its pace, both topics side by side, each in its own order. A batch is repeated until it is accepted,
 * so nothing is lost while a receiver restarts; batches that may have arrived the first time are counted, so the record stays honest.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { DeliveryFault, messageOf, type Destination } from './destination';
import {
  messageCases,
  numbersOf,
  topicOf,
  topics,
  type MessageCase,
  type MessageNumbers,
  type Topic,
} from './message-cases';
import type { MessagePlan } from './message-plan';
import { paymentIdOf, writeMessage } from './messages';

const batchMessagesMax = 500;
/** Below the smallest limit a receiver is likely to have (1 MiB for a request); the longest message just fits, alone. */
const batchBytesMax = 1_000_000;
const tickMs = 50;
const backoffMsMin = 100;
const backoffMsMax = 5_000;

export type Destinations = Readonly<Record<Topic, Destination>>;

interface Batch {
  readonly messages: readonly Buffer[];
  readonly codes: readonly number[];
  /** The first position behind the batch. */
  readonly next: number;
}

export interface SentMessage {
  paymentId: string | null;
  topic: Topic;
  case: MessageCase;
  /** Its bytes as they were sent, as Base64; where they are asked for. */
  value?: string;
}

export interface SentWanted {
  case?: MessageCase | undefined;
  topic?: Topic | undefined;
  content?: boolean | undefined;
}

export class Emission {
  readonly startedAt = new Date();
  finishedAt: Date | null = null;
  /** Messages sent once more after an attempt whose outcome nobody knows: a receiver has the total and up to so many besides. */
  sentAgain = 0;
  /** What the last failed attempt failed with, and on which topic. */
  lastFault: string | null = null;
  readonly #accepted = new Uint32Array(messageCases.length * topics.length);
  readonly #acceptedUpTo: Record<Topic, number> = { online: 0, offline: 0 };
  readonly #stopped = new AbortController();
  readonly #begunMs = performance.now();
  readonly #done: Promise<void>;

  constructor(
    readonly plan: MessagePlan,
    /** Over how many seconds the messages are spread; 0 is as fast as the receivers take them. */
    readonly seconds: number,
    private readonly destinations: Destinations,
  ) {
    this.#done = this.#run();
  }

  get running(): boolean {
    return this.finishedAt === null;
  }

  /** How much receivers have accepted up to now. */
  get numbers(): MessageNumbers {
    return numbersOf(this.#accepted);
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#done;
  }

  /** What receivers have accepted up to now, in the order of the plan; of one case or one topic where that is asked. */
  *sentMessages(wanted: SentWanted): Generator<SentMessage> {
    for (let position = 0; position < this.plan.count; position++) {
      const planned = this.plan.at(position);
      if (position >= this.#acceptedUpTo[planned.topic]) continue;
      if (wanted.case !== undefined && wanted.case !== planned.case) continue;
      if (wanted.topic !== undefined && wanted.topic !== planned.topic) continue;
      const message = {
        paymentId: paymentIdOf(this.plan, planned),
        topic: planned.topic,
        case: planned.case,
      };
      yield wanted.content === true
        ? { ...message, value: writeMessage(this.plan, planned).value.toString('base64') }
        : message;
    }
  }

  async #run(): Promise<void> {
    const outcomes = await Promise.allSettled(topics.map((topic) => this.#send(topic)));
    this.finishedAt = new Date();
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected' && !this.#stopped.signal.aborted)
        this.lastFault = messageOf(outcome.reason);
    }
  }

  async #send(topic: Topic): Promise<void> {
    let position = 0;
    while (position < this.plan.count) {
      this.#stopped.signal.throwIfAborted();
      const due = this.#due();
      const batch = this.#gather(topic, position, due);
      if (batch.messages.length > 0) {
        await this.#deliver(topic, batch.messages);
        for (const code of batch.codes) this.#accepted[code] = (this.#accepted[code] ?? 0) + 1;
      }
      position = batch.next;
      this.#acceptedUpTo[topic] = position;
      if (position === due && due < this.plan.count) await this.#pause(tickMs);
    }
  }

  /** The position up to which messages should have been sent by now. */
  #due(): number {
    if (this.seconds === 0) return this.plan.count;
    const passed = (performance.now() - this.#begunMs) / (this.seconds * 1_000);
    return Math.min(this.plan.count, Math.floor(passed * this.plan.count));
  }

  #gather(topic: Topic, from: number, due: number): Batch {
    const messages: Buffer[] = [];
    const codes: number[] = [];
    let bytes = 0;
    let position = from;
    for (; position < due && messages.length < batchMessagesMax; position++) {
      const code = this.plan.codeAt(position);
      if (topicOf(code) !== topic) continue;
      const { value } = writeMessage(this.plan, this.plan.at(position));
      if (messages.length > 0 && bytes + value.length > batchBytesMax) break;
      bytes += value.length;
      messages.push(value);
      codes.push(code);
    }
    return { messages, codes, next: position };
  }

  async #deliver(topic: Topic, messages: readonly Buffer[]): Promise<void> {
    const destination = this.destinations[topic];
    let perhapsArrived = false;
    for (let attempt = 1; ; attempt++) {
      try {
        await destination.prepare(this.#stopped.signal);
        if (perhapsArrived) this.sentAgain += messages.length;
        perhapsArrived = false;
        await destination.send(messages, this.#stopped.signal);
        return;
      } catch (fault) {
        this.#stopped.signal.throwIfAborted();
        this.lastFault = `${topic}: ${messageOf(fault)}`;
        const known = fault instanceof DeliveryFault ? fault : undefined;
        perhapsArrived ||= known?.arrived === 'perhaps';
        await this.#pause(Math.max(backoffMs(attempt), known?.retryAfterMs ?? 0));
      }
    }
  }

  async #pause(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.#stopped.signal });
  }
}

/** Doubles up to its limit; half of it is by lot, so that both topics do not knock at the same instant. */
function backoffMs(attempt: number): number {
  const ceiling = Math.min(backoffMsMax, backoffMsMin * 2 ** Math.min(attempt - 1, 10));
  return ceiling * (0.5 + Math.random() / 2);
}
