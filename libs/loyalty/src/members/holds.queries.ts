/** What of a member's points is set aside at this moment, for what and until when. */
import { Injectable } from '@nestjs/common';
import { Clock, type Page } from '@plaza/platform';
import { exactPoints } from '../ledger/points';
import { memberUnknown } from '../loyalty.errors';
import type { ProgrammeName } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';
import { clock } from './member-view';

export interface HoldView {
  /** By which it is captured or released. */
  id: string;
  points: number;
  description: string | null;
  sourceId: string | null;
  at: Date;
  expiresAt: Date;
}

type HoldRow = Omit<HoldView, 'points'> & { points: string };
/** A member without holds is one row of nothing. */
type Row = HoldRow | { id: null };

/** A hold ends within weeks, so there are more at once only where something goes wrong. */
export const holdsShownMax = 100;

const holds = `
  SELECT held.*, description, source_id AS "sourceId", at
  FROM loyalty.members LEFT JOIN (
    LATERAL (
      SELECT hold_id AS id, sum(balance) AS points, min(due_at) AS "expiresAt"
      FROM loyalty.accounts
      WHERE member_id = members.id AND kind = 'held' AND balance > 0 AND due_at > ${clock('$4')}
      GROUP BY hold_id ORDER BY min(due_at), hold_id LIMIT $5
    ) AS held
    JOIN loyalty.entries ON act_id = held.id AND leg = 1
  ) ON true
  WHERE members.programme_id = programme.id AND external_id = $3
  ORDER BY "expiresAt", held.id`;

@Injectable()
export class HoldsQueries {
  constructor(
    private readonly programmes: Programmes,
    private readonly clock: Clock,
  ) {}

  /**
   * Those that end first come first; at most a hundred.
   * @throws PlazaError `loyalty.member-unknown`
   */
  async of(name: ProgrammeName, externalId: string): Promise<Page<HoldView>> {
    const parameters = [externalId, this.clock.now(), holdsShownMax];
    const rows = await this.programmes.read<Row>(name, holds, parameters);
    if (rows.length === 0) throw memberUnknown(externalId);
    return { items: rows.flatMap((row) => (row.id === null ? [] : [viewOf(row)])), next: null };
  }
}

function viewOf({ points, ...rest }: HoldRow): HoldView {
  return { ...rest, points: exactPoints(points) };
}
