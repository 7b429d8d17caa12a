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

/** No member's id comes before it. */
const firstId = '00000000-0000-0000-0000-000000000000';

/** Up to this instant, and of those who lose points then up to this member. */
interface Told {
  until: Date;
  member: string;
}

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
      if (!programme?.expiryNoticeDays) return false;
      const told = await lockTold(tx, programme);
      const now = programme.at(this.clock.now());
      const horizon = new Date(now.getTime() + programme.expiryNoticeDays * dayMs);
      const from = told && told.until > now ? told : { until: now, member: firstId };
      const expiring = await expiringBetween(tx, programme, from, horizon);
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
}

/** How far the partner was told. Whoever else tells waits here, and then goes on behind this. */
async function lockTold(tx: Tx, { id }: Programme): Promise<Told | undefined> {
  const [row] = await tx.query<{ until: Date | null; member: string | null }[]>(
    `SELECT expiring_until AS until, expiring_member AS member FROM loyalty.followed
     WHERE programme_id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  return row?.until && row.member ? { until: row.until, member: row.member } : undefined;
}

/** Those who lose points first, behind those of whom the partner was told. */
function expiringBetween(
  tx: Tx,
  { id }: Programme,
  { until, member }: Told,
  horizon: Date,
): Promise<ExpiringRow[]> {
  return tx.query<ExpiringRow[]>(
    `SELECT expiring.member_id AS "memberId", members.external_id AS "externalId",
            expiring.due_at AS "expiresAt", expiring.points
     FROM (
       SELECT due_at, member_id, sum(balance)::bigint AS points FROM loyalty.accounts
       WHERE programme_id = $1 AND kind = 'available' AND (due_at, member_id) > ($2, $3) AND due_at <= $4
       GROUP BY due_at, member_id ORDER BY due_at, member_id LIMIT $5
     ) AS expiring JOIN loyalty.members ON members.id = expiring.member_id
     ORDER BY expiring.due_at, expiring.member_id`,
    [id, until, member, horizon, noticesAtOnceMax],
  );
}

function newsOf({ memberId, externalId, points, expiresAt }: ExpiringRow, now: Date): ExpiringNews {
  const data = { memberId, externalId, points: exactPoints(points), expiresAt: expiresAt.toISOString() };
  return { type: 'points.expiring', at: now.toISOString(), data };
}
