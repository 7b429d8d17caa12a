/** What a partner declares about orders of the shop: how many points an amount earns, and where, when and on what it earns more. */
import type { InputFault } from '@plaza/platform';
import { z } from 'zod';
import { actPointsMax } from '../ledger/points';

export const roundings = ['down', 'nearest', 'up'] as const;
export type Rounding = (typeof roundings)[number];

/** Counts where everything that it names fits; what it leaves out fits always. */
export interface Multiplier {
  /** Unique among those of the programme: what earned is explained by it. */
  name: string;
  /** Of what the amount earns by itself: 200 doubles it, 0 lets it earn nothing. */
  percent: number;
  /** This category, with all below it. */
  categoryId: string | null;
  branchId: string | null;
  /** A date in the zone of the rules, like 2026-12-01. */
  from: string | null;
  /** The last date on which it counts. */
  until: string | null;
  /** From 1 for Monday to 7 for Sunday. */
  weekdays: number[] | null;
}

export interface EarningRules {
  /** Orders in another currency earn nothing. */
  currency: string;
  /** Minor units of the currency that earn `points`. */
  amount: number;
  points: number;
  /** Of what all lines of an order come to. */
  rounding: Rounding;
  /** Whose calendar the dates of multipliers are of. */
  zone: string;
  multipliers: Multiplier[];
  /** No order earns more; null for no limit. */
  orderPointsMax: number | null;
  /** The points are pending for so long, counted from when they are given; null for not at all. */
  pendingDays: number | null;
  /** They expire so long after they are given; null for never. */
  expiresAfterDays: number | null;
}

export const earningLimits = {
  amountMax: 1_000_000_000,
  pointsMax: 1_000_000,
  percentMax: 10_000,
  multipliersMax: 50,
  nameCharactersMax: 60,
  orderPointsMax: actPointsMax,
  daysMax: 3_660,
} as const;

const multiplier = z.object({
  name: z.string(),
  percent: z.number(),
  categoryId: z.string().nullable(),
  branchId: z.string().nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  weekdays: z.array(z.number()).nullable(),
});
const rules = z.object({
  currency: z.string(),
  amount: z.number(),
  points: z.number(),
  rounding: z.enum(roundings),
  zone: z.string(),
  multipliers: z.array(multiplier),
  orderPointsMax: z.number().nullable(),
  pendingDays: z.number().nullable(),
  expiresAfterDays: z.number().nullable(),
});

/** As the row of the programme has them. */
export function earningRulesOf(kept: unknown): EarningRules | null {
  return kept === null ? null : rules.parse(kept);
}

/** What rules say that cannot be so, though each part by itself could. */
export function contradictionsOf({ multipliers, pendingDays, expiresAfterDays }: EarningRules): InputFault[] {
  const names = multipliers.map(({ name }) => name);
  const faults = multipliers.flatMap(({ name, from, until }, at): InputFault[] => [
    ...(names.indexOf(name) < at
      ? [{ pointer: `/multipliers/${at}/name`, detail: 'is the name of an earlier one' }]
      : []),
    ...(from !== null && until !== null && until < from
      ? [{ pointer: `/multipliers/${at}/until`, detail: 'must not be earlier than from' }]
      : []),
  ]);
  if (pendingDays !== null && expiresAfterDays !== null && expiresAfterDays <= pendingDays) {
    faults.push({ pointer: '/expiresAfterDays', detail: 'must be more than pendingDays' });
  }
  return faults;
}
