/** Numbers, money and times as people of a language write them. */
import { moneyText, type Language } from '@plaza/platform';
import type { Unit } from '../figures/figure';

/** English dates have the day before the month. */
const locales: Record<Language, string> = { en: 'en-GB', es: 'es', uk: 'uk' };

export class Formats {
  private readonly locale: string;
  private readonly counts: Intl.NumberFormat;
  private readonly rates: Intl.NumberFormat;
  private readonly percentages: Intl.NumberFormat;
  private readonly plurals: Intl.PluralRules;

  constructor(
    language: Language,
    private readonly zone: string,
  ) {
    this.locale = locales[language];
    const grouped = { useGrouping: 'always' } as const;
    this.counts = new Intl.NumberFormat(this.locale, { ...grouped, maximumFractionDigits: 0 });
    this.rates = new Intl.NumberFormat(this.locale, {
      ...grouped,
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    });
    this.percentages = new Intl.NumberFormat(this.locale, {
      ...{ style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 },
      ...grouped,
    });
    this.plurals = new Intl.PluralRules(this.locale);
  }

  count(value: number): string {
    return this.counts.format(value);
  }

  /** A dash where there is nothing to say it of. */
  value(value: number | null | undefined, unit: Unit, currency: string | null): string {
    if (value === null || value === undefined) return '–';
    switch (unit) {
      case 'money':
        return this.money(value, currency);
      case 'rate':
        return this.rates.format(value);
      case 'days':
        return value < 10 ? this.rates.format(value) : this.counts.format(value);
      case 'count':
      case 'points':
        return this.counts.format(value);
    }
  }

  /** What it grew by; nothing where that cannot be said. */
  change(value: number | null, before: number | null): string {
    if (value === null || before === null || before === 0) return '';
    return this.percentages.format((value - before) / Math.abs(before));
  }

  plural(count: number): Intl.LDMLPluralRule {
    return this.plurals.select(count);
  }

  instant(at: string): string {
    return new Intl.DateTimeFormat(this.locale, {
      ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: this.zone },
    }).format(new Date(at));
  }

  /** From one day to another, which is the last. */
  days(from: string, to: string): string {
    const format = new Intl.DateTimeFormat(this.locale, { dateStyle: 'long', timeZone: this.zone });
    return format.formatRange(new Date(from), new Date(new Date(to).getTime() - 1));
  }

  /** The day that ends at this instant. */
  dayBefore(end: string): string {
    const format = new Intl.DateTimeFormat(this.locale, { dateStyle: 'full', timeZone: this.zone });
    return format.format(new Date(new Date(end).getTime() - 1));
  }

  /** Where no currency is known the number is told as it is. */
  private money(minorUnits: number, currency: string | null): string {
    return currency === null ? this.counts.format(minorUnits) : moneyText(minorUnits, currency, this.locale);
  }
}

/** How many digits of an amount are minor units, as ISO 4217 has it. */
export function fractionDigits(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}
