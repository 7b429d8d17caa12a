/**
 * Weeks as ISO 8601 counts them: from Monday on, and the first of a year is the one with its first Thursday. When a week begins
 * depends on the zone; in a zone whose clocks change in it, it has an hour more or less.
 */
import { dayMs, civilDayOf, startOfDay, type CivilDay } from '@plaza/platform';

/** From an instant on, and before another. */
export interface Span {
  from: Date;
  to: Date;
}

const weekMs = 7 * dayMs;
const pattern = /^([12]\d{3})-W(\d{2})$/;
/** The first year that every part of Plaza can tell instants of. */
const yearMin = 1970;

export class Week {
  private constructor(
    readonly year: number,
    readonly number: number,
  ) {}

  /** @param name as `2026-W47`; undefined when there is no such week */
  static named(name: string): Week | undefined {
    const [, year, number] = (pattern.exec(name) ?? []).map(Number);
    if (year === undefined || number === undefined || year < yearMin) return undefined;
    const week = Week.of(mondayOf(year, number));
    return week.year === year && week.number === number ? week : undefined;
  }

  /** The week that it is in the zone. */
  static at(instant: Date, zone: string): Week {
    const { year, month, day } = civilDayOf(instant, zone);
    return Week.of(Date.UTC(year, month - 1, day));
  }

  private static of(midnight: number): Week {
    // The year of a week is that of its Thursday.
    const sinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
    const thursday = midnight + (3 - sinceMonday) * dayMs;
    const year = new Date(thursday).getUTCFullYear();
    const monday = thursday - 3 * dayMs;
    return new Week(year, Math.round((monday - mondayOf(year, 1)) / weekMs) + 1);
  }

  /** As `2026-W47`. */
  get name(): string {
    return `${this.year}-W${String(this.number).padStart(2, '0')}`;
  }

  get before(): Week {
    return Week.of(this.monday - weekMs);
  }

  span(zone: string): Span {
    const [from, to] = [this.dayAfterMonday(0), this.dayAfterMonday(7)];
    return { from: startOfDay(from, zone), to: startOfDay(to, zone) };
  }

  /** The first instants of its days, and of the day after them. */
  days(zone: string): Date[] {
    return Array.from({ length: 8 }, (_, days) => startOfDay(this.dayAfterMonday(days), zone));
  }

  private get monday(): number {
    return mondayOf(this.year, this.number);
  }

  private dayAfterMonday(days: number): CivilDay {
    const date = new Date(this.monday + days * dayMs);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  }
}

/** Midnight of its Monday, as if in UTC. The fourth of January is always in the first week. */
function mondayOf(year: number, number: number): number {
  const fourth = Date.UTC(year, 0, 4);
  const sinceMonday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth - sinceMonday * dayMs + (number - 1) * weekMs;
}
