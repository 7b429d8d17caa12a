/** Asks the entries what members have earned, day by day: what was accrued, less what was taken back of it. */
import { exactPoints } from '../ledger/points';
import type { EarnedDay } from './tier-standing';

export interface EarnedDayRow {
  memberId: string;
  /** RFC 3339. */
  day: string;
  points: string | number;
}

/**
 * SQL for rows of `"memberId"`, `day` and `points`.
 * @param members SQL for an array of ids
 * @param since SQL for an instant: days from that of this one on
 */
export const earnedDays = (members: string, since: string) => `
  SELECT member_id AS "memberId", to_char(day, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS day, sum(points)::bigint AS points
  FROM (
    SELECT accruals.member_id, date_trunc('day', accruals.at AT TIME ZONE 'UTC') AS day, accruals.act_points AS points
    FROM loyalty.entries AS accruals
    WHERE accruals.member_id = ANY (${members}) AND accruals.at >= date_trunc('day', ${since}, 'UTC')
      AND accruals.category = 'accrual' AND accruals.leg = 1
    UNION ALL
    SELECT accruals.member_id, date_trunc('day', accruals.at AT TIME ZONE 'UTC'), -reversals.act_points
    FROM loyalty.entries AS reversals
    JOIN loyalty.entries AS accruals ON accruals.act_id = reversals.reverses_id AND accruals.leg = 1
    WHERE reversals.member_id = ANY (${members}) AND reversals.at >= date_trunc('day', ${since}, 'UTC')
      AND reversals.category = 'reversal' AND reversals.leg = 1
      AND accruals.category = 'accrual' AND accruals.at >= date_trunc('day', ${since}, 'UTC')
  ) AS moved
  GROUP BY member_id, day`;

export function earnedDayOf({ day, points }: EarnedDayRow): EarnedDay {
  return { day: new Date(day), points: exactPoints(points) };
}
