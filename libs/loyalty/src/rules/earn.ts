/**
 * Decides how many points an order earns, and explains it line by line. Pure, and exact: everything is counted in whole numbers, and
 * rounded once, for the order as a whole.
 */
import { actPointsMax } from '../ledger/points';
import type { EarningRules, Multiplier, Rounding } from './earning-rules';

export interface Purchase {
  lines: PurchasedLine[];
  currency: string;
  /** Null where it is not known. */
  branchId: string | null;
}

export interface PurchasedLine {
  /** Null for a line that was made up. */
  productId: string | null;
  /** What was charged for it, in minor units. */
  amount: number;
  /** Its category and all above it. */
  categoryIds: readonly string[];
}

/** The lines of an order as rules see them. @param categories of each product, with all above it */
export function purchasedLines(
  items: readonly { productId: string | null; lineTotal: number | null }[],
  categories: ReadonlyMap<string, string[]>,
): PurchasedLine[] {
  return items.map(({ productId, lineTotal }) => {
    return { productId, amount: lineTotal ?? 0, categoryIds: categories.get(productId ?? '') ?? [] };
  });
}

/** What one line earns. */
export interface EarnedLine {
  productId: string | null;
  amount: number;
  /** The multiplier that counts: the highest of those that fit. Null where none fits, and the amount earns by itself. */
  multiplier: string | null;
  percent: number;
  /** All that fit, the highest first. */
  fitting: string[];
  /** Before rounding: whole points and four digits behind the point, the rest cut off. */
  exact: string;
}

export interface Earned {
  points: number;
  /** All lines together, before rounding. */
  exact: string;
  rounding: Rounding;
  /** It would have been more than an order may earn. */
  capped: boolean;
  /** It earns nothing, because the rules are for another currency. */
  otherCurrency: boolean;
  lines: EarnedLine[];
}

const percentPlain = 100;

/** @param at when the order was paid */
export function earn(purchase: Purchase, rules: EarningRules, at: Date): Earned {
  const { rounding, currency } = rules;
  const otherCurrency = purchase.currency !== currency;
  const day = dayIn(rules.zone, at);
  const inForce = otherCurrency
    ? []
    : rules.multipliers.filter((each) => isInForce(each, purchase.branchId, day));
  const whole = BigInt(rules.amount) * BigInt(percentPlain);
  let sum = 0n;
  const lines = purchase.lines.map((line): EarnedLine => {
    const fitting = inForce
      .filter(({ categoryId }) => categoryId === null || line.categoryIds.includes(categoryId))
      .sort((one, other) => other.percent - one.percent);
    const percent = otherCurrency ? 0 : (fitting[0]?.percent ?? percentPlain);
    const part = BigInt(line.amount) * BigInt(rules.points) * BigInt(percent);
    sum += part;
    return {
      ...{ productId: line.productId, amount: line.amount, multiplier: fitting[0]?.name ?? null, percent },
      ...{ fitting: fitting.map(({ name }) => name), exact: decimal(part, whole) },
    };
  });
  const rounded = roundedBy[rounding](sum, whole);
  const most = BigInt(rules.orderPointsMax ?? actPointsMax);
  const capped = rounded > most;
  const points = Number(capped ? most : rounded);
  return { points, exact: decimal(sum, whole), rounding, capped, otherCurrency, lines };
}

/**
 * How many of the points that an order earned are to be taken back in all, when so much of its money was given back: what stays is
 * what the rest of the money keeps, rounded down, so that nothing is left when all of the money was given back.
 */
export function pointsToTakeBack(
  earned: number,
  { refunded, captured }: { refunded: number; captured: number },
): number {
  if (refunded >= captured) return earned;
  return earned - Number((BigInt(earned) * BigInt(captured - refunded)) / BigInt(captured));
}

const roundedBy: Record<Rounding, (part: bigint, whole: bigint) => bigint> = {
  down: (part, whole) => part / whole,
  nearest: (part, whole) => (2n * part + whole) / (2n * whole),
  up: (part, whole) => (part + whole - 1n) / whole,
};

interface Day {
  /** Like 2026-12-01. */
  date: string;
  weekday: number;
}

function isInForce(
  { branchId, from, until, weekdays }: Multiplier,
  branch: string | null,
  day: Day,
): boolean {
  return (
    (branchId === null || branchId === branch) &&
    (from === null || from <= day.date) &&
    (until === null || day.date <= until) &&
    (weekdays?.includes(day.weekday) ?? true)
  );
}

/** What day it is at this instant where the clocks show this zone's time. */
function dayIn(zone: string, at: Date): Day {
  const parts = new Intl.DateTimeFormat('en', {
    ...{ timeZone: zone, calendar: 'iso8601', numberingSystem: 'latn' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  }).formatToParts(at);
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
  const date = [part('year').padStart(4, '0'), part('month'), part('day')].join('-');
  return { date, weekday: new Date(`${date}T00:00:00Z`).getUTCDay() || 7 };
}

const digitsShown = 4;

function decimal(part: bigint, whole: bigint): string {
  const behind = ((part % whole) * 10n ** BigInt(digitsShown)) / whole;
  return `${String(part / whole)}.${String(behind).padStart(digitsShown, '0')}`;
}
