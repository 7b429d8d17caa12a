/** What a webhook is like after some attempts. Pure. */
import type { Attempted, Progress } from './delivery-rows';
import { isAccepted, restMs } from './retry-schedule';

/** An endpoint that takes longer is called one at a time, in a line where it holds up no quick one. */
const quickMsMax = 2_000;
const gone = 410;

export function progressAfter(before: Progress, attempts: readonly Attempted[]): Progress {
  const accepted = attempts.filter(({ answer }) => isAccepted(answer)).map(({ at }) => at);
  const givenUp = attempts.find(({ outcome }) => outcome.status === 'failed');
  const isGone = attempts.some(({ answer }) => answer.status === gone);
  return {
    ...before,
    status: before.status === 'active' && isGone ? 'gone' : before.status,
    strained: attempts.some(({ answer }) => !isAccepted(answer) || answer.tookMs > quickMsMax),
    restsUntil: longestRest(attempts),
    failingSince: accepted.length > 0 ? null : (before.failingSince ?? givenUp?.at ?? null),
    deliveredAt: accepted.at(-1) ?? before.deliveredAt,
  };
}

/** All calls wait for it, since it speaks of the endpoint and not of one event. */
function longestRest(attempts: readonly Attempted[]): Date | null {
  const until = attempts.map(({ answer, at }) => at.getTime() + restMs(answer, at));
  const now = Math.max(...attempts.map(({ at }) => at.getTime()));
  const longest = Math.max(...until);
  return longest > now ? new Date(longest) : null;
}
