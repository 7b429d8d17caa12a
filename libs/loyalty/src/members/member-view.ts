/** A member as they are told: what they can use by now, whether or not what time has moved was written down yet. */
import type { Pocket } from '../ledger/account';
import { Book } from '../ledger/book';
import { pocketOf, type PocketRow } from '../ledger/ledger-reading';
import { exactPoints } from '../ledger/points';
import { standingAt, type EarnedDay } from '../tiers/tier-standing';
import { Programme, type ProgrammeRow } from '../programmes/programme';

export interface MemberSumsView {
  externalId: string;
  /** What can be used now. */
  balance: number;
  /** What can be used later. */
  pending: number;
  /** What is set aside. */
  held: number;
}

export interface MemberView extends MemberSumsView {
  name: string | null;
  email: string | null;
  joinedAt: Date;
  /** Orders of the shop earn them points: it is known which customer they are. */
  isCustomer: boolean;
  /** By what they have earned; null for none. */
  tier: string | null;
}

export interface MemberRow {
  id: string;
  externalId: string;
  name: string | null;
  email: string | null;
  joinedAt: Date;
  isCustomer: boolean;
  /** As it was when somebody looked at it last. */
  tier: string | null;
  /** It may be another by now. */
  tierIsDue: boolean;
  balance: string;
  pending: string;
  held: string;
  due: PocketRow[] | null;
  programme: ProgrammeRow;
}

/** What time it is in the programme. */
export const clock = (now: string) =>
  `${now}::timestamptz + programme.clock_ahead_ms * interval '1 millisecond'`;
/** Of a row of `members` beside the row of its `programme`. @param now what time it is by our clock, as SQL */
export const memberColumns = (now: string) => `
  members.id, external_id AS "externalId", name, email, joined_at AS "joinedAt",
  customer_id IS NOT NULL AS "isCustomer", balance, pending, held, tier,
  (members.tier_revision < programme.tier_revision OR coalesce(members.tier_due_at <= ${clock(now)}, false)) AS "tierIsDue",
  (SELECT json_agg(pocket) FROM (
     SELECT id, member_id AS "memberId", kind, balance, due_at AS "dueAt", expires_at AS "expiresAt", hold_id AS "holdId"
     FROM loyalty.accounts
     WHERE member_id = members.id AND due_at <= ${clock(now)}
   ) AS pocket) AS due,
  to_json(programme) AS programme`;

/** @param earned what the member has earned, where the tier is due to be looked at */
export function viewOf(row: MemberRow, now: Date, earned: readonly EarnedDay[]): MemberView {
  const { id, externalId, name, email, joinedAt, isCustomer, due, tierIsDue } = row;
  const programme = new Programme(row.programme);
  const { tiers } = programme;
  const sums = {
    ...{ memberId: id, externalId },
    ...{ balance: exactPoints(row.balance), pending: exactPoints(row.pending), held: exactPoints(row.held) },
  };
  const settled = settledBy(
    programme.at(now),
    new Book(sums, [undated(id), ...(due ?? []).map(pocketOf)], programme.thresholds),
  );
  const tier = tierIsDue ? tiers && standingAt(programme.at(now), earned, tiers).tier : row.tier;
  return { externalId, ...settled, name, email, joinedAt, isCustomer, tier };
}

/** What a book says once time has moved what it moves until then. */
export function settledBy(at: Date, book: Book): Pick<MemberView, 'balance' | 'pending' | 'held'> {
  book.settle(at);
  const { balance, pending, held } = book;
  return { balance, pending, held };
}

/** Stands in for the pocket without a date, whose own balance does not matter here. */
export function undated(memberId: string): Pocket {
  return { id: memberId, kind: 'available', balance: 0, dueAt: null, expiresAt: null, holdId: null };
}
