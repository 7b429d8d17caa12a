/**
 * Text for people at a terminal: aligned, with colours where these can be seen, and a line of progress. `NO_COLOR` turns colours
 * off and `FORCE_COLOR` on, as https://no-color.org and Node have it.
 */
import { stripVTControlCharacters } from 'node:util';
import { PlazaError } from '@plaza/platform';

const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;
export type Style = keyof typeof codes;

interface Output {
  isTTY?: boolean;
  hasColors?: () => boolean;
}

export function showsColours(output: Output, { NO_COLOR: no, FORCE_COLOR: forced } = process.env): boolean {
  if (no !== undefined && no !== '') return false;
  if (forced !== undefined && forced !== '' && forced !== '0') return true;
  return output.isTTY === true && output.hasColors?.() === true;
}

/** The text in that style, or as it is where nobody would see it. */
export function styled(
  text: string,
  style: Style | undefined,
  isShown = showsColours(process.stdout),
): string {
  if (style === undefined || !isShown) return text;
  const [on, off] = codes[style];
  return `\u001b[${String(on)}m${text}\u001b[${String(off)}m`;
}

type Cell = string | number | null;

interface Shown {
  text: string;
  style?: Style | undefined;
}

interface Grid {
  rows: Shown[][];
  /** Whether a column's cells stand at its right side. */
  right: (at: number) => boolean;
}

/**
 * Columns as wide as their widest cell; numbers to the right. What is too wide for the terminal stands turned, a row below each
 * name, where that fits.
 * @param styleOf how a cell of a column is shown
 */
export function table(
  rows: readonly Record<string, Cell>[],
  styleOf: (column: string, cell: Cell) => Style | undefined = () => undefined,
  room = process.stdout.isTTY ? process.stdout.columns : Infinity,
): string {
  const [first] = rows;
  if (!first) return '(none)';
  const columns = Object.keys(first);
  const head = columns.map((text): Shown => ({ text, style: 'bold' }));
  const body = rows.map((row) =>
    columns.map((column): Shown => {
      const cell = row[column] ?? null;
      return { text: textOf(cell), style: styleOf(column, cell) };
    }),
  );
  const isNumber = columns.map((column) => rows.every((row) => typeof row[column] !== 'string'));
  const upright: Grid = { rows: [head, ...body], right: (at) => isNumber[at] === true };
  const turned: Grid = {
    rows: head.map((name, at) => [name, ...body.map((cells) => cells[at] ?? { text: '' })]),
    right: (at) => at > 0,
  };
  const isBetterTurned = widthOf(upright) > room && widthOf(turned) <= room;
  return linesOf(isBetterTurned ? turned : upright);
}

const betweenColumns = '  ';

function columnWidths({ rows }: Grid): number[] {
  const [first = []] = rows;
  return first.map((_, at) => Math.max(...rows.map((row) => row[at]?.text.length ?? 0)));
}

function widthOf(grid: Grid): number {
  const widths = columnWidths(grid);
  return widths.reduce((sum, width) => sum + width, betweenColumns.length * (widths.length - 1));
}

function linesOf(grid: Grid): string {
  const widths = columnWidths(grid);
  return grid.rows
    .map((row) =>
      row
        .map(({ text, style }, at) => {
          const room = ' '.repeat((widths[at] ?? 0) - text.length);
          return grid.right(at) ? room + styled(text, style) : styled(text, style) + room;
        })
        .join(betweenColumns)
        .trimEnd(),
    )
    .join('\n');
}

/**
 * One thing as names and values, the values below each other.
 * @param styleOf how the value of a name is shown
 */
export function fields(
  thing: object,
  styleOf: (name: string, text: string) => Style | undefined = () => undefined,
): string {
  const entries = Object.entries(thing).map(([name, value]) => [name, textOf(value)] as const);
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return entries
    .map(([name, text]) => `${name.padEnd(width)}  ${styled(text, styleOf(name, text))}`)
    .join('\n');
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Good news are green, bad ones red, and what waits is yellow. */
export function styleOfOutcome(outcome: string, count: Cell = 1): Style | undefined {
  if (count === 0 || count === null) return count === 0 ? 'dim' : undefined;
  switch (outcome) {
    case 'stored':
    case 'captured':
    case 'taken':
    case 'approved':
    case 'written-back':
      return 'green';
    case 'declined':
    case 'rejected':
    case 'conflicting':
    case 'refused':
    case 'failed':
    case 'gaps':
      return 'red';
    case 'parked':
    case 'open':
    case 'pending':
    case 'review':
    case 'repaired':
    case 'unknown':
      return 'yellow';
    default:
      return undefined;
  }
}

/** Of the fields of one thing: how it stands. */
export function styleOfStatus(name: string, text: string): Style | undefined {
  return name === 'status' ? styleOfOutcome(text) : undefined;
}

/** How many lines of a terminal a text takes, those that are too long for one being more than one. */
export function heightOf(text: string, columns: number): number {
  return stripVTControlCharacters(text)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / columns)), 0);
}

/** How far long work is, on a terminal only: in one line, which is gone in the end. */
export function progress(): { tell(text: string): void; end(): void } {
  const write = (text: string) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[0K${text}`);
  };
  return { tell: write, end: () => write('') };
}

/** What went wrong, with the code that programs branch on. */
export function faultText(error: unknown): string {
  const code = error instanceof PlazaError ? ` (${error.code})` : '';
  return `${error instanceof Error ? error.message : String(error)}${code}`;
}
