/** Members as their partner sees them, now and at any instant that has passed. */
import { Injectable } from '@nestjs/common';
import {
  Clock,
  groupBy,
  InvalidInput,
  readList,
  replicaGraceMs,
  type CountedPage,
  type StaffPageWish,
} from '@plaza/platform';
import { Book } from '../ledger/book';
import { pocketOf, type PocketRow } from '../ledger/ledger-reading';
import { earnedDayOf, earnedDays, type EarnedDayRow } from '../tiers/earned-days';
import { memberUnknown } from '../loyalty.errors';
import { Programme, thresholdsDefault, type ProgrammeName } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';
import {
  memberColumns,
  settledBy,
  undated,
  viewOf,
  type MemberRow,
  type MemberSumsView,
  type MemberView,
} from './member-view';

export interface MemberFilter extends StaffPageWish {
  /** What the external id or the name begins with, in small or capital letters. */
  q?: string;
}

interface RowWithPockets {
  id: string;
  /** By the programme's clock. */
  now: Date;
  pockets: PocketRow[] | null;
}

export interface BalanceView extends MemberSumsView {
  asOf: Date;
}

/** No text that is written comes after it. */
const lastCharacter = '\u{10ffff}';

@Injectable()
export class MembersQueries {
  constructor(
    private readonly programmes: Programmes,
    private readonly clock: Clock,
  ) {}

  /** @throws PlazaError `loyalty.member-unknown` */
  async get(name: ProgrammeName, externalId: string): Promise<MemberView> {
    return (await this.getNow(name, externalId)).view;
  }

  /** @returns the member, and what time it is in their programme */
  private async getNow(name: ProgrammeName, externalId: string): Promise<{ view: MemberView; at: Date }> {
    const now = this.clock.now();
    const [row] = await this.programmes.readPrepared<MemberRow>(
      name,
      `SELECT ${memberColumns('$4')} FROM loyalty.members
       WHERE members.programme_id = programme.id AND external_id = $3`,
      [externalId, now],
    );
    if (!row) throw memberUnknown(externalId);
    const [view] = await this.viewsOf(name, [row], now);
    if (!view) throw new Error('Of one row there is one view');
    return { view, at: new Programme(row.programme).at(now) };
  }

  /**
   * The newest first.
   * @throws InvalidInput when `after` is no cursor
   */
  async list(name: ProgrammeName, { q, ...page }: MemberFilter): Promise<CountedPage<MemberView>> {
    const { conditions, read } = this.programmes.list(name, 'members');
    const now = this.clock.now();
    const at = `$${String(conditions.parameters.length + 1)}`;
    // The columns ask for it; where members are only counted it has to be spoken of, too.
    conditions.add('?::timestamptz IS NOT NULL', now);
    conditions.add(
      `((external_id >= ? AND external_id < ?) OR (plain_name >= loyalty.plain(?) AND plain_name < loyalty.plain(?) || ?))`,
      ...(q === undefined ? [undefined] : [q, q + lastCharacter, q, q, lastCharacter]),
    );
    const { items, ...rest } = await readList<MemberRow>(
      read,
      {
        table: 'loyalty.members',
        columns: memberColumns(at),
        conditions,
        place: [
          ['joined_at', 'instant'],
          ['id', 'uuid'],
        ],
        sort: '-joinedAt',
        placeOf: ({ joinedAt, id }) => [joinedAt.toISOString(), id],
      },
      page,
    );
    return { items: await this.viewsOf(name, items, now), ...rest };
  }

  /** Those whose tier is due to be looked at are few, and asked about apart. */
  private async viewsOf(name: ProgrammeName, rows: readonly MemberRow[], now: Date): Promise<MemberView[]> {
    const due = rows.filter(({ tierIsDue }) => tierIsDue);
    const [first] = due;
    const earned = first
      ? await this.programmes.read<EarnedDayRow>(name, earnedDays('$3::uuid[]', '$4::timestamptz'), [
          due.map(({ id }) => id),
          new Programme(first.programme).earnedSince(now),
        ])
      : [];
    const byMember = groupBy(earned, ({ memberId }) => memberId);
    return rows.map((row) => viewOf(row, now, (byMember.get(row.id) ?? []).map(earnedDayOf)));
  }

  /**
   * What a member had at an instant that has passed; now, unless told.
   * @throws PlazaError `loyalty.member-unknown`; InvalidInput when the instant is yet to come
   */
  async balance(name: ProgrammeName, externalId: string, asOf?: Date): Promise<BalanceView> {
    if (asOf === undefined) {
      const { view, at } = await this.getNow(name, externalId);
      const { balance, pending, held } = view;
      return { externalId, balance, pending, held, asOf: at };
    }
    const member = await this.rowWithPockets(name, externalId, asOf);
    if (asOf > member.now)
      throw new InvalidInput([{ pointer: '/asOf', detail: 'must not be in the future' }]);
    const pockets = (member.pockets ?? []).map(pocketOf);
    const sum = (kind: string) =>
      pockets.reduce((all, pocket) => all + (pocket.kind === kind ? pocket.balance : 0), 0);
    const sums = { balance: sum('available'), pending: sum('pending'), held: sum('held') };
    const known = pockets.some(({ id }) => id === member.id) ? pockets : [undated(member.id), ...pockets];
    const book = new Book({ memberId: member.id, externalId, ...sums }, known, thresholdsDefault);
    return { externalId, ...settledBy(asOf, book), asOf };
  }

  private async rowWithPockets(name: ProgrammeName, externalId: string, asOf: Date) {
    const now = this.clock.now();
    const sql = `SELECT members.id, $5::timestamptz + programme.clock_ahead_ms * interval '1 millisecond' AS now, (
         SELECT json_agg(json_build_object(
           'id', accounts.id, 'memberId', accounts.member_id, 'kind', kind, 'balance', moved.balance,
           'dueAt', due_at, 'expiresAt', expires_at, 'holdId', hold_id))
         FROM (
           SELECT account_id, sum(side.points)::bigint AS balance
           FROM loyalty.entries
           CROSS JOIN LATERAL (VALUES (to_account_id, entries.points), (from_account_id, -entries.points))
             AS side (account_id, points)
           WHERE entries.member_id = members.id AND at <= $4
           GROUP BY account_id HAVING sum(side.points) <> 0
         ) AS moved
         JOIN loyalty.accounts ON accounts.id = moved.account_id AND accounts.member_id = members.id
       ) AS pockets
       FROM loyalty.members WHERE members.programme_id = programme.id AND external_id = $3`;
    const parameters = [externalId, asOf, now];
    // What any machine of the partner wrote in the last seconds is in it, too: a replica may not have that.
    const [row] =
      asOf.getTime() > now.getTime() - replicaGraceMs
        ? await this.programmes.read<RowWithPockets>(name, sql, parameters)
        : await this.programmes.readReplica<RowWithPockets>(name, sql, parameters);
    if (!row) throw memberUnknown(externalId);
    return row;
  }
}
