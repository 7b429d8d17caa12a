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
}

export interface RequestContext {
  readonly correlationId: string;
  /** Known once the caller has been recognised, which happens after the context was made. */
  actor: Actor | null;
  /**
   * When the caller last wrote, in milliseconds since the epoch: what was committed later need not be seen yet by a read that may
   * lag. Without it nothing may lag.
   */
  callerWroteAt?: () => Promise<number>;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const requestContext = {
  /** The context of the call under way; outside of any, a fresh one without an actor. */
  current(): RequestContext {
    return storage.getStore() ?? { correlationId: newId(), actor: null };
  },

  /** The instant by which all that was committed has to be seen by a read that may lag; Infinity: it may not. */
  callerWroteAt(): Promise<number> {
    return storage.getStore()?.callerWroteAt?.() ?? Promise.resolve(Infinity);
  },

  /** The correlation id of the call under way, if there is one. */
  correlationId(): string | undefined {
    return storage.getStore()?.correlationId;
  },

  run<T>(context: RequestContext, work: () => T): T {
    return storage.run(context, work);
  },
};
