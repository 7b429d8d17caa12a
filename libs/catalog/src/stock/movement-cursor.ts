/** Where a page of movements ended, as an opaque text for the client: the instant and the number of the last one. */
import { InvalidInput } from '@plaza/platform';

export interface MovementCursor {
  at: Date;
  id: string;
}

const written = /^(\d{1,14})\.(\d{1,18})$/;

export function encodeMovementCursor({ at, id }: MovementCursor): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString('base64url');
}

/** @throws InvalidInput when it is no such cursor */
export function decodeMovementCursor(after: string): MovementCursor {
  const [, at, id] = written.exec(Buffer.from(after, 'base64url').toString()) ?? [];
  if (at !== undefined && id !== undefined) return { at: new Date(Number(at)), id };
  throw new InvalidInput([
    { pointer: '/after', detail: 'must be the `next` of an earlier page of the same list' },
  ]);
}
