/** Tells partners of points that are about to expire: once for each member and instant, so many days before as they have decided. */
import { Injectable } from '@nestjs/common';
import { dayMs, Clock, Signals, type Tx } from '@plaza/platform';
import type { ExpiringNews } from '../ledger/news';
import { exactPoints } from '../ledger/points';
import { LOYALTY_NEWS_SIGNAL } from '../loyalty.events';
import type { Programme, ProgrammeName } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';
import { leaveNews } from '../telling/leaving-news';

const programmesAtOnceMax = 100;
const noticesAtOnceMax = 200;

export const expiryNoticeDaysMax = 366;

interface MemberAndInstant {
  memberId: string;
  expiresAt: Date;
}

interface ExpiringRow extends MemberAndInstant {
  externalId: string;
  points: string;
}

@Injectable()
export class ExpiryNoticesService {
  constructor(
    private readonly programmes: Programmes,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** Tells what is due to be told, programme by programme; true when there may be more. */
  async tellDue(): Promise<boolean> {
    return this.programmes.oneByOne(await this.programmes.withExpiring(programmesAtOnceMax), (name) =>
      this.tellSome(name),
    );
  }

  private tellSome(name: ProgrammeName): Promise<boolean> {
    return this.programmes.write(name, async (tx, programme) => {
      if (!programme?.expiryNoticeDays) return false;
      const now = programme.at(this.clock.now());
      const until = new Date(now.getTime() + programme.expiryNoticeDays * dayMs);
      const untold = await untoldBetween(tx, programme, now, until);
      if (untold.length === 0) return false;
      const expiring = await noteTold(tx, untold, now);
      if (expiring.length === 0) return true;
      await leaveNews(
        tx,
        programme,
        expiring.map((row) => newsOf(row, now)),
      );
      this.signals.raiseAfterCommit(LOYALTY_NEWS_SIGNAL);
      return true;
    });
  }
}

/** Those who lose points first, with their rows locked: whoever else tells, or moves points of theirs, waits here. */
async function untoldBetween(tx: Tx, { id }: Programme, now: Date, until: Date): Promise<MemberAndInstant[]> {
  const untold = await tx.query<MemberAndInstant[]>(
    `SELECT DISTINCT member_id AS "memberId", due_at AS "expiresAt" FROM (
       SELECT member_id, due_at FROM loyalty.accounts
       WHERE programme_id = $1 AND kind = 'available' AND expiry_told_at IS NULL AND due_at > $2 AND due_at <= $3
       ORDER BY due_at, member_id LIMIT $4
     ) AS untold`,
    [id, now, until, noticesAtOnceMax],
  );
  await tx.query('SELECT FROM loyalty.members WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [
    untold.map(({ memberId }) => memberId),
  ]);
  return untold;
}

/** @returns of whom and when the partner does not know yet; points that come to what it was told of are told of no more */
function noteTold(tx: Tx, untold: readonly MemberAndInstant[], now: Date): Promise<ExpiringRow[]> {
  return tx.query<ExpiringRow[]>(
    `WITH named AS (
       SELECT * FROM unnest($1::uuid[], $2::timestamptz[]) AS named (member_id, expires_at)
     ), fresh AS (
       SELECT named.* FROM named WHERE NOT EXISTS (
         SELECT FROM loyalty.accounts
         WHERE accounts.member_id = named.member_id AND accounts.expires_at = named.expires_at AND expiry_told_at IS NOT NULL
       )
     ), told AS (
       UPDATE loyalty.accounts SET expiry_told_at = $3
       FROM named
       WHERE accounts.member_id = named.member_id AND accounts.due_at = named.expires_at
         AND kind = 'available' AND expiry_told_at IS NULL
       RETURNING accounts.member_id, accounts.due_at, accounts.balance
     )
     SELECT told.member_id AS "memberId", members.external_id AS "externalId", told.due_at AS "expiresAt",
            sum(told.balance)::bigint AS points
     FROM told JOIN fresh ON fresh.member_id = told.member_id AND fresh.expires_at = told.due_at
     JOIN loyalty.members ON members.id = told.member_id
     GROUP BY told.member_id, members.external_id, told.due_at ORDER BY told.due_at, told.member_id`,
    [untold.map(({ memberId }) => memberId), untold.map(({ expiresAt }) => expiresAt), now],
  );
}

function newsOf({ memberId, externalId, points, expiresAt }: ExpiringRow, now: Date): ExpiringNews {
  const data = { memberId, externalId, points: exactPoints(points), expiresAt: expiresAt.toISOString() };
  return { type: 'points.expiring', at: now.toISOString(), data };
}
