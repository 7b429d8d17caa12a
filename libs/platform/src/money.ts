/**
 * Money is an integer of minor units in a `bigint` column, which PostgreSQL's driver hands over as text. It is read as a
 * safe integer or not at all.
 */
import type { ValueTransformer } from 'typeorm';

/** @throws Error when the value cannot be told exactly */
export function minorUnits(value: string | number): number {
  const amount = Number(value);
  if (!Number.isSafeInteger(amount))
    throw new Error(`${value} is no amount of money that can be counted exactly`);
  return amount;
}

export const moneyColumn: ValueTransformer = {
  from: (stored: string) => minorUnits(stored),
  to: (amount: number) => minorUnits(amount),
};

/**
 * As people write it in their language, with the minor units that the currency has in use: `EUR 59.80`, `COP 32,000`.
 * @param language BCP 47
 */
export function moneyText(amount: number, currency: string, language: string): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'code' });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(amount / 10 ** maximumFractionDigits).replaceAll(/\s/gu, '\u00a0');
}
