/**
 * The dates of transfer records: `YYYY/MM/DD - HH:MM:SS` in the zone that the operator names, or unix seconds. They are written as the
 * first with the zone's abbreviation behind it.
 */
import { offsetMs, zoneParts } from '@plaza/platform';

const written = /^\s*(\d{4})\/(\d{1,2})\/(\d{1,2})\s*-\s*(\d{1,2}):(\d{2}):(\d{2})(?:\s+\S.*)?\s*$/;
const unixSeconds = /^\s*\d{1,12}(?:\.\d+)?\s*$/;
/** The last year that a timestamp of four digits can name. */
const latest = Date.UTC(9999, 11, 31);

/** @returns null for what is no date */
export function readDate(value: unknown, zone: string): Date | null {
  if (typeof value === 'number' || (typeof value === 'string' && unixSeconds.test(value))) {
    return possible(Number(value) * 1_000);
  }
  if (typeof value !== 'string') return null;
  const [, ...parts] = written.exec(value) ?? [];
  if (parts.length === 0) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const isReal = new Date(wall).getUTCMonth() === month - 1 && hour < 24 && minute < 60 && second < 60;
  return isReal ? possible(instantOf(wall, zone)) : null;
}

/** As `2018/02/18 - 20:56:42 UTC`. */
export function writeDate(at: Date, zone: string): string {
  const { year, month, day, hour, minute, second, timeZoneName } = zoneParts(at, zone);
  return `${year}/${month}/${day} - ${hour}:${minute}:${second} ${timeZoneName}`;
}

function possible(ms: number): Date | null {
  return ms >= 0 && ms <= latest ? new Date(ms) : null;
}

/** The instant at which clocks in the zone show this; asked twice, because the first guess can lie beyond a change of the clocks. */
function instantOf(wall: number, zone: string): number {
  const guess = wall - offsetMs(wall, zone);
  return wall - offsetMs(guess, zone);
}
