/** What follows from the gateway's answers: a clear word settles a payment, no word puts it off for a while. */
import type { GatewayAnswer } from './gateway';

export interface Attempt {
  paymentId: string;
  /** Counted from 1. */
  number: number;
  askedAt: Date;
  tookMs: number;
  answer: GatewayAnswer;
}

const firstPauseMs = 1_000;
const pauseMsMax = 10 * 60_000;

/**
 * When to ask again: twice as long after each attempt. Half of the pause differs from payment to payment, so that those which
 * failed together do not all come again together; it is taken from the id, whose digits are as good as chance.
 */
export function nextAttemptAt({ paymentId, number, askedAt, tookMs }: Attempt): Date {
  const pauseMs = Math.min(pauseMsMax, firstPauseMs * 2 ** Math.min(number - 1, 30));
  const share = Number.parseInt(paymentId.slice(-6), 16) / 0xffffff;
  return new Date(askedAt.getTime() + tookMs + pauseMs * (0.5 + share / 2));
}

export function declineReason({ httpStatus }: GatewayAnswer): string {
  return `The gateway refused the payment (${httpStatus ?? 'no status'})`;
}
