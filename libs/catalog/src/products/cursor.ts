/** Where a page of products ended: the sort it belongs to, and the last row's sort value and id. */
import { cursorOf, partsOfCursor, uuidPattern } from '@plaza/platform';

export interface Cursor {
  sort: string;
  value: string;
  id: string;
}

export function encodeCursor({ sort, value, id }: Cursor): string {
  return cursorOf(sort, value, id);
}

/**
 * @param accepts tells whether a value can be one of the sort at all
 * @throws InvalidInput when it is no cursor of this sort
 */
export function decodeCursor(text: string, sort: string, accepts: (value: string) => boolean): Cursor {
  const isSort = { test: (part: string) => part === sort };
  const [, value = '', id = ''] = partsOfCursor(text, [isSort, { test: accepts }, uuidPattern]);
  return { sort, value, id };
}
