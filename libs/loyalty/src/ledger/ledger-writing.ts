/** The statement that writes what was decided for many members at once: accounts, sums, entries, news and events. */
import type { Announcement, OpenStatement, Outbox } from '@plaza/messaging';
import type { Tx } from '@plaza/platform';
import { LOYALTY_TOPIC, type LoyaltyFact } from '../loyalty.events';
import type { Programme } from '../programmes/programme';
import type { Pocket, ProgrammeAccountKind } from './account';
import { makesTiers, type Act } from './act';
import type { Book, Journal } from './book';
import type { Stripe } from './ledger-reading';

export interface Decided {
  programme: Programme;
  books: readonly Book[];
  journal: Journal;
  stripe: Stripe;
}

/** All of it in one statement, the events with it. */
export async function writeDecided(tx: Tx, outbox: Outbox, decided: Decided): Promise<void> {
  const { programme, journal } = decided;
  const announcements = journal.acts.flatMap((act): Announcement[] => {
    const fact = factOf(act, programme);
    return fact ? [{ fact, occurredAt: act.at, ...(act.context && { context: act.context }) }] : [];
  });
  await outbox.addWithin(tx, LOYALTY_TOPIC, announcements, statement(decided));
}

function statement({ programme, books, journal, stripe }: Decided): OpenStatement {
  const opened = books.flatMap((book) => book.opened.map((pocket) => ({ pocket, memberId: book.memberId })));
  const changed = books.flatMap(({ changes }) => changes);
  const own = [...programmeChanges(journal.acts)].flatMap(([kind, by]) => {
    return by === 0 ? [] : [{ id: idIn(stripe, kind), by }];
  });
  const earnedAt = earliestEarning(journal.acts);
  const legs = journal.acts.flatMap((act) => act.legs.map((leg, at) => ({ act, leg, at })));
  return {
    sql,
    parameters: [
      ...[programme.name.partnerId, programme.id],
      ...columns(opened, [
        ({ pocket }) => pocket.id,
        ({ pocket }) => pocket.kind,
        ({ memberId }) => memberId,
        ({ pocket }) => pocket.balance,
        ({ pocket }) => (pocket.balance === 0 ? null : pocket.dueAt),
        ({ pocket }) => pocket.expiresAt,
        ({ pocket }) => pocket.holdId,
      ]),
      ...columns(changed, [({ id }) => id, ({ by }) => by]),
      ...columns(own, [({ id }) => id, ({ by }) => by]),
      ...columns(books, [
        ({ memberId }) => memberId,
        ({ balance }) => balance,
        ({ pending }) => pending,
        ({ held }) => held,
        ({ memberId }) => earnedAt.get(memberId) ?? null,
      ]),
      journal.news.length === 0 ? null : JSON.stringify(journal.news),
      ...columns(legs, [
        ({ act }) => act.id,
        ({ at }) => at + 1,
        ({ act }) => act.memberId,
        ({ act }) => act.category,
        ({ leg }) => accountId(leg.from, stripe),
        ({ leg }) => accountId(leg.to, stripe),
        ({ leg }) => leg.points,
        ({ act }) => act.at,
        ...saidOfAct.map(
          (field) =>
            ({ act, at }: (typeof legs)[number]) =>
              at === 0 ? act[field] : null,
        ),
      ]),
    ],
  };
}

/** Since when what members have earned may make another tier, by member. */
function earliestEarning(acts: readonly Act[]): Map<string, Date> {
  const earned = new Map<string, Date>();
  for (const { memberId, category, at } of acts) {
    if (makesTiers.includes(category) && !earned.has(memberId)) earned.set(memberId, at);
  }
  return earned;
}

/** Stands on an act's first entry. */
const saidOfAct = [
  ...(['points', 'balance', 'description', 'occurredAt', 'sourceId', 'availableFrom', 'expiresAt'] as const),
  ...(['counterpartId', 'holdId', 'reversesId'] as const),
] as const;

