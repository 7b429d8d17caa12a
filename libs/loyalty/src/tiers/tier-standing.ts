/**
 * Which tier a member is in, and when time alone will end that: a function of what they have earned, and of nothing else. Pure.
 * Points that were taken back count as never earned.
 */
import { dayMs } from '@plaza/platform';
import type { Tiers } from './tiers';

/** What was earned on one day and not taken back since. */
export interface EarnedDay {
  /** Its first instant, in UTC. */
  day: Date;
  points: number;
}

export interface Fall {
  at: Date;
  /** Null for no tier at all. */
  to: string | null;
}

export interface TierStanding {
  /** Null before the first is reached. */
  tier: string | null;
  /** Points within the window. */
  earned: number;
  /** What comes if nothing more is earned. */
  falls: Fall | null;
}

/** @param days all that may count at that instant, and no day after it */
export function standingAt(
  at: Date,
  days: readonly EarnedDay[],
  { levels, windowDays }: Tiers,
): TierStanding {
  const tierOf = (points: number) => levels.findLast(({ from }) => from <= points)?.name ?? null;
  const counting = days
    .map(({ day, points }) => ({ points, until: new Date(day.getTime() + windowDays * dayMs) }))
    .filter(({ until }) => until > at)
    .sort((one, other) => one.until.getTime() - other.until.getTime());
  const earned = counting.reduce((sum, { points }) => sum + points, 0);
  const tier = tierOf(earned);
  let left = earned;
  for (const [index, { points, until }] of counting.entries()) {
    left -= points;
    const endsTogether = counting[index + 1]?.until.getTime() === until.getTime();
    if (!endsTogether && tierOf(left) !== tier)
      return { tier, earned, falls: { at: until, to: tierOf(left) } };
  }
  return { tier, earned, falls: null };
}
