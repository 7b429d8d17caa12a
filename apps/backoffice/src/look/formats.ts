/** Money, instants and quantities as a reader of the language expects them: the one place where they become text. */
import { useLocaleState } from 'ra-core';
import { useMemo } from 'react';

export interface Formats {
  /** @param minor whole minor units, as Plaza has them */
  money: (minor: number | null | undefined, currency: string | null | undefined) => string;
  quantity: (value: number | null | undefined) => string;
  /** With a sign, for what was added or taken. */
  change: (value: number) => string;
  share: (part: number) => string;
  instant: (at: string | null | undefined) => string;
  day: (at: string | null | undefined) => string;
  /** Of an instant with which a month begins in UTC. */
  month: (at: string | null | undefined) => string;
  time: (at: string | null | undefined) => string;
  /** Of a date without a time, like 2026-12-01, wherever its reader is. */
  date: (date: string | null | undefined) => string;
  /** @param day from 1 for Monday to 7 for Sunday */
  weekday: (day: number) => string;
}

/** A Monday, from which days of the week are counted. */
const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

const nothing = '–';
const partsOfDay = { hour: '2-digit', minute: '2-digit' } as const;
const partsOfYear = { year: 'numeric', month: 'short', day: 'numeric' } as const;

export function useFormats(): Formats {
  const [locale] = useLocaleState();
  return useMemo(() => formatsFor(placeOf(locale)), [locale]);
}

/** English is written one way here and another there: the reader's machine knows which. */
const placeOf = (language: string): string =>
  navigator.languages.find((place) => place.startsWith(`${language}-`)) ?? language;

export function formatsFor(locale: string): Formats {
  const numbers = new Intl.NumberFormat(locale);
  const changes = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const instants = new Intl.DateTimeFormat(locale, { ...partsOfYear, ...partsOfDay });
  const days = new Intl.DateTimeFormat(locale, partsOfYear);
  const months = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const dates = new Intl.DateTimeFormat(locale, { ...partsOfYear, timeZone: 'UTC' });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(locale, partsOfDay);
  const at = (format: Intl.DateTimeFormat) => (text: string | null | undefined) =>
    text ? format.format(new Date(text)) : nothing;
  return {
    money: (minor, currency) =>
      minor === null || minor === undefined ? nothing : money(locale, minor, currency),
    quantity: (value) => (value === null || value === undefined ? nothing : numbers.format(value)),
    change: (value) => changes.format(value),
    share: (part) => shares.format(part),
    instant: at(instants),
    day: at(days),
    month: at(months),
    time: at(times),
    date: at(dates),
    weekday: (day) => weekdays.format(monday + (day - 1) * dayMs),
  };
}

/** How many digits of an amount are behind the point, by ISO 4217. */
export function minorDigits(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

function money(locale: string, minor: number, currency: string | null | undefined): string {
  if (!currency) return new Intl.NumberFormat(locale).format(minor);
  const amount = minor / 10 ** minorDigits(currency);
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
  } catch {
    return `${String(amount)} ${currency}`;
  }
}
