/** Lists with more columns than a phone or a sheet of paper has room for: each of their rows is told in words. */
import type { Formats } from './formats';
import { reportTexts } from './texts';
import type { ToldList, ToldReport, ToldRow } from './told-report';

const columnsMax = 4;
const space = '\u00a0';

export function isWide({ columns }: Pick<ToldList, 'columns'>): boolean {
  return columns.length > columnsMax;
}

/** Every column with its name, to be broken between them. */
export function rowInWords(
  { values, currency, sent }: ToldRow,
  { columns }: Pick<ToldList, 'columns'>,
  { language }: Pick<ToldReport, 'language'>,
  formats: Formats,
): string {
  const texts = reportTexts[language];
  return columns
    .map(({ name, unit, label }) => {
      const value = formats.value(values[name], unit, currency);
      const differs = sent !== null && sent[name] !== values[name];
      const before = differs ? ` (${texts.asSent(formats.value(sent[name], unit, currency))})` : '';
      return `${label} ${value}${before}`.replaceAll(' ', space);
    })
    .join(' · ');
}
