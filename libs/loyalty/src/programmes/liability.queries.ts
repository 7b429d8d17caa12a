/** What a partner owes its members: all that they have, and when how much of it expires if nobody uses it. */
import { Injectable } from '@nestjs/common';
import { Clock } from '@plaza/platform';
import { exactPoints } from '../ledger/points';
import type { ProgrammeName } from './programme';
import { Programmes } from './programmes';

export interface Liability {
  at: Date;
  /** All that members have: the three that follow. */
  outstanding: number;
  available: number;
  pending: number;
  held: number;
  /** Of `outstanding`, what never expires. */
  neverExpires: number;
  /** By month, the next one first; months in which nothing expires are left out. */
  expiring: ExpiringPoints[];
}

export interface ExpiringPoints {
  /** The first instant of a month, in UTC. */
  month: Date;
  points: number;
}

interface LiabilityRow {
  at: Date;
  outstanding: string;
  pending: string;
  held: string;
  expiring: { month: string; points: number }[] | null;
}

@Injectable()
export class LiabilityQueries {
  constructor(
    private readonly programmes: Programmes,
    private readonly clock: Clock,
  ) {}

  /** What time has moved counts as moved, whether or not it was written down yet. */
  async get(name: ProgrammeName): Promise<Liability> {
    const now = this.clock.now();
    const [row] = await this.programmes.readReplica<LiabilityRow>(name, owed, [now]);
    if (!row) return { ...nothingOwed, at: now };
    const expiring = (row.expiring ?? []).map(({ month, points }) => ({
      month: new Date(month),
      points: exactPoints(points),
    }));
    const outstanding = exactPoints(row.outstanding);
    const [pending, held] = [exactPoints(row.pending), exactPoints(row.held)];
    const dated = expiring.reduce((sum, { points }) => sum + points, 0);
    return {
      ...{ at: row.at, outstanding, available: outstanding - pending - held, pending, held },
      ...{ neverExpires: outstanding - dated, expiring },
    };
  }
}

const nothingOwed = {
  ...{ outstanding: 0, available: 0, pending: 0, held: 0, neverExpires: 0 },
  expiring: [],
};

/** What lies in pockets with a date is in the index of what is due; all the rest is known from the programme's own accounts. */
const owed = `
  WITH moment AS (
    SELECT $3::timestamptz + programme.clock_ahead_ms * interval '1 millisecond' AS at
  ), dated AS MATERIALIZED (
    SELECT kind, balance, greatest(expires_at, CASE kind WHEN 'held' THEN due_at END) AS expires_at, due_at > at AS waits,
           coalesce(expires_at <= at, false) AND NOT (kind = 'held' AND due_at > at) AS gone
    FROM loyalty.accounts CROSS JOIN moment
    WHERE accounts.programme_id = programme.id AND due_at IS NOT NULL
  ), expiring AS (
    SELECT date_trunc('month', expires_at, 'UTC') AS month, sum(balance) AS points
    FROM dated WHERE expires_at IS NOT NULL AND NOT gone GROUP BY month
  )
  SELECT (SELECT at FROM moment) AS at,
         (SELECT -sum(balance) FROM loyalty.accounts
          WHERE accounts.programme_id = programme.id AND stripe IS NOT NULL)
           - (SELECT coalesce(sum(balance), 0) FROM dated WHERE gone) AS outstanding,
         (SELECT coalesce(sum(balance), 0) FROM dated WHERE kind = 'pending' AND waits) AS pending,
         (SELECT coalesce(sum(balance), 0) FROM dated WHERE kind = 'held' AND waits) AS held,
         (SELECT json_agg(json_build_object('month', month, 'points', points) ORDER BY month) FROM expiring) AS expiring`;
