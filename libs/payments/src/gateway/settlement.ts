/**
 * What follows from the gateway's answers: a clear word settles a payment, no word puts it off for a while, and no word again and
 * again is for people to look at.
 */
import type { ReviewReason } from '../review/review-rows';
import type { GatewayAnswer } from './gateway';

export interface Attempt {
  paymentId: string;
  /** Counted from 1. */
  number: number;
  /** How many of them were made before staff last decided that it shall go on. */
  before: number;
  /** Of the request to pay, where spans were collected then. */
  traceparent: string | null;
  askedAt: Date;
  tookMs: number;
  /** It was made to find out whether the gateway answers at all. */
  isProbe: boolean;
  answer: GatewayAnswer;
}

const firstPauseMs = 1_000;
const pauseMsMax = 10 * 60_000;

/** One asking, whatever it was about. */
type Asking = Pick<Attempt, 'number' | 'before' | 'askedAt' | 'tookMs'>;

/**
 * When to ask again: twice as long after each attempt. Half of the pause differs from payment to payment, so that those which
 * failed together do not all come again together; it is taken from the id, whose digits are as good as chance.
 */
export function nextAttemptAt(id: string, { number, before, askedAt, tookMs }: Asking): Date {
  const pauseMs = Math.min(pauseMsMax, firstPauseMs * 2 ** Math.min(number - before - 1, 30));
  const share = Number.parseInt(id.slice(-6), 16) / 0xffffff;
  return new Date(askedAt.getTime() + tookMs + pauseMs * (0.5 + share / 2));
}

/**
 * Attempts are counted, not time: while the gateway is away for hours hardly anything is asked, and what waits meanwhile is nobody's
 * doubt. Where little waits it is asked about often all the same; so nothing is given up before the gateway answers about others.
 */
export function isGivenUp(
  { number, before, isProbe, answer }: Pick<Attempt, 'number' | 'before' | 'isProbe' | 'answer'>,
  attemptsMax: number,
): boolean {
  return answer.outcome === 'unknown' && !isProbe && number - before >= attemptsMax;
}

export function unansweredReason({ number, before }: Attempt): ReviewReason {
  return {
    code: 'no-answer',
    text: `The gateway gave no clear answer, though it was asked ${number - before} times`,
  };
}

export function declineReason({ httpStatus }: GatewayAnswer): string {
  return `The gateway refused the payment (${httpStatus ?? 'no status'})`;
}
