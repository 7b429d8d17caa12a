/** Weeks by their names in ISO 8601, as reports go by them. */
const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
const thursday = 4;

/** The name of the week so many weeks after another one; before it when negative. */
export function weekBeside(name: string, weeks: number): string {
  return nameOf(new Date(mondayOf(name).getTime() + weeks * weekMs));
}

/** In UTC, for the name alone: when a week begins in its zone is said by its report. */
function mondayOf(name: string): Date {
  const [year = 0, week = 1] = name.split('-W').map(Number);
  // The fourth of January is in the first week, whatever day it is.
  const fourth = new Date(Date.UTC(year, 0, 4));
  return new Date(fourth.getTime() - (weekday(fourth) - 1) * dayMs + (week - 1) * weekMs);
}

/** A week is of the year in which its Thursday is. */
function nameOf(day: Date): string {
  const middle = new Date(day.getTime() + (thursday - weekday(day)) * dayMs);
  const year = middle.getUTCFullYear();
  const week = 1 + Math.floor((middle.getTime() - Date.UTC(year, 0, 1)) / weekMs);
  return `${String(year)}-W${String(week).padStart(2, '0')}`;
}

const weekday = (day: Date) => day.getUTCDay() || 7;
