/**
 * The statements that lock members and read what stands. Whoever writes a member's accounts has the member locked, members in the
 * order of their ids, and locks a stripe of the programme's accounts after that: so nobody waits in a circle, and what is read
 * after the lock stands until the commit.
 */
import { groupBy, prepared, type Tx } from '@plaza/platform';
import type { Programme } from '../programmes/programme';
import type { Pocket, ProgrammeAccountKind } from './account';
import type { RecordedAct } from './act';
import type { MemberSums } from './book';
import type { Command } from './commands';
import { nothingStands, type Standing } from './ledger';
import { exactPoints } from './points';
import type { ReversibleAct } from './reversal';

export interface LockedMember extends MemberSums {
  /** Something of theirs is to be spent. */
  spends: boolean;
}

/** Accounts of the programme that one transaction writes, by kind. */
export type Stripe = ReadonlyMap<ProgrammeAccountKind, string>;

export interface Read {
  pockets: Map<string, Pocket[]>;
  standing: Standing;
  stripe: Stripe;
}

/** So many pockets with a date of their own can be emptied at once. */
export const pocketsMax = 1_000;

/** What the commands name. */
export interface Named {
  externalIds: string[];
  spenders: Set<string>;
  memberIds: string[];
  holdIds: string[];
  entryIds: string[];
  sourceIds: string[];
}

export function namedBy(commands: readonly Command[]): Named {
  const named: Named = {
    ...{ externalIds: [], memberIds: [], holdIds: [], entryIds: [], sourceIds: [] },
    spenders: new Set(),
  };
  for (const command of commands) {
    if ('externalId' in command) named.externalIds.push(command.externalId);
    if ('sourceId' in command) named.sourceIds.push(command.sourceId);
    if ('holdId' in command) named.holdIds.push(command.holdId);
    if (command.does === 'transfer') named.externalIds.push(command.from, command.to);
    if (command.does === 'transfer') named.spenders.add(command.from);
    if (command.does === 'redeem' || command.does === 'hold') named.spenders.add(command.externalId);
    if ('entryId' in command) named.entryIds.push(command.entryId);
  }
  return named;
}

interface MemberRow {
  id: string;
  external_id: string;
  balance: string;
  pending: string;
  held: string;
}

const membersNamed = `
  SELECT id, external_id, balance, pending, held FROM loyalty.members
  WHERE id IN (
    SELECT member.id FROM unnest($2::text[]) AS named (external_id) CROSS JOIN LATERAL (
      SELECT id FROM loyalty.members WHERE programme_id = $1 AND external_id = named.external_id OFFSET 0
    ) AS member
    UNION SELECT id FROM loyalty.members WHERE programme_id = $1 AND id = ANY ($3::uuid[])
    UNION SELECT member_id FROM loyalty.accounts WHERE programme_id = $1 AND hold_id = ANY ($4::uuid[])
    UNION SELECT member_id FROM loyalty.entries WHERE programme_id = $1 AND act_id = ANY ($5::uuid[]) AND leg = 1
  )
  ORDER BY id FOR NO KEY UPDATE`;

export async function lockMembers(tx: Tx, programme: Programme, named: Named): Promise<LockedMember[]> {
  const rows = await tx.query<MemberRow[]>(prepared(membersNamed), [
    programme.id,
    [...new Set(named.externalIds)],
    named.memberIds,
    named.holdIds,
    named.entryIds,
  ]);
  return rows.map(({ id, external_id: externalId, balance, pending, held }) => ({
    ...{ memberId: id, externalId, spends: named.spenders.has(externalId) || named.entryIds.length > 0 },
    ...{ balance: exactPoints(balance), pending: exactPoints(pending), held: exactPoints(held) },
  }));
}

/** As it stands after the lock. @param at by the programme's clock */
export async function readStanding(
  tx: Tx,
  programme: Programme,
  members: readonly LockedMember[],
  named: Named,
  { at, stripe }: { at: Date; stripe: number },
): Promise<Read> {
  const [row] = await tx.query<
    { pockets: PocketRow[] | null; acts: ActRow[] | null; stripe: Record<ProgrammeAccountKind, string> }[]
  >(prepared(standingNamed), [
    ...[programme.id, members.map(({ memberId }) => memberId), at],
    members.flatMap(({ memberId, spends }) => (spends ? [memberId] : [])),
    ...[named.holdIds, named.entryIds, named.sourceIds, stripe, pocketsMax],
  ]);
  if (!row) throw new Error('One row was asked for and none came');
  return {
    pockets: pocketsByMember(row.pockets ?? []),
    standing: standingOf(row.acts ?? []),
    stripe: new Map(Object.entries(row.stripe) as [ProgrammeAccountKind, string][]),
  };
}

const pocketColumns = `id, member_id AS "memberId", kind, balance, due_at AS "dueAt", expires_at AS "expiresAt", hold_id AS "holdId"`;

