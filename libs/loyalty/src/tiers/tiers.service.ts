/**
 * Keeps members in the tiers that they have earned, and sees to it that partners hear of it. Whoever asks for a member is told the
 * right tier without this, too.
 */
import { Injectable } from '@nestjs/common';
import { dayMs, Clock, groupBy, Signals, type Tx } from '@plaza/platform';
import type { TierNews } from '../ledger/news';
import { LOYALTY_NEWS_SIGNAL } from '../loyalty.events';
import type { Programme, ProgrammeName } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';
import { leaveNews } from '../telling/leaving-news';
import { earnedDayOf, earnedDays, type EarnedDayRow } from './earned-days';
import { keepTier, type Keeping, type TierChange } from './tier-keeping';
import type { Tiers } from './tiers';

const programmesAtOnceMax = 100;
const membersAtOnceMax = 200;
/** Where none are declared nobody is in one. */
const noTiers: Tiers = { windowDays: 0, noticeDays: 0, levels: [] };

interface MemberRow {
  id: string;
  externalId: string;
  tier: string | null;
  fallsAt: Date | null;
  fallsTo: string | null;
  dueAt: Date | null;
}

type KeptMember = MemberRow & Keeping;

@Injectable()
export class TiersService {
  constructor(
    private readonly programmes: Programmes,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** Looks at members whose tier may be another by now, programme by programme; true when there may be more. */
  async keepDue(): Promise<boolean> {
    return this.programmes.oneByOne(await this.programmes.withTiersDue(programmesAtOnceMax), (name) =>
      this.keepSome(name),
    );
  }

  private keepSome(name: ProgrammeName): Promise<boolean> {
    return this.programmes.write(name, async (tx, programme) => {
      if (!programme) return false;
      const tiers = programme.tiers ?? noTiers;
      const members = await this.lockDue(tx, programme);
      if (members.length === 0) return false;
      // Asked now that nobody else decides about them.
      const now = programme.at(this.clock.now());
      const dueOf = ({ dueAt }: MemberRow) => (dueAt && dueAt < now ? dueAt : now);
      const since = new Date(
        Math.min(...members.map((member) => dueOf(member).getTime())) - tiers.windowDays * dayMs,
      );
      const rows = await tx.query<EarnedDayRow[]>(earnedDays('$1::uuid[]', '$2::timestamptz'), [
        members.map(({ id }) => id),
        since,
      ]);
      const days = groupBy(rows, ({ memberId }) => memberId);
      const kept = members.map((member): KeptMember => {
        const before = { tier: member.tier, falling: fallOf(member) };
        const earned = (days.get(member.id) ?? []).map(earnedDayOf);
        return { ...member, ...keepTier(before, earned, tiers, { since: dueOf(member), now }) };
      });
      await this.write(tx, programme, kept);
      return true;
    });
  }

  /** Those who waited longest, and those who were not looked at since tiers were declared anew. */
  private lockDue(tx: Tx, programme: Programme): Promise<MemberRow[]> {
    return tx.query<MemberRow[]>(
      `SELECT id, external_id AS "externalId", tier, tier_falls_at AS "fallsAt", tier_falls_to AS "fallsTo",
              tier_due_at AS "dueAt"
       FROM loyalty.members
       WHERE id IN (
         SELECT id FROM (
           SELECT id FROM loyalty.members WHERE programme_id = $1 AND tier_due_at <= $2 ORDER BY tier_due_at LIMIT $4
         ) AS due
         UNION
         SELECT id FROM (
           SELECT id FROM loyalty.members WHERE programme_id = $1 AND tier_revision < $3 LIMIT $4
         ) AS undecided
       )
       ORDER BY id FOR NO KEY UPDATE`,
      [programme.id, programme.at(this.clock.now()), programme.tierRevision, membersAtOnceMax],
    );
  }

  private async write(tx: Tx, programme: Programme, members: readonly KeptMember[]): Promise<void> {
    await tx.query(
      `UPDATE loyalty.members
       SET tier = new.tier, tier_falls_at = new.falls_at, tier_falls_to = new.falls_to, tier_due_at = new.due_at,
           tier_revision = $1
       FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::timestamptz[])
         AS new (id, tier, falls_at, falls_to, due_at)
       WHERE members.id = new.id`,
      [
        programme.tierRevision,
        members.map(({ id }) => id),
        members.map(({ kept }) => kept.tier),
        members.map(({ kept }) => kept.falling?.at ?? null),
        members.map(({ kept }) => kept.falling?.to ?? null),
        members.map(({ dueAt }) => dueAt),
      ],
    );
    const news = members.flatMap((member) => member.told.map((change) => newsOf(member, change)));
    if (news.length === 0) return;
    await leaveNews(tx, programme, news);
    this.signals.raiseAfterCommit(LOYALTY_NEWS_SIGNAL);
  }
}

function fallOf({ fallsAt, fallsTo }: MemberRow) {
  return fallsAt && { at: fallsAt, to: fallsTo };
}

function newsOf({ id: memberId, externalId }: MemberRow, change: TierChange): TierNews {
  const { type, from, to, earned } = change;
  const at = change.at.toISOString();
  const data = { memberId, externalId, from, to, earned };
  return type === 'member.tier_changed'
    ? { type, at, data }
    : { type, at, data: { ...data, fallsAt: change.fallsAt.toISOString() } };
}
