/**
 * Holds what comes from a partition against what is kept of it: Kafka counts on without leaving anything out and never gives the
 * same place to two messages. Where it seems to, its log is not the one that was read before.
 */
import type { ForeignMessage } from '@plaza/messaging';
import type { Sealed } from '@plaza/platform';
import { producedAt } from './intake-decision';

export interface KnownPlace {
  producedAt: Date;
  receivedAt: Date;
  /** The message as it is kept, where its time says nothing: it had none, or one that was still to come. */
  sealed: Sealed | null;
}

export interface PartitionPast {
  /** How often the partition has begun anew; 0 for the log that was met first. */
  incarnation: number;
  /** Of the last message that is kept of this incarnation; null when none is. */
  lastOffset: bigint | null;
  /** Of the messages that come now, those whose place is taken. */
  taken: ReadonlyMap<string, KnownPlace>;
}

/** Where the incarnations of a partition are kept beside each other: Kafka's own numbers stay far below. */
export const partitionsPerIncarnation = 1_000_000;

/** The number under which a partition of Kafka is kept: it is Kafka's own until its log begins anew. */
export function keptPartition(partition: number, incarnation: number): number {
  return partition + incarnation * partitionsPerIncarnation;
}

/**
 * A message that comes again has the time that it had; another one at its place does not, or else has other content.
 * @param isKept whether this message is the one that was sealed
 */
export function hasBegunAnew(
  messages: readonly ForeignMessage[],
  { taken }: PartitionPast,
  isKept: (message: ForeignMessage, sealed: Sealed) => boolean,
): boolean {
  return messages.some((message) => {
    const known = taken.get(String(message.offset));
    if (!known) return false;
    const hasItsTime = producedAt(message, known.receivedAt).getTime() === known.producedAt.getTime();
    return !hasItsTime || (known.sealed !== null && !isKept(message, known.sealed));
  });
}

/**
 * The offsets between what is kept and what comes now. Of a partition that was never met before nobody can say what was on it;
 * one that has begun anew begins at 0.
 */
export function passedOver(
  messages: readonly ForeignMessage[],
  { incarnation, lastOffset, taken }: PartitionPast,
): { firstOffset: bigint; lastOffset: bigint } | undefined {
  const [first] = messages;
  if (!first || taken.has(String(first.offset))) return undefined;
  const before = lastOffset ?? (incarnation > 0 ? -1n : null);
  if (before === null || first.offset <= before + 1n) return undefined;
  return { firstOffset: before + 1n, lastOffset: first.offset - 1n };
}