const pocketsNamed = `
  SELECT ${pocketColumns} FROM loyalty.accounts WHERE id = ANY ($2::uuid[])
  UNION SELECT ${pocketColumns} FROM loyalty.accounts WHERE member_id = ANY ($2::uuid[]) AND due_at <= $3
  UNION SELECT pocket.* FROM unnest($4::uuid[]) AS spender
  CROSS JOIN LATERAL (
    SELECT ${pocketColumns} FROM loyalty.accounts
    WHERE member_id = spender AND due_at > $3 AND kind = 'available' ORDER BY due_at LIMIT $9
  ) AS pocket
  UNION SELECT ${pocketColumns} FROM loyalty.accounts WHERE programme_id = $1 AND hold_id = ANY ($5::uuid[])
  UNION SELECT ${pocketColumns} FROM loyalty.accounts
  WHERE kind = 'pending'
    AND id IN (SELECT to_account_id FROM loyalty.entries WHERE programme_id = $1 AND act_id = ANY ($6::uuid[]))`;

export const actColumns = `act_id AS id, member_id AS "memberId", category, act_points AS points, at, balance_after AS balance,
  description, occurred_at AS "occurredAt", source_id AS "sourceId", available_from AS "availableFrom",
  expires_at AS "expiresAt", counterpart_id AS "counterpartId", hold_id AS "holdId", reverses_id AS "reversesId"`;

/** The first leg of a hold's acts is told by its points: by its number an empty ledger would look for it, and keep to that. */
const actsNamed = `
  SELECT 'source' AS "foundBy", ${actColumns}, NULL::json AS legs FROM loyalty.entries
  WHERE programme_id = $1 AND source_id = ANY ($7::text[])
  UNION ALL
  SELECT 'reversal', ${actColumns}, NULL FROM loyalty.entries WHERE programme_id = $1 AND reverses_id = ANY ($6::uuid[])
  UNION ALL
  SELECT 'hold', ${actColumns}, NULL FROM loyalty.entries
  WHERE programme_id = $1 AND hold_id = ANY ($5::uuid[]) AND act_points IS NOT NULL
  UNION ALL
  SELECT 'id', ${actColumns}, (
    SELECT json_agg(json_build_object('pocketId', pocket.id, 'expiresAt', pocket.expires_at, 'points', entry.points))
    FROM loyalty.entries AS entry
    JOIN loyalty.accounts AS pocket
      ON pocket.id IN (entry.from_account_id, entry.to_account_id) AND pocket.member_id IS NOT NULL
    WHERE entry.act_id = entries.act_id
  ) FROM loyalty.entries WHERE programme_id = $1 AND act_id = ANY ($6::uuid[]) AND leg = 1`;

const standingNamed = `
  SELECT (SELECT json_agg(pocket) FROM (${pocketsNamed}) AS pocket) AS pockets,
         (SELECT json_agg(act) FROM (${actsNamed}) AS act) AS acts,
         (SELECT json_object_agg(kind, id) FROM loyalty.accounts
          WHERE programme_id = $1 AND stripe = $8::smallint) AS stripe`;

/** As JSON tells it: instants are texts. */
type Told<Row> = { [Key in keyof Row]: Date extends Row[Key] ? Exclude<Row[Key], Date> | string : Row[Key] };

export type PocketRow = Told<Pocket> & { memberId: string };

interface ActRow extends Told<RecordedAct> {
  foundBy: 'source' | 'hold' | 'reversal' | 'id';
  legs: Told<ReversibleAct['legs'][number]>[] | null;
}

function pocketsByMember(rows: readonly PocketRow[]): Map<string, Pocket[]> {
  const byMember = groupBy(rows, ({ memberId }) => memberId);
  return new Map([...byMember].map(([memberId, pockets]) => [memberId, pockets.map(pocketOf)]));
}

export function pocketOf({ id, kind, balance, dueAt, expiresAt, holdId }: PocketRow): Pocket {
  return {
    id,
    kind,
    balance: exactPoints(balance),
    dueAt: asInstant(dueAt),
    expiresAt: asInstant(expiresAt),
    holdId,
  };
}

function standingOf(rows: readonly ActRow[]): Standing {
  const standing = nothingStands();
  for (const row of rows) {
    const act = actOf(row);
    const { id, sourceId, holdId, reversesId } = act;
    if (row.foundBy === 'source') standing.bySource.set(sourceId ?? '', act);
    else if (row.foundBy === 'reversal') added(standing.reversalsOf, reversesId, act);
    else if (row.foundBy === 'hold') added(standing.byHold, holdId, act);
    else standing.byId.set(id, { ...act, legs: (row.legs ?? []).map(legOf) });
  }
  return standing;
}

function added(acts: Map<string, RecordedAct[]>, key: string | null, act: RecordedAct): void {
  acts.set(key ?? '', [...(acts.get(key ?? '') ?? []), act]);
}

function actOf({ foundBy, legs, ...row }: ActRow): RecordedAct {
  return {
    ...row,
    points: exactPoints(row.points),
    balance: exactPoints(row.balance),
    at: new Date(row.at),
    occurredAt: asInstant(row.occurredAt),
    availableFrom: asInstant(row.availableFrom),
    expiresAt: asInstant(row.expiresAt),
  };
}

function legOf({ pocketId, expiresAt, points }: NonNullable<ActRow['legs']>[number]) {
  return { pocketId, expiresAt: asInstant(expiresAt), points: exactPoints(points) };
}

function asInstant(told: string | null): Date | null {
  return told === null ? null : new Date(told);
}
