/** Reads the lists of staff: from where an earlier page ended or by the number of the page, and counted when that is asked for. */
import type { Conditions } from './conditions';
import {
  cursorOf,
  pageOf,
  partsOfCursor,
  type CountedPage,
  type PartPattern,
  type StaffPageWish,
} from './pages';

export interface List<Row> {
  /** With its schema. */
  table: string;
  /** What is told of a row, by the table's name without its schema. */
  columns: string;
  /** Those of the filter. */
  conditions: Conditions;
  /** No two rows may have the same place; an index should have the order, too. */
  order: string;
  /** What comes after a place in this order: a condition with a `?` for each part of a cursor. */
  behind: string;
  /** What the parts of a cursor look like. */
  parts: readonly PartPattern[];
  /** The parts of the cursor that leads on from a row. */
  placeOf: (row: Row) => (string | number)[];
}

/** `Database.read` or `Database.readReplica`. */
export type Read = <Row>(sql: string, parameters: unknown[]) => Promise<Row[]>;

/** @throws InvalidInput when `after` is no cursor of this list */
export async function readList<Row>(
  read: Read,
  list: List<Row>,
  { limit, after, page = 1, total: isCounted }: StaffPageWish,
): Promise<CountedPage<Row>> {
  const { table, columns, conditions, order, behind, parts, placeOf } = list;
  const place = after === undefined ? [] : partsOfCursor(after, parts);
  const total = isCounted === true ? await count(read, list) : undefined;
  if (after !== undefined) conditions.add(behind, ...place);
  const { where, parameters } = conditions;
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

function nameOf(table: string): string {
  return table.slice(table.indexOf('.') + 1);
}
