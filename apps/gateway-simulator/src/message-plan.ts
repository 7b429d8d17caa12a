/*
 * The order in which a simulation sends its messages. A byte per message tells its case and topic; repeats know which earlier
 * message they repeat. Nothing of a message's content is kept: it is written anew from the seed when its turn comes.
 */
import {
  caseOf,
  codeOf,
  countPerCode,
  numbersOf,
  topicOf,
  topics,
  type MessageCase,
  type MessageNumbers,
  type Topic,
} from './message-cases';
import { SeededRandom } from './seeded';

export interface PlannedMessage {
  readonly topic: Topic;
  readonly case: MessageCase;
  /** Where the payment that this message speaks of was first sent: its own position, or an earlier one for a repeat. */
  readonly firstPosition: number;
}

export class MessagePlan {
  readonly numbers: MessageNumbers;
  readonly #codes: Uint8Array;
  readonly #firstPositions: Map<number, number>;

  constructor(
    readonly seed: string,
    readonly count: number,
  ) {
    const random = new SeededRandom(seed);
    const perCode = countPerCode(count);
    this.numbers = numbersOf(perCode);
    this.#codes = shuffled(perCode, count, random);
    this.#firstPositions = new Map(topics.flatMap((topic) => pairRepeats(this.#codes, topic, random)));
  }

  codeAt(position: number): number {
    const code = this.#codes[position];
    if (code === undefined) throw new RangeError(`The plan has no message at ${position}.`);
    return code;
  }

  at(position: number): PlannedMessage {
    const code = this.codeAt(position);
    const firstPosition = this.#firstPositions.get(position) ?? position;
    return { topic: topicOf(code), case: caseOf(code), firstPosition };
  }
}

function shuffled(perCode: Uint32Array, count: number, random: SeededRandom): Uint8Array {
  const codes = new Uint8Array(count);
  let filled = 0;
  perCode.forEach((number, code) => {
    codes.fill(code, filled, filled + number);
    filled += number;
  });
  for (let last = count - 1; last > 0; last--) swap(codes, last, random.below(last + 1));
  return codes;
}

/**
 * Gives every repeat of a topic a plain message of the same topic that comes before it, each to one repeat only. A repeat that
 * stands too early changes places with the next plain message. Answers pairs of the repeat's position and its original's.
 */
function pairRepeats(codes: Uint8Array, topic: Topic, random: SeededRandom): [number, number][] {
  const plain = codeOf('plain', topic);
  const repeats = new Set([codeOf('repeated', topic), codeOf('conflicting', topic)]);
  const pairs: [number, number][] = [];
  const originals: number[] = [];
  for (let position = 0; position < codes.length; position++) {
    if (repeats.has(codes[position] ?? plain) && originals.length === 0) {
      swap(codes, position, codes.indexOf(plain, position));
    }
    const code = codes[position] ?? plain;
    if (code === plain) originals.push(position);
    if (!repeats.has(code)) continue;
    // Half of them follow their original at once, into the same batch; the others come whenever it may be.
    if (pairs.length % 2 === 0) swap(originals, originals.length - 1, random.below(originals.length));
    const original = originals.pop();
    if (original !== undefined) pairs.push([position, original]);
  }
  return pairs;
}

function swap(numbers: Uint8Array | number[], one: number, other: number): void {
  const kept = numbers[one] ?? 0;
  numbers[one] = numbers[other] ?? 0;
  numbers[other] = kept;
}
