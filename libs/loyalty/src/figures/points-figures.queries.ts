/** What a report tells of points, partner by partner, of programmes that are meant in earnest. */
import { Injectable } from '@nestjs/common';
import { Database } from '@plaza/platform';
import { exactPoints } from '../ledger/points';

/** What was taken back is taken off, so that issued less used and expired is what outstanding grew by. */
export interface PointsFigures {
  partnerId: string;
  issued: number;
  used: number;
  expired: number;
  /** Entries that each of these is a sum of. */
  issues: number;
  uses: number;
  expiries: number;
  /** What members had at the end of the span. */
  outstanding: number;
}

interface Row extends Record<'issued' | 'used' | 'expired' | 'later' | 'now', string> {
  partnerId: string;
  issues: number;
  uses: number;
  expiries: number;
}

const moved = `
  SELECT of_partner AS "partnerId", issued, used, expired, issues::float8 AS issues, uses::float8 AS uses,
         expiries::float8 AS expiries, later, outstanding AS now
  FROM loyalty.points_moved($1, $2) ORDER BY outstanding DESC, of_partner`;

@Injectable()
export class PointsFiguresQueries {
  constructor(private readonly database: Database) {}

  /** Of what was entered in the span; the partner whose members have most comes first. */
  async moved(from: Date, to: Date): Promise<PointsFigures[]> {
    const rows = await this.database.readReplica<Row>(moved, [from, to]);
    return rows.map(({ issued, used, expired, later, now, ...row }) => {
      const sums = { issued: exactPoints(issued), used: exactPoints(used), expired: exactPoints(expired) };
      return { ...row, ...sums, outstanding: exactPoints(now) - exactPoints(later) };
    });
  }

  /** What members of all these programmes have together. @param now from when on nothing is entered yet */
  async outstanding(now: Date): Promise<number> {
    const [sum] = await this.database.readReplica<{ outstanding: string }>(
      'SELECT coalesce(sum(outstanding), 0) AS outstanding FROM loyalty.points_moved($1, $1)',
      [now],
    );
    return exactPoints(sum?.outstanding ?? '0');
  }
}
