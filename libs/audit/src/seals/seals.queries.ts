/** The seals as they are told: without the digests of their rows. */
import { Injectable } from '@nestjs/common';
import {
  Conditions,
  cursorOf,
  Database,
  pageOf,
  partsOfCursor,
  type Page,
  type PageWish,
} from '@plaza/platform';

export interface SealView {
  number: number;
  /** The stretch of ids that it closes. */
  fromId: number;
  toId: number;
  rows: number;
  /** When its rows were written. */
  firstAt: Date;
  lastAt: Date;
  sealedAt: Date;
  /** In hexadecimal digits. */
  hash: string;
  previousHash: string;
}

/** What stands for all of the log until an instant. */
export interface Root {
  until: Date;
  /** The number of the last seal that was set before. */
  seal: number;
  /** In hexadecimal digits. */
  hash: string;
}

export interface SealFilter extends PageWish {
  /** Sealed before this instant: the first one told is the root of the day that ends then. */
  to?: Date;
}

const numberPattern = /^[1-9]\d{0,15}$/;
const roots = `
  SELECT day.until, last.number::float8 AS seal, encode(last.hash, 'hex') AS hash
  FROM unnest($1::timestamptz[]) AS day (until)
  CROSS JOIN LATERAL (
    SELECT number, hash FROM audit.seals WHERE sealed_at < day.until ORDER BY sealed_at DESC, number DESC LIMIT 1
  ) AS last
  ORDER BY day.until`;

const columns = `
  number::float8 AS number, from_id::float8 AS "fromId", to_id::float8 AS "toId", cardinality(row_ids) AS rows,
  first_at AS "firstAt", last_at AS "lastAt", sealed_at AS "sealedAt", encode(hash, 'hex') AS hash,
  encode(previous_hash, 'hex') AS "previousHash"`;

@Injectable()
export class SealsQueries {
  constructor(private readonly database: Database) {}

  /**
   * The newest first.
   * @throws InvalidInput when `after` is no cursor
   */
  async list({ limit, after, to }: SealFilter): Promise<Page<SealView>> {
    const [before] = after === undefined ? [] : partsOfCursor(after, [numberPattern]);
    const conditions = new Conditions(limit + 1)
      .add('number < ?::bigint', before)
      .add(
        'number <= (SELECT max(number) FROM audit.seals WHERE sealed_at = (SELECT max(sealed_at) FROM audit.seals WHERE sealed_at < ?::timestamptz))',
        to,
      );
    const rows = await this.database.readReplica<SealView>(
      `SELECT ${columns} FROM audit.seals ${conditions.where} ORDER BY number DESC LIMIT $1`,
      conditions.parameters,
    );
    return pageOf(rows, limit, ({ number }) => cursorOf(number));
  }

  /** The root of the log at each of these instants; nothing for one before which nothing was sealed. */
  roots(instants: readonly Date[]): Promise<Root[]> {
    return this.database.readReplica<Root>(roots, [instants]);
  }
}
