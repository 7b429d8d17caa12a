/** When which report is due by the calendar. */
import { Cron } from 'croner';
import { Week } from '../weeks/week';

export interface Due {
  week: Week;
  /** When it is, or was, to be sent. */
  at: Date;
}

export interface Calendar {
  zone: string;
  /** Five fields, as cron has them; the first time in a week that fits is the week's. */
  cron: string;
}

/** Weeks that are made up for after nothing ran for so long. */
const weeksLateMax = 4;
const secondMs = 1_000;

/** What is due at this instant, the oldest first: the report of a week is due in the week after it. */
export function dueBy(now: Date, calendar: Calendar): Due[] {
  const due: Due[] = [];
  let week = Week.at(now, calendar.zone);
  for (let late = 0; late < weeksLateMax; late += 1) {
    const at = dueIn(week, calendar);
    week = week.before;
    if (at && at <= now) due.unshift({ week, at });
  }
  return due;
}

/** The first time in this week that fits; undefined when none does. */
function dueIn(week: Week, { zone, cron }: Calendar): Date | undefined {
  const { from, to } = week.span(zone);
  const first = new Cron(cron, { timezone: zone, mode: '5-part', paused: true }).nextRun(
    new Date(from.getTime() - secondMs),
  );
  return first && first < to ? first : undefined;
}
