/** What can be asked about reviews: what waits for a decision and why, and who decided what. */
import { Injectable } from '@nestjs/common';
import {
  Conditions,
  Database,
  readList,
  type Actor,
  type CountedPage,
  type StaffPageWish,
} from '@plaza/platform';
import type { Decision, ReviewReason } from './review-rows';

export interface ReviewView {
  id: string;
  paymentId: string;
  reasonCode: ReviewReason['code'];
  reason: string;
  beganAt: Date;
  /** Null as long as it waits. */
  decision: Decision | null;
  /** Why, in the words of who decided. */
  note: string | null;
  decidedBy: Actor | null;
  decidedAt: Date | null;
}

export interface ReviewFilter extends StaffPageWish {
  /** True for those that wait, false for those that were decided. */
  pending?: boolean;
  paymentId?: string;
}

const columns = `review_id AS id, payment_id AS "paymentId", reason_code AS "reasonCode", reason, began_at AS "beganAt",
  decision, note,
  CASE WHEN decided_at IS NOT NULL THEN json_build_object('kind', actor_kind, 'id', actor_id) END AS "decidedBy",
  decided_at AS "decidedAt"`;

@Injectable()
export class ReviewsQueries {
  constructor(private readonly database: Database) {}

  /**
   * Newest first.
   * @throws InvalidInput when `after` is no cursor
   */
  list({ pending, paymentId, ...page }: ReviewFilter): Promise<CountedPage<ReviewView>> {
    const conditions = new Conditions()
      .add('payment_id = ?', paymentId)
      .addIsSet('decided_at', pending === undefined ? undefined : !pending);
    return readList<ReviewView>(
      (sql, parameters) => this.database.readReplica(sql, parameters),
      {
        table: 'payments.reviews',
        columns,
        conditions,
        place: [
          ['began_at', 'instant'],
          ['review_id', 'uuid'],
        ],
        sort: '-beganAt',
        placeOf: ({ beganAt, id }) => [beganAt.toISOString(), id],
      },
      page,
    );
  }
}
