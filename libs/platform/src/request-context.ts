/**
 * Who asks and which request it belongs to, carried beside the call from the edge to the last log line, event and audit
 * row without passing it through every signature.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { newId } from './ids';

export interface Actor {
  kind: 'customer' | 'staff' | 'admin' | 'partner' | 'system';
  /** A user's or client's UUID; for `system` the name of the job or consumer. */
  id: string;
  /** Of a partner's machine: it works in the sandbox. */
  sandbox?: true;
}

/** What tells whoever asks from all others. */
export function keyOfActor({ kind, id, sandbox }: Actor): string {
  return `${kind} ${id}${sandbox ? ' sandbox' : ''}`;
}

export interface RequestContext {
  readonly correlationId: string;
  /** Known once the caller has been recognised, which happens after the context was made. */
  actor: Actor | null;
  /** The system's work is that of a person at a terminal, whose reads are kept like anybody's. */
  readonly byOperator?: true;
  /**
   * When the caller last wrote, in milliseconds since the epoch: what was committed later need not be seen yet by a read that may
   * lag. Without it nothing may lag.
   */
  callerWroteAt?: () => Promise<number>;
  /** Until then, by `performance.now()`, a read that may lag waits for a replica rather than be answered by the primary. */
  awaitsReplicaUntil?: number;
  /** The span that everything of this request belongs to (W3C Trace Context), while spans are collected. */
  traceparent?: string;
  /** The request has an `Idempotency-Key`: the id that goes with it, see {@link requestContext.idToMake}. */
  idOfKey?: string;
  /** Where several requests are worked as one: whose each of them is, by the ids of what is theirs. */
  members?: ReadonlyMap<string, Origin>;
}

/** Whose request something is of. */
export type Origin = Pick<RequestContext, 'correlationId' | 'actor' | 'traceparent'>;

/** One of several requests that are worked as one. */
export interface Member {
  /** Of what is this one's alone: an order, a cart. */
  ids: readonly string[];
  context: Origin;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const requestContext = {
  /** The context of the call under way; outside of any, a fresh one without an actor. */
  current(): RequestContext {
    return storage.getStore() ?? { correlationId: newId(), actor: null };
  },

  /** The context of the call under way, if there is one. */
  known(): RequestContext | undefined {
    return storage.getStore();
  },

  /** The instant by which all that was committed has to be seen by a read that may lag; Infinity: it may not. */
  callerWroteAt(): Promise<number> {
    return storage.getStore()?.callerWroteAt?.() ?? Promise.resolve(Infinity);
  },

  /** The correlation id of the call under way, if there is one. */
  correlationId(): string | undefined {
    return storage.getStore()?.correlationId;
  },

  /** For what the call under way makes and nobody has an id for: the same one when its request comes again under the same key. */
  idToMake(): string {
    return storage.getStore()?.idOfKey ?? newId();
  },

  run<T>(context: RequestContext, work: () => T): T {
    return storage.run(context, work);
  },

  /** Works several requests as one, which is `name`'s but for what is of one member alone; a single one is worked as itself. */
  runTogether<T>(name: string, members: readonly Member[], work: () => T): T {
    const [first, second] = members;
    if (first && !second) {
      const { correlationId, actor, traceparent } = first.context;
      return storage.run({ correlationId, actor, ...(traceparent !== undefined && { traceparent }) }, work);
    }
    const context: RequestContext = {
      correlationId: newId(),
      actor: { kind: 'system', id: name },
      members: new Map(members.flatMap((member) => member.ids.map((id) => [id, member.context] as const))),
    };
    return storage.run(context, work);
  },
};
