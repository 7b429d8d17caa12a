/** The report as plain text: for mail clients that show no HTML, and for a terminal. */
import type { Formats } from './formats';
import { reportTexts } from './texts';
import type { ToldFigure, ToldList, ToldReport } from './told-report';

export function reportText(report: ToldReport, formats: Formats): string {
  const texts = reportTexts[report.language];
  const { week, from, to, zone, takenAt, isOver, isRestated, sent, sections, roots } = report;
  const restated = isRestated && sent ? [texts.restated(sent.edition, formats.instant(sent.takenAt))] : [];
  return [
    texts.title(week),
    `${formats.days(from, to)} (${zone}). ${texts.takenAt(formats.instant(takenAt))}.`,
    ...(isOver ? [] : [texts.goingOn]),
    ...restated,
    ...sections.flatMap(({ label, figures, lists }) => [
      '',
      label.toUpperCase(),
      ...figures.map((figure) => figureText(figure, report, formats)),
      ...lists.flatMap((list) => listText(list, report, formats)),
    ]),
    '',
    ...(roots.length > 0 ? [texts.roots.label] : []),
    ...roots.map(({ until, seal, hash }) => `  ${formats.dayBefore(until)}  ${texts.seal(seal)}  ${hash}`),
    '',
    texts.footer,
    '',
  ].join('\n');
}

function figureText(figure: ToldFigure, { language }: ToldReport, formats: Formats): string {
  const texts = reportTexts[language];
  const { label, unit, currency, value, rows, before, sent } = figure;
  const shown = (number: number | null) => formats.value(number, unit, currency);
  const parts = [
    texts.rows(formats.count(rows), formats.plural(rows)),
    ...(before ? [`${texts.weekBefore}: ${shown(before.value)}`] : []),
    ...(sent ? [texts.asSent(shown(sent.value))] : []),
  ];
  return `  ${label}: ${shown(value)} (${parts.join('; ')})`;
}

function listText(
  { label, columns, rows, all }: ToldList,
  { language }: ToldReport,
  formats: Formats,
): string[] {
  const texts = reportTexts[language];
  const cut =
    rows.length < all ? [` (${texts.firstOf(formats.count(rows.length), formats.count(all))})`] : [''];
  return [
    '',
    `  ${label}${cut.join('')}`,
    ...rows.map((row) => {
      const values = columns.map(
        ({ name, label: column, unit }) => `${column} ${formats.value(row.values[name], unit, row.currency)}`,
      );
      return `    ${row.label}: ${values.join(', ')}`;
    }),
    ...(rows.length === 0 ? [`    ${texts.nothing}`] : []),
  ];
}
