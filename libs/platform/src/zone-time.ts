/** What clocks in a time zone show, and the instants at which they do, from the zones that Node itself knows. */

export type ZonePart = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'timeZoneName';

/** A day of the calendar. */
export interface CivilDay {
  year: number;
  /** From 1. */
  month: number;
  day: number;
}

export const dayMs = 86_400_000;
const zonesMax = 100;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock there shows, each part as it is written: `07`, `GMT+2`. */
export function zoneParts(at: Date, zone: string): Record<ZonePart, string> {
  const parts = formatOf(zone).formatToParts(at);
  const part = (name: ZonePart) => parts.find(({ type }) => type === name)?.value ?? '';
  return {
    ...{ year: part('year'), month: part('month'), day: part('day'), hour: part('hour') },
    ...{ minute: part('minute'), second: part('second'), timeZoneName: part('timeZoneName') },
  };
}

/** How far clocks there are ahead of UTC at this instant, both in milliseconds. */
export function offsetMs(at: number, zone: string): number {
  const { year, month, day, hour, minute, second } = zoneParts(new Date(at), zone);
  const shown = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return shown - Math.floor(at / 1_000) * 1_000;
}

/** The day that it is there. */
export function civilDayOf(at: Date, zone: string): CivilDay {
  const { year, month, day } = zoneParts(at, zone);
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** The first instant of a day there. Where clocks are put forward at midnight, that is when they show one o'clock. */
export function startOfDay({ year, month, day }: CivilDay, zone: string): Date {
  const midnight = Date.UTC(year, month - 1, day);
  const [earlier, later] = [offsetMs(midnight - dayMs, zone), offsetMs(midnight + dayMs, zone)];
  const showsMidnight = (at: number) => at + offsetMs(at, zone) === midnight;
  const first = [midnight - earlier, midnight - later].find(showsMidnight);
  return new Date(first ?? midnight - earlier);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZoneName: 'short' },
  });
  if (formats.size < zonesMax) formats.set(zone, format);
  return format;
}
