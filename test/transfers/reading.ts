/** Reads what the owner of transfers is told, written from the documented format and sharing nothing with Plaza. */
export type { SubscriptionView } from '@plaza/transfers';

/** In milliseconds since the epoch. */
export function readDate(text: unknown): number {
  const [, year, month, day, time] =
    /^(\d{4})\/(\d\d)\/(\d\d) - (\d\d:\d\d:\d\d) UTC$/.exec(String(text)) ?? [];
  return Date.parse(`${year ?? ''}-${month ?? ''}-${day ?? ''}T${time ?? ''}Z`);
}