const sql = (added: string) => `
  WITH opened AS (
    INSERT INTO loyalty.accounts (id, partner_id, programme_id, kind, member_id, balance, due_at, expires_at, hold_id)
    SELECT id, $1, $2, kind, member_id, balance, due_at, expires_at, hold_id
    FROM unnest($3::uuid[], $4::text[], $5::uuid[], $6::bigint[], $7::timestamptz[], $8::timestamptz[], $9::uuid[])
      AS pocket (id, kind, member_id, balance, due_at, expires_at, hold_id)
  ), changed AS (
    UPDATE loyalty.accounts
    SET balance = accounts.balance + change.by,
        due_at = CASE WHEN accounts.balance + change.by <> 0 THEN accounts.due_at END
    FROM unnest($10::uuid[], $11::bigint[]) AS change (id, by)
    WHERE accounts.id = change.id
  ), own AS MATERIALIZED (
    SELECT accounts.id, change.by
    FROM loyalty.accounts JOIN unnest($12::uuid[], $13::bigint[]) AS change (id, by) ON accounts.id = change.id
    ORDER BY accounts.kind FOR NO KEY UPDATE OF accounts
  ), striped AS (
    UPDATE loyalty.accounts SET balance = accounts.balance + own.by FROM own WHERE accounts.id = own.id
  ), counted AS (
    UPDATE loyalty.members
    SET balance = sums.balance, pending = sums.pending, held = sums.held,
        tier_due_at = least(members.tier_due_at,
          CASE WHEN (SELECT tiers IS NOT NULL FROM loyalty.programmes WHERE id = $2) THEN sums.earned_at END)
    FROM unnest($14::uuid[], $15::bigint[], $16::bigint[], $17::bigint[], $18::timestamptz[])
      AS sums (id, balance, pending, held, earned_at)
    WHERE members.id = sums.id
  ), told AS (
    INSERT INTO loyalty.news (partner_id, programme_id, items) SELECT $1, $2, $19::jsonb WHERE $19 IS NOT NULL
  )${added}
  INSERT INTO loyalty.entries
    (partner_id, programme_id, act_id, leg, member_id, category, from_account_id, to_account_id, points, at,
     act_points, balance_after, description, occurred_at, source_id, available_from, expires_at, counterpart_id,
     hold_id, reverses_id)
  SELECT $1, $2, act_id, leg, member_id, category, from_account_id, to_account_id, points, at,
         act_points, balance_after, description, occurred_at, source_id, available_from, expires_at, counterpart_id,
         hold_id, reverses_id
  FROM unnest($20::uuid[], $21::smallint[], $22::uuid[], $23::text[], $24::uuid[], $25::uuid[], $26::bigint[],
              $27::timestamptz[], $28::bigint[], $29::bigint[], $30::text[], $31::timestamptz[], $32::text[],
              $33::timestamptz[], $34::timestamptz[], $35::uuid[], $36::uuid[], $37::uuid[])
    WITH ORDINALITY
    AS entry (act_id, leg, member_id, category, from_account_id, to_account_id, points, at, act_points, balance_after,
              description, occurred_at, source_id, available_from, expires_at, counterpart_id, hold_id, reverses_id, place)
  ORDER BY place`;

/** By how much the programme's own accounts change. What passes through it leaves nothing. */
function programmeChanges(acts: readonly Act[]): Map<ProgrammeAccountKind, number> {
  const changes = new Map<ProgrammeAccountKind, number>();
  const add = (side: Pocket | ProgrammeAccountKind, by: number) => {
    if (typeof side === 'string') changes.set(side, (changes.get(side) ?? 0) + by);
  };
  for (const { from, to, points } of acts.flatMap(({ legs }) => legs)) {
    add(from, -points);
    add(to, points);
  }
  return changes;
}

function accountId(side: Pocket | ProgrammeAccountKind, stripe: Stripe): string {
  return typeof side === 'string' ? idIn(stripe, side) : side.id;
}

function idIn(stripe: Stripe, kind: ProgrammeAccountKind): string {
  const id = stripe.get(kind);
  if (id === undefined) throw new Error(`The programme has no account for what is ${kind}`);
  return id;
}

function columns<Row>(rows: readonly Row[], fields: ((row: Row) => unknown)[]): unknown[][] {
  return fields.map((field) => rows.map(field));
}

/** What is announced of an act; nothing of what only moves points between pockets, or from member to member. */
function factOf(act: Act, { name }: Programme): LoyaltyFact | undefined {
  const { memberId, externalId, id: entryId, points, balance, reversesId } = act;
  const data = { ...name, memberId, knownAs: externalId, entryId, points, balance };
  switch (act.category) {
    case 'accrual': {
      const [availableFrom, expiresAt] = [act.availableFrom, act.expiresAt].map(
        (date) => date?.toISOString() ?? null,
      );
      return {
        type: 'points-accrued',
        key: memberId,
        data: { ...data, availableFrom: availableFrom ?? null, expiresAt: expiresAt ?? null },
      };
    }
    case 'redemption':
    case 'capture':
      return { type: 'points-redeemed', key: memberId, data };
    case 'reversal':
      return { type: 'points-reversed', key: memberId, data: { ...data, reversedEntryId: reversesId ?? '' } };
    case 'expiry':
      return { type: 'points-expired', key: memberId, data };
    default:
      return undefined;
  }
}
