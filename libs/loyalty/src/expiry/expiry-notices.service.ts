/** Tells partners of points that are about to expire: once for each member and instant, so many days before as they have decided. */
import { Injectable } from '@nestjs/common';
import { Clock, Signals, type Tx } from '@plaza/platform';
import type { ExpiringNews } from '../ledger/news';
import { exactPoints } from '../ledger/points';
import { LOYALTY_NEWS_SIGNAL } from '../loyalty.events';
import type { Programme, ProgrammeName } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';
import { leaveNews } from '../telling/leaving-news';

const programmesAtOnceMax = 100;
const noticesAtOnceMax = 200;

export const expiryNoticeDaysMax = 366;

interface ExpiringRow {
  memberId: string;
  externalId: string;
  expiresAt: Date;
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
      if (!programme) return false;
      // Whoever else tells waits here, and then goes on behind this.
      await tx.query('SELECT FROM loyalty.followed WHERE programme_id = $1 FOR NO KEY UPDATE', [
        programme.id,
      ]);
      const now = programme.at(this.clock.now());
      const expiring = await this.nextOf(tx, programme, now);
      const last = expiring.at(-1);
      if (!last) return false;
      await tx.query(
        'UPDATE loyalty.followed SET expiring_until = $2, expiring_member = $3 WHERE programme_id = $1',
        [programme.id, last.expiresAt, last.memberId],
      );
      await leaveNews(
        tx,
        programme,
        expiring.map((row) => newsOf(row, now)),
      );
      this.signals.raiseAfterCommit(LOYALTY_NEWS_SIGNAL);
      return true;
    });
  }

  /** Those who lose points first, behind those of whom the partner was told. */
  private nextOf(tx: Tx, { id }: Programme, now: Date): Promise<ExpiringRow[]> {
    return tx.query<ExpiringRow[]>(
      `SELECT accounts.member_id AS "memberId", members.external_id AS "externalId", accounts.due_at AS "expiresAt",
              sum(accounts.balance)::bigint AS points
       FROM loyalty.programmes
       JOIN loyalty.followed ON followed.programme_id = programmes.id
       JOIN loyalty.accounts ON accounts.programme_id = programmes.id
       JOIN loyalty.members ON members.id = accounts.member_id
       WHERE programmes.id = $1 AND accounts.kind = 'available' AND accounts.due_at > $2
         AND accounts.due_at <= $2::timestamptz + programmes.expiry_notice_days * interval '24 hours'
         AND (expiring_until IS NULL OR (accounts.due_at, accounts.member_id) > (expiring_until, expiring_member))
       GROUP BY accounts.due_at, accounts.member_id, members.external_id
       ORDER BY accounts.due_at, accounts.member_id
       LIMIT $3`,
      [id, now, noticesAtOnceMax],
    );
  }
}

function newsOf({ memberId, externalId, points, expiresAt }: ExpiringRow, now: Date): ExpiringNews {
  const data = { memberId, externalId, points: exactPoints(points), expiresAt: expiresAt.toISOString() };
  return { type: 'points.expiring', at: now.toISOString(), data };
}
