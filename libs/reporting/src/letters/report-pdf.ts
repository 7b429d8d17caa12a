/** The report for printing: the same figures, definitions and lists as in the message. */
import { PdfDocument, type PdfColumn } from '@plaza/platform';
import type { Formats } from './formats';
import { reportTexts } from './texts';
import type { ToldFigure, ToldList, ToldReport, ToldRow } from './told-report';
import { isWide, rowInWords } from './wide-lists';
import type { ReportTexts } from './wording';

export async function reportPdf(report: ToldReport, formats: Formats): Promise<Buffer> {
  const { week, language, from, to, zone, takenAt, isOver, isRestated, sent, sections, roots } = report;
  const texts = reportTexts[language];
  const title = texts.title(week);
  const document = await PdfDocument.begin({ title, language, at: new Date(takenAt) });
  document
    .heading(title)
    .note(`${formats.days(from, to)} (${zone}). ${texts.takenAt(formats.instant(takenAt))}.`);
  if (!isOver) document.paragraph(texts.goingOn);
  if (isRestated && sent) document.paragraph(texts.restated(sent.edition, formats.instant(sent.takenAt)));
  for (const { label, figures, lists } of sections) {
    document.subheading(label).table(
      figureColumns(texts),
      figures.map((figure) => figureCells(figure, texts, formats)),
    );
    for (const list of lists) addList(document, list, { report, texts, formats });
  }
  if (roots.length > 0) document.subheading(texts.roots.label).note(texts.roots.definition);
  for (const { until, seal, hash } of roots) {
    document.paragraph(`${formats.dayBefore(until)}, ${texts.seal(seal)}`).code(hash);
  }
  return document.note(texts.footer).bytes();
}

function figureColumns({ columns, weekBefore }: ReportTexts): PdfColumn[] {
  return [
    { heading: columns.figure, share: 5 },
    { heading: columns.value, share: 2, align: 'right' },
    { heading: weekBefore, share: 2, align: 'right' },
  ];
}

function figureCells(figure: ToldFigure, texts: ReportTexts, formats: Formats): string[] {
  const { label, definition, unit, currency, value, rows, before, sent } = figure;
  const shown = (number: number | null) => formats.value(number, unit, currency);
  const lines = (...all: string[]) => all.filter((line) => line !== '').join('\n');
  return [
    `${label}\n${definition}`,
    lines(
      shown(value),
      texts.rows(formats.count(rows), formats.plural(rows)),
      sent ? texts.asSent(shown(sent.value)) : '',
    ),
    before ? lines(shown(before.value), formats.change(value, before.value)) : '–',
  ];
}

interface Wording {
  report: ToldReport;
  texts: ReportTexts;
  formats: Formats;
}

function addList(document: PdfDocument, list: ToldList, wording: Wording): void {
  const { report, texts, formats } = wording;
  const { label, definition, columns, rows, all } = list;
  const cut = rows.length < all ? ` ${texts.firstOf(formats.count(rows.length), formats.count(all))}` : '';
  document.subheading(label).note(`${definition}${cut}`);
  if (rows.length === 0) {
    document.paragraph(texts.nothing);
    return;
  }
  if (isWide(list)) {
    document.table(
      [
        { heading: '', share: 2 },
        { heading: '', share: 9 },
      ],
      rows.map((row) => [row.label, rowInWords(row, list, report, formats)]),
    );
    return;
  }
  document.table(
    [
      { heading: '', share: 3 },
      ...columns.map(({ label: heading }): PdfColumn => ({ heading, share: 1.5, align: 'right' })),
    ],
    rows.map((row) => [row.label, ...valuesOf(row, list, wording)]),
  );
}

function valuesOf(row: ToldRow, { columns }: ToldList, { texts, formats }: Wording): string[] {
  return columns.map(({ name, unit }) => {
    const value = formats.value(row.values[name], unit, row.currency);
    const differs = row.sent !== null && row.sent[name] !== row.values[name];
    return differs ? `${value}\n${texts.asSent(formats.value(row.sent?.[name], unit, row.currency))}` : value;
  });
}
