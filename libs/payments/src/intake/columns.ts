/**
 * Columns of a batch as parameters for `unnest`. The driver looks for something to escape in every element of an array, which
 * for values that hold nothing to escape costs more than sealing them; so those are written out here.
 */

/** What never holds a comma, brace, quote, backslash or blank, such as numbers, UUIDs and names of our own. */
type PlainValue = number | bigint | string | null;

/** Null when the whole column is: `unnest` fills up a column that is missing with nulls. */
export function plainColumn(values: readonly PlainValue[]): string | null {
  return values.every((value) => value === null) ? null : plainList(values);
}

export function plainList(values: Iterable<PlainValue>): string {
  return `{${Array.from(values, (value) => value ?? 'NULL').join(',')}}`;
}

/** Values that may hold anything are left to the driver. */
export function anyColumn<Value>(values: readonly (Value | null)[]): readonly (Value | null)[] | null {
  return values.every((value) => value === null) ? null : values;
}

export function bytesColumn(values: readonly (Buffer | null)[]): string | null {
  return plainColumn(values.map((value) => value && `\\\\x${value.toString('hex')}`));
}
