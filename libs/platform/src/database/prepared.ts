/**
 * Statements that are sent again and again: every connection has PostgreSQL parse and plan them once, which for a long one costs as
 * much as its work does. Only those are marked whose plan does not depend on what they are given, as where all comes in arrays.
 */
import { Client, type ClientConfig } from 'pg';

/** Every connection keeps all of them. A text that is put together differently each time is none. */
const preparedMax = 200;
const names = new Map<string, string>();

/**
 * Marks the text of a statement as one to prepare; to be called with the same text any number of times. It must name the columns
 * of its result: prepared `SELECT *` fails on a table that got a column.
 */
export function prepared(sql: string): string {
  if (!names.has(sql)) {
    if (names.size === preparedMax) throw new Error(`More than ${preparedMax} statements are to be prepared`);
    names.set(sql, `plaza_${names.size + 1}`);
  }
  return sql;
}

/** A connection that prepares what is marked. TypeORM knows no names of statements, so they are given here. */
export class PreparingClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    const query = (text: unknown, ...rest: unknown[]): unknown =>
      Reflect.apply(super.query.bind(this), this, [named(text), ...rest]);
    Object.defineProperty(this, 'query', { value: query });
  }
}

function named(text: unknown): unknown {
  const name = typeof text === 'string' ? names.get(text) : undefined;
  return name === undefined ? text : { name, text };
}
