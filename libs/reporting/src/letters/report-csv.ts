/**
 * The report for spreadsheets, RFC 4180 in UTF-8 with a byte-order mark, by which they know it: one line for each number, with what
 * it is, what is behind it and what it was. Money is written in whole units with a point, as programs read it.
 */
import type { Unit } from '../figures/figure';
import { fractionDigits } from './formats';
import type { ToldReport, ToldSection } from './told-report';

type Cell = string | number | null;

const header = [
  ...['week', 'section', 'name', 'item', 'item_id', 'column', 'label', 'unit', 'currency'],
  ...['value', 'rows', 'before', 'before_rows', 'sent', 'sent_rows', 'definition'],
];
const averageDigits = 4;

export function reportCsv(report: ToldReport): string {
  const lines = [
    header,
    ...report.sections.flatMap((section) => [
      ...figureLines(report.week, section),
      ...listLines(report.week, section),
    ]),
    ...report.roots.map(({ until, seal, hash }) => {
      const what: Cell[] = [report.week, 'audit', 'root', until, seal, 'hash', '', '', ''];
      return [...what, hash, null, null, null, null, null, null];
    }),
  ];
  return `\ufeff${lines.map((cells) => cells.map(written).join(',')).join('\r\n')}\r\n`;
}

function figureLines(week: string, { name: section, figures }: ToldSection): Cell[][] {
  return figures.map(({ name, label, definition, unit, currency, value, rows, before, sent }) => {
    const number = (each: number | null | undefined) => numberOf(each, unit, currency);
    const what: Cell[] = [week, section, name, null, null, null, label, unit, currency];
    const beside = [number(before?.value), before?.rows ?? null, number(sent?.value), sent?.rows ?? null];
    return [...what, number(value), rows, ...beside, definition];
  });
}

function listLines(week: string, { name: section, lists }: ToldSection): Cell[][] {
  return lists.flatMap(({ name, definition, columns, rows }) =>
    rows.flatMap((row) =>
      columns.map(({ name: column, label, unit }) => {
        const number = (each: number | null | undefined) => numberOf(each, unit, row.currency);
        const what: Cell[] = [week, section, name, row.label, row.id, column, label, unit, row.currency];
        const before = [number(row.before?.[column]), row.beforeCounts?.[column] ?? null];
        const now = [number(row.values[column]), row.counts[column] ?? null];
        return [...what, ...now, ...before, number(row.sent?.[column]), null, definition];
      }),
    ),
  );
}

function numberOf(value: number | null | undefined, unit: Unit, currency: string | null): Cell {
  if (value === null || value === undefined) return null;
  if (unit === 'money' && currency !== null) {
    const digits = fractionDigits(currency);
    const exact = Number.isInteger(value) ? digits : digits + averageDigits;
    return (value / 10 ** digits).toFixed(exact);
  }
  return Number.isInteger(value) ? value : value.toFixed(averageDigits);
}

/** What a spreadsheet would take for a formula is told to be text. */
function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const isFormula = /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell);
  const text = isFormula ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
