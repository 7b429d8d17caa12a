/** Where a page of people ended, as a text that means something to us alone. */
import { InvalidInput } from '@plaza/platform';
import { z } from 'zod';

const fourDigitYear = /^[1-9]\d{3}-/;
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const place = z.tuple([z.iso.datetime({ precision: 3 }).regex(fourDigitYear), z.string().regex(uuid)]);

export function cursorOf({ createdAt, id }: { createdAt: Date; id: string }): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString('base64url');
}

/** @throws InvalidInput for what is no cursor of people */
export function placeOfCursor(cursor: string): { at: string; id: string } {
  const { data } = place.safeParse(parsed(cursor));
  if (data) return { at: data[0], id: data[1] };
  throw new InvalidInput([
    { pointer: '/after', detail: 'must be the `next` of an earlier page of the same list' },
  ]);
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
