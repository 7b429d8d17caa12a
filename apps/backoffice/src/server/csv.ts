/** A list as a file for spreadsheets, as it is filtered and sorted on the screen: page after page, up to a limit that is told. */
import { askPage, type ListWish } from './pages';
import type { Collection, Row, Told } from './collection';

export const exportedRowsMax = 10_000;
const rowsAtOnce = 100;

export interface Exported {
  file: Blob;
  rows: number;
  /** There are more rows than fit. */
  isCut: boolean;
}

/** @param nameOf the heading of a column */
export async function exportCsv(
  collection: Collection,
  wish: Omit<ListWish, 'limit'>,
  nameOf: (field: string) => string,
): Promise<Exported> {
  const rows: Row[] = [];
  let page = await askPage(collection, { ...wish, limit: rowsAtOnce }, {});
  rows.push(...page.rows);
  while (page.next !== null && rows.length < exportedRowsMax) {
    page = await askPage(collection, { ...wish, limit: rowsAtOnce }, { after: page.next });
    rows.push(...page.rows);
  }
  // Spreadsheets take a file for UTF-8 by this mark.
  const file = new Blob(
    [
      '\uFEFF',
      csvOf(
        rows.map((row) => flat(row)),
        nameOf,
      ),
    ],
    { type: 'text/csv;charset=utf-8' },
  );
  return { file, rows: rows.length, isCut: page.next !== null };
}

export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export function csvOf(rows: readonly Told[], nameOf: (field: string) => string): string {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => fields.map((field) => cell(row[field])).join());
  return [fields.map((field) => cell(nameOf(field))).join(), ...lines, ''].join('\r\n');
}

/** What lies deeper has its place in the name, `category.name`; lists are told as they are. */
export function flat(told: Told, prefix = ''): Told {
  return Object.fromEntries(
    Object.entries(told).flatMap(([name, value]) =>
      isNested(value) ? Object.entries(flat(value, `${prefix}${name}.`)) : [[`${prefix}${name}`, value]],
    ),
  );
}

const isNested = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** RFC 4180; and a text that a spreadsheet would take for a formula is kept from being one (OWASP, CSV injection). */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
