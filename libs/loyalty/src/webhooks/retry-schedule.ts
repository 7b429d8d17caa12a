/** What becomes of a delivery after an attempt: by the schedule of Standard Webhooks, and what the endpoint asks for. Pure. */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Before the attempt of each place, after the one before it; together three days and some hours. */
export const pausesMs = [
  ...[0, 5_000, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, 5 * hourMs],
  ...[10 * hourMs, 14 * hourMs, 20 * hourMs, 24 * hourMs],
] as const;
export const patienceMs = pausesMs.reduce((sum: number, pauseMs) => sum + pauseMs, 0);
/** No pause is longer by more than this share of it: what failed together is not tried again together. */
const jitterShareMax = 0.1;
/** However long an endpoint asks to be left alone. */
export const restMsMax = 24 * hourMs;

/** What an endpoint answered to one attempt. */
export interface EndpointAnswer {
  /** Null when there was none. */
  status: number | null;
  /** Why there was none, or why it does not count. */
  error: string | null;
  /** The header `Retry-After`, as it came. */
  retryAfter: string | null;
  tookMs: number;
}

export interface TriedDelivery {
  /** Attempts in vain since the schedule was begun, this one not counted. */
  failures: number;
  begunAt: Date;
}

export type DeliveryOutcome =
  | { status: 'delivered'; failures: number; nextAttemptAt: null }
  | { status: 'failed'; failures: number; nextAttemptAt: null }
  | { status: 'waiting'; failures: number; nextAttemptAt: Date };

export function isAccepted({ status }: EndpointAnswer): boolean {
  return status !== null && status >= 200 && status < 300;
}

/**
 * @param at when the attempt ended
 * @param chance from 0 to 1
 */
export function afterAttempt(
  { failures, begunAt }: TriedDelivery,
  answer: EndpointAnswer,
  { at, chance }: { at: Date; chance: number },
): DeliveryOutcome {
  if (isAccepted(answer)) return { status: 'delivered', failures, nextAttemptAt: null };
  const failed = failures + 1;
  const pauseMs = pausesMs[failed];
  const isOver = at.getTime() - begunAt.getTime() > patienceMs * (1 + jitterShareMax);
  if (pauseMs === undefined || isOver) return { status: 'failed', failures: failed, nextAttemptAt: null };
  const waitMs = Math.max(pauseMs * (1 + jitterShareMax * chance), restMs(answer, at));
  return { status: 'waiting', failures: failed, nextAttemptAt: new Date(at.getTime() + waitMs) };
}

/** How long the endpoint asks to be left alone (RFC 9110, 10.2.3): seconds, or a date. */
export function restMs({ retryAfter, ...answer }: EndpointAnswer, at: Date): number {
  if (retryAfter === null || isAccepted({ retryAfter, ...answer })) return 0;
  const wishedMs = /^\d{1,9}$/.test(retryAfter)
    ? Number(retryAfter) * 1_000
    : Date.parse(retryAfter) - at.getTime();
  return Number.isNaN(wishedMs) ? 0 : Math.min(Math.max(wishedMs, 0), restMsMax);
}
