/** Where a page ended, as an opaque text for the client: the sort it belongs to, and the last row's sort value and id. */
import { InvalidInput } from '@plaza/platform';

export interface Cursor {
  sort: string;
  value: string;
  id: string;
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export function encodeCursor({ sort, value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');
}

/**
 * @param accepts tells whether a value can be one of the sort at all
 * @throws InvalidInput when it is no cursor of this sort
 */
export function decodeCursor(text: string, sort: string, accepts: (value: string) => boolean): Cursor {
  const parts = parse(text);
  if (Array.isArray(parts) && parts.length === 3) {
    const [ofSort, value, id] = parts as unknown[];
    if (
      ofSort === sort &&
      typeof value === 'string' &&
      typeof id === 'string' &&
      uuid.test(id) &&
      accepts(value)
    ) {
      return { sort, value, id };
    }
  }
  throw new InvalidInput([
    { pointer: '/after', detail: 'must be the `next` of an earlier page of the same list' },
  ]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
