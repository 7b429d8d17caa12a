/** A member's statement: every act, the newest first, with what the member could use after it. */
import { Injectable } from '@nestjs/common';
import { readList, type CountedPage, type StaffPageWish } from '@plaza/platform';
import type { Category } from '../ledger/act';
import { exactPoints } from '../ledger/points';
import { memberUnknown } from '../loyalty.errors';
import type { ProgrammeName } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';

export interface StatementFilter extends StaffPageWish {
  category?: Category;
  /** From this instant on. */
  from?: Date;
  /** Before this instant. */
  to?: Date;
}

export interface EntryView {
  id: string;
  category: Category;
  points: number;
  balance: number;
  at: Date;
  description: string | null;
  occurredAt: Date | null;
  sourceId: string | null;
  availableFrom: Date | null;
  expiresAt: Date | null;
  /** The other member of a transfer. */
  counterpart: string | null;
  holdId: string | null;
  /** The entry that it takes back. */
  reverses: string | null;
}

type EntryRow = Omit<EntryView, 'points' | 'balance'> & { points: string; balance: string; position: string };

const columns = `
  act_id AS id, category, act_points AS points, balance_after AS balance, at, description, occurred_at AS "occurredAt",
  source_id AS "sourceId", available_from AS "availableFrom", expires_at AS "expiresAt", hold_id AS "holdId",
  reverses_id AS reverses, position,
  (SELECT external_id FROM loyalty.members WHERE members.id = entries.counterpart_id) AS counterpart`;

@Injectable()
export class StatementQueries {
  constructor(private readonly programmes: Programmes) {}

  /** @throws PlazaError `loyalty.member-unknown`; InvalidInput when `after` is no cursor */
  async of(
    name: ProgrammeName,
    externalId: string,
    { category, from, to, ...page }: StatementFilter,
  ): Promise<CountedPage<EntryView>> {
    const [member] = await this.programmes.readReplica<{ id: string }>(
      name,
      'SELECT members.id FROM loyalty.members WHERE programme_id = programme.id AND external_id = $3',
      [externalId],
    );
    if (!member) throw memberUnknown(externalId);
    const { conditions, read } = this.programmes.list(name, 'entries');
    conditions
      .add('entries.member_id = ?', member.id)
      .add('entries.leg = 1')
      .add('entries.category = ?', category)
      .add('entries.at >= ?', from)
      .add('entries.at < ?', to);
    const { items, ...rest } = await readList<EntryRow>(
      read,
      {
        table: 'loyalty.entries',
        columns,
        conditions,
        place: [
          ['at', 'instant'],
          ['position', 'number'],
        ],
        sort: '-at',
        placeOf: ({ at, position }) => [at.toISOString(), position],
      },
      page,
    );
    return { items: items.map(viewOf), ...rest };
  }
}

function viewOf({ position, points, balance, ...rest }: EntryRow): EntryView {
  return { ...rest, points: exactPoints(points), balance: exactPoints(balance) };
}
