/*
 * Where a topic's messages go, and what can be said of a batch that did not make it. A sender that repeats batches can only keep
 * honest numbers if it knows which failures leave it in doubt.
 */
import { isNativeError } from 'node:util/types';

export interface Destination {
  /** Makes ready to send. When this fails, nothing was sent. */
  prepare(signal: AbortSignal): Promise<void>;
  /** Resolves once every message is accepted, in this order. Fails with a `DeliveryFault`. */
  send(messages: readonly Buffer[], signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export class DeliveryFault extends Error {
  constructor(
    message: string,
    /** `perhaps` after a timeout, a reset or a 5xx: the messages may have arrived although nobody said so. */
    readonly arrived: 'no' | 'perhaps',
    /** When the receiver asked to be left alone for a while. */
    readonly retryAfterMs = 0,
  ) {
    super(message);
  }
}

/** Asks what the value is and not whose class made it, because `fetch` may throw errors of another realm. */
export function messageOf(fault: unknown): string {
  return isNativeError(fault) ? fault.message : String(fault);
}

/** The code of the system error behind a fault, such as ECONNREFUSED, else empty. */
export function systemCodeOf(fault: unknown): string {
  const cause = isNativeError(fault) ? fault.cause : undefined;
  return isNativeError(cause) && 'code' in cause ? String(cause.code) : '';
}
