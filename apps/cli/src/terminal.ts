/**
 * Text for people at a terminal: aligned, with colours where these can be seen, and a line of progress. `NO_COLOR` turns colours
 * off and `FORCE_COLOR` on, as https://no-color.org and Node have it.
 */
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

/**
 * Columns as wide as their widest cell; numbers to the right.
 * @param styleOf how a cell of a column is shown
 */
export function table(
  rows: readonly Record<string, Cell>[],
  styleOf: (column: string, cell: Cell) => Style | undefined = () => undefined,
): string {
  const [first] = rows;
  if (!first) return '(none)';
  const columns = Object.keys(first);
  const width = (column: string) =>
    Math.max(column.length, ...rows.map((row) => textOf(row[column] ?? null).length));
  const isNumber = (column: string) => rows.every((row) => typeof row[column] !== 'string');
  const shapes = columns.map((column) => ({ column, width: width(column), right: isNumber(column) }));
  const line = (cellOf: (column: string) => [string, Style | undefined]) =>
    shapes
      .map(({ column, width: wide, right }, at) => {
        const [text, style] = cellOf(column);
        const room = ' '.repeat(wide - text.length);
        const last = at === shapes.length - 1;
        const shown = styled(text, style);
        return right ? room + shown : last ? shown : shown + room;
      })
      .join('  ')
      .trimEnd();
  return [
    line((column) => [column, 'bold']),
    ...rows.map((row) =>
      line((column) => [textOf(row[column] ?? null), styleOf(column, row[column] ?? null)]),
    ),
  ].join('\n');
}

/** One thing as names and values, the values below each other. */
export function fields(thing: object): string {
  const entries = Object.entries(thing).map(([name, value]) => [name, textOf(value)] as const);
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n');
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
      return 'green';
    case 'declined':
    case 'rejected':
    case 'conflicting':
    case 'refused':
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
