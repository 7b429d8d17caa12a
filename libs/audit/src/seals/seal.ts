/** What a seal is, and how one follows from the rows of the log and from the seal before. Nothing here asks the database. */
import { createHash } from 'node:crypto';

/** A row of the log as it is sealed: everything that it says, as text. */
export interface SealedRow {
  id: string;
  /** Its month, by which the log is divided. */
  month: string;
  at: Date;
  /** In an order that does not change. */
  content: readonly (string | null)[];
}

export interface Seal {
  number: number;
  /** The stretch of ids that it closes; what is between its rows came to nothing. */
  fromId: string;
  toId: string;
  month: string;
  firstAt: Date;
  lastAt: Date;
  rowIds: readonly string[];
  /** 32 bytes of each row, one after the other. */
  rowDigests: Buffer;
  sealedAt: Date;
  previousHash: Buffer;
  hash: Buffer;
}

/** As it stands in the database. */
export interface ReadSeal extends Seal {
  /** False where it says what cannot have been written. */
  isAsWritten: boolean;
}

/** What the next one is made after. */
export type LastSeal = Pick<Seal, 'number' | 'toId' | 'hash'>;

const digestBytes = 32;

/** @param upTo the last id of the stretch; it has no other rows than these, which are of one month and in the order of their ids */
export function sealOver(
  rows: readonly [SealedRow, ...SealedRow[]],
  upTo: string,
  { number, toId, hash: previousHash }: LastSeal,
  now: Date,
): Seal {
  const instants = rows.map(({ at }) => at.getTime());
  const seal = {
    number: number + 1,
    fromId: String(BigInt(toId) + 1n),
    toId: upTo,
    month: rows[0].month,
    firstAt: new Date(Math.min(...instants)),
    lastAt: new Date(Math.max(...instants)),
    rowIds: rows.map(({ id }) => id),
    rowDigests: Buffer.concat(rows.map(digestOf)),
    sealedAt: now,
    previousHash,
  };
  return { ...seal, hash: hashOf(seal) };
}

export function digestOf({ content }: Pick<SealedRow, 'content'>): Buffer {
  return createHash('sha256').update(JSON.stringify(content)).digest();
}

/** Over everything that a seal says, the seal before included. */
export function hashOf(seal: Omit<Seal, 'hash'>): Buffer {
  const { number, fromId, toId, month, firstAt, lastAt, rowIds, rowDigests, sealedAt, previousHash } = seal;
  return createHash('sha256')
    .update(
      JSON.stringify([
        number,
        fromId,
        toId,
        month,
        firstAt.toISOString(),
        lastAt.toISOString(),
        rowIds,
        rowDigests.toString('hex'),
        sealedAt.toISOString(),
        previousHash.toString('hex'),
      ]),
    )
    .digest();
}

export function digestAt({ rowDigests }: Pick<Seal, 'rowDigests'>, place: number): Buffer {
  return rowDigests.subarray(place * digestBytes, (place + 1) * digestBytes);
}
