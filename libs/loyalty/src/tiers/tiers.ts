/** What a partner declares about tiers: how many points, earned within how many days, make a member of which. */
import type { InputFault } from '@plaza/platform';
import { z } from 'zod';
import { memberPointsMax } from '../ledger/points';

export interface TierLevel {
  name: string;
  /** So many points within the window, or more. */
  from: number;
}

export interface Tiers {
  /** Points count on the day on which they are earned and until so many days are over; days are those of UTC. */
  windowDays: number;
  /** A fall that comes by time alone is told so many days before; 0 for not at all. */
  noticeDays: number;
  /** The lowest first. */
  levels: TierLevel[];
}

export const tierLimits = {
  windowDaysMax: 1_830,
  noticeDaysMax: 366,
  levelsMax: 10,
  nameCharactersMax: 40,
  fromMax: memberPointsMax,
} as const;

const tiers = z.object({
  windowDays: z.number(),
  noticeDays: z.number(),
  levels: z.array(z.object({ name: z.string(), from: z.number() })),
});

/** As the row of the programme has them. */
export function tiersOf(kept: unknown): Tiers | null {
  return kept === null ? null : tiers.parse(kept);
}

/** What tiers say that cannot be so, though each part by itself could. */
export function contradictionsOfTiers({ levels, windowDays, noticeDays }: Tiers): InputFault[] {
  const names = levels.map(({ name }) => name);
  const faults = levels.flatMap(({ name, from }, at): InputFault[] => [
    ...(names.indexOf(name) < at
      ? [{ pointer: `/levels/${at}/name`, detail: 'is the name of an earlier one' }]
      : []),
    ...(from <= (levels[at - 1]?.from ?? 0)
      ? [{ pointer: `/levels/${at}/from`, detail: 'must be more than that of the one before' }]
      : []),
  ]);
  if (noticeDays >= windowDays)
    faults.push({ pointer: '/noticeDays', detail: 'must be less than windowDays' });
  return faults;
}
