/** Reads the lists of staff: from where an earlier page ended or by the number of the page, and counted when that is asked for. */
import type { Conditions } from './conditions';
import {
  cursorOf,
  instantPattern,
  pageOf,
  partsOfCursor,
  type CountedPage,
  type PartPattern,
  type StaffPageWish,
  uuidPattern,
} from './pages';

export interface List<Row> {
  /** With its schema. */
  table: string;
  /** What is told of a row, by the table's name without its schema. */
  columns: string;
  /** Those of the filter. */
  conditions: Conditions;
  /** The columns that the list is in order by. No two rows may have the same place; an index should have the order, too. */
  place: readonly [column: string, kind: PlacePart][];
  /** A column that the filter gives one value, where an index has it before the place. */
  under?: { column: string; value: string } | undefined;
  /** Conditions one of which is true of every row, where each has an index of its own in the order and the table as a whole has none. */
  parts?: readonly string[] | undefined;
  /** The order unless another is asked for: the field that clients know it by, with a `-` from the last place to the first. */
  sort: string;
  /** The parts of the cursor that leads on from a row. */
  placeOf: (row: Row) => (string | number)[];
}

export type PlacePart = keyof typeof placeParts;

/** How a part of a cursor is written, and as what the database reads it. */
const placeParts = {
  instant: { pattern: instantPattern, type: 'timestamptz' },
  uuid: { pattern: uuidPattern, type: 'uuid' },
  number: { pattern: /^\d{1,18}$/, type: 'bigint' },
  text: { pattern: /^[^\0]{1,200}$/u, type: 'text' },
} as const;

/** `Database.read` or `Database.readReplica`. */
export type Read = <Row>(sql: string, parameters: unknown[]) => Promise<Row[]>;

/** @throws InvalidInput when `after` is no cursor of this list */
export async function readList<Row>(
  read: Read,
  list: List<Row>,
  { limit, after, page = 1, total: isCounted, sort = list.sort }: StaffPageWish,
): Promise<CountedPage<Row>> {
  const { table, columns, conditions, place, placeOf, under } = list;
  const descending = sort.startsWith('-');
  const ended = after === undefined ? undefined : partsOfCursor(after, patternsOf(place));
  const total = isCounted === true ? await count(read, list) : undefined;
  const compared: List<never>['place'] = [...(under ? [[under.column, 'text'] as const] : []), ...place].map(
    ([column, kind]) => [`${nameOf(table)}.${column}`, kind],
  );
  const names = compared.map(([name]) => name);
  if (ended) {
    const last = [...(under ? [under.value] : []), ...ended];
    conditions.add(`(${names.join()}) ${descending ? '<' : '>'} (${slotsOf(compared)})`, ...last);
  }
  const order = names.map((name) => (descending ? `${name} DESC` : name)).join();
  // Rows before the page are passed over inside, so that what is told of a row is looked up for the page's rows alone.
  const rows = await read<Row>(
    `SELECT ${columns} FROM (${chosen(list, order)}) AS ${nameOf(table)} ORDER BY ${order}`,
    [...conditions.parameters, limit + 1, (page - 1) * limit],
  );
  return {
    ...pageOf(rows, limit, (last) => cursorOf(...placeOf(last))),
    ...(total !== undefined && { total }),
  };
}

/** The rows of the page; of several parts, those of each that may be on it. The last two parameters are how many, and how many before them. */
function chosen<Row>({ table, conditions, parts }: List<Row>, order: string): string {
  const { where, parameters } = conditions;
  const [limit, offset] = [`$${parameters.length + 1}`, `$${parameters.length + 2}`];
  const page = `ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`;
  if (parts === undefined) return `SELECT * FROM ${table} ${where} ${page}`;
  const first = parts.map(
    (part) =>
      `(SELECT * FROM ${table} ${where === '' ? 'WHERE' : `${where} AND`} ${part}
        ORDER BY ${order} LIMIT ${limit}::bigint + ${offset}::bigint)`,
  );
  return `SELECT * FROM (${first.join(' UNION ALL ')}) AS ${nameOf(table)} ${page}`;
}

async function count<Row>(read: Read, { table, conditions }: List<Row>): Promise<number> {
  const [counted] = await read<{ total: string }>(
    `SELECT count(*) AS total FROM ${table} ${conditions.where}`,
    [...conditions.parameters],
  );
  return Number(counted?.total ?? 0);
}

function patternsOf(place: List<never>['place']): PartPattern[] {
  return place.map(([, kind]) => placeParts[kind].pattern);
}

function slotsOf(place: List<never>['place']): string {
  return place.map(([, kind]) => `?::${placeParts[kind].type}`).join();
}

function nameOf(table: string): string {
  return table.slice(table.indexOf('.') + 1);
}
