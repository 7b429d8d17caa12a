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
  const { table, columns, conditions, place, placeOf } = list;
  const descending = sort.startsWith('-');
  const ended = after === undefined ? undefined : partsOfCursor(after, patternsOf(place));
  const total = isCounted === true ? await count(read, list) : undefined;
  const names = place.map(([column]) => `${nameOf(table)}.${column}`);
  if (ended) conditions.add(`(${names.join()}) ${descending ? '<' : '>'} (${slotsOf(place)})`, ...ended);
  const { where, parameters } = conditions;
  const order = names.map((name) => (descending ? `${name} DESC` : name)).join();
  // Rows before the page are passed over inside, so that what is told of a row is looked up for the page's rows alone.
  const rows = await read<Row>(
    `SELECT ${columns}
     FROM (SELECT * FROM ${table} ${where} ORDER BY ${order}
           LIMIT $${parameters.length + 1} OFFSET $${parameters.length + 2}) AS ${nameOf(table)}
     ORDER BY ${order}`,
    [...parameters, limit + 1, (page - 1) * limit],
  );
  return {
    ...pageOf(rows, limit, (last) => cursorOf(...placeOf(last))),
    ...(total !== undefined && { total }),
  };
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
