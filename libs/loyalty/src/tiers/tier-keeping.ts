/** What became of a member's tier since it was looked at, and what their partner is to hear of it. Pure. */
import { dayMs } from '@plaza/platform';
import { standingAt, type EarnedDay, type Fall } from './tier-standing';
import type { Tiers } from './tiers';

/** What the partner was told last. */
export interface KeptTier {
  tier: string | null;
  /** A fall that was told beforehand. */
  falling: Fall | null;
}

export type TierChange =
  | { type: 'member.tier_changed'; at: Date; earned: number; from: string | null; to: string | null }
  | {
      type: 'member.tier_falling';
      at: Date;
      earned: number;
      from: string | null;
      to: string | null;
      fallsAt: Date;
    };

export interface Keeping {
  kept: KeptTier;
  told: TierChange[];
  /** When it has to be looked at again though nothing is earned; null for never. */
  dueAt: Date | null;
}

/**
 * @param since when it had to be looked at: what time did between then and now is told with the dates on which it did
 * @param days all that may count from `since` on
 */
export function keepTier(
  before: KeptTier,
  days: readonly EarnedDay[],
  tiers: Tiers,
  { since, now }: { since: Date; now: Date },
): Keeping {
  const told: TierChange[] = [];
  let kept = before;
  let dueAt: Date | null = null;
  for (const at of momentsOf(days, tiers, since, now)) {
    const { tier, earned, falls } = standingAt(at, daysUntil(at, days), tiers);
    const noticeAt = falls && new Date(falls.at.getTime() - tiers.noticeDays * dayMs);
    const falling = noticeAt && noticeAt <= at ? falls : null;
    if (tier !== kept.tier) told.push({ type: 'member.tier_changed', at, earned, from: kept.tier, to: tier });
    if (falling && !isSame(falling, kept.falling)) {
      const { at: fallsAt, to } = falling;
      told.push({ type: 'member.tier_falling', at, earned, from: tier, to, fallsAt });
    }
    kept = { tier, falling };
    dueAt = falling ? falling.at : noticeAt;
  }
  return { kept, told, dueAt };
}

/** When it had to be looked at, the midnights at which time may have ended a tier or made a fall worth telling, and now. */
function momentsOf(
  days: readonly EarnedDay[],
  { windowDays, noticeDays }: Tiers,
  since: Date,
  now: Date,
): Date[] {
  const times = days.flatMap(({ day }) => {
    const end = day.getTime() + windowDays * dayMs;
    return [end - noticeDays * dayMs, end];
  });
  const past = [...new Set([since.getTime(), ...times])]
    .filter((time) => time >= since.getTime() && time < now.getTime())
    .sort((one, other) => one - other);
  return [...past.map((time) => new Date(time)), now];
}

/** What was earned on the very day counts with it: a fall that was made good on the same day is none. */
function daysUntil(at: Date, days: readonly EarnedDay[]): EarnedDay[] {
  return days.filter(({ day }) => day <= at);
}

function isSame(one: Fall, other: Fall | null): boolean {
  return one.at.getTime() === other?.at.getTime() && one.to === other.to;
}
