/** The shape in which contexts tell each other what has happened. */
import type { RequestContext } from '@plaza/platform';

/**
 * What a context announces, before it is put in an envelope: a fact in the past tense with ids and values. A context's
 * `.events.ts` declares a union of these.
 */
export interface Fact<Type extends string = string, Data extends object = object> {
  type: Type;
  /** The id of what changed. Events with the same key arrive in the order in which they were committed. */
  key: string;
  data: Data;
}

/** A fact on its way: what consumers get, and the JSON value of the Kafka message. */
export interface EventEnvelope<Type extends string = string, Data extends object = object> {
  /** Unique per event and the same at every delivery: what a handler writes can carry it as a unique key. */
  id: string;
  type: Type;
  /** RFC 3339, UTC. */
  occurredAt: string;
  correlationId: string;
  actor: { kind: string; id: string } | null;
  /** The span that it was caused in (W3C Trace Context), where spans were collected. */
  traceparent?: string;
  data: Data;
}

/** The envelopes of a union of facts. */
export type EnvelopeOf<F extends Fact> =
  F extends Fact<infer Type, infer Data> ? EventEnvelope<Type, Data> : never;

/** An envelope with where it goes. */
export interface AddressedEvent {
  topic: string;
  key: string;
  envelope: EventEnvelope;
  /** Only this consumer group is to take it: a dead letter that is tried again. */
  onlyFor: string | null;
}

/** A message of somebody else's topic, exactly as it came. */
export interface ForeignMessage {
  topic: string;
  partition: number;
  /** Kafka's offset within the partition. */
  offset: bigint;
  key: Buffer | null;
  value: Buffer | null;
  headers: Record<string, Buffer | string | (Buffer | string)[] | undefined>;
  /** When the producer made it. */
  timestamp: Date;
}

/** The context in which a consumer works one event: the request that caused it, with the consumer as the one who acts. */
export function contextOf(envelope: EventEnvelope, consumer: string): RequestContext {
  const { correlationId, traceparent } = envelope;
  const actor = { kind: 'system', id: consumer } as const;
  return { correlationId, actor, ...(traceparent !== undefined && { traceparent }) };
}
