/** Points that orders earned, or should have, as orders and refunds are held against them; of programmes that are meant in earnest. */
import { Injectable } from '@nestjs/common';
import { Database } from '@plaza/platform';
import { exactPoints } from '../ledger/points';
import { pointsToTakeBack } from '../rules/earn';
import { earningRulesOf, type EarningRules } from '../rules/earning-rules';
import type { GivenBack } from '../rules/earning.service';

export interface ReconciledPoints {
  entryId: string;
  partnerId: string;
  orderId: string;
  points: number;
  /** How many of them were taken back, by whomever. */
  takenBack: number;
  at: Date;
}

/** Points that were to go with money which was given back, and of which nobody heard. */
export interface PointsLeft extends ReconciledPoints {
  /** So many of them were to have been taken back by then. */
  toTakeBack: number;
  refund: DatedRefund;
}

export interface DatedRefund extends GivenBack {
  at: Date;
}

/** An order that was paid when its customer took part in a programme, and has no entry there. */
export interface Unearned {
  orderId: string;
  partnerId: string;
  /** Those that were in force then: what it comes to by them may be nothing. */
  rules: EarningRules;
}

interface Row extends Omit<ReconciledPoints, 'points' | 'takenBack'> {
  points: string;
  takenBack: string;
  /** What was given back, as far as anybody heard of it. */
  refunded: number;
}

const columns = `of_entry AS "entryId", of_partner AS "partnerId", of_order AS "orderId", points, gone AS "takenBack",
  refunded::float8 AS refunded, entered AS at`;

@Injectable()
export class ReconciledPointsQueries {
  constructor(private readonly database: Database) {}

  /** Entered in the span because of an order, by when they were, at most `limit` from after one of them on. */
  async earnedIn(
    { from, to }: { from: Date; to: Date },
    limit: number,
    after?: ReconciledPoints,
  ): Promise<ReconciledPoints[]> {
    const rows = await this.database.readReplica<Row>(
      `SELECT ${columns} FROM loyalty.earned_by_orders($1, $2, $3, $4)`,
      [after?.at ?? from, to, after?.entryId ?? null, limit],
    );
    return rows.map(pointsOf);
  }

  /** Of what these orders earned: points that should have gone with their money. */
  async leftAfter(refunds: readonly DatedRefund[]): Promise<PointsLeft[]> {
    const rows = await this.database.readReplica<Row>(`SELECT ${columns} FROM loyalty.earned_by($1)`, [
      refunds.map(({ orderId }) => orderId),
    ]);
    const byOrder = new Map(refunds.map((refund) => [refund.orderId, refund]));
    return rows.flatMap((row) => {
      const refund = byOrder.get(row.orderId);
      if (!refund || row.refunded >= refund.refunded) return [];
      const points = pointsOf(row);
      const toTakeBack = pointsToTakeBack(points.points, refund);
      return toTakeBack > points.takenBack ? [{ ...points, toTakeBack, refund }] : [];
    });
  }

  /** In which programmes these orders could have earned something and have not. */
  async unearned(
    orders: readonly { id: string; customerId: string | null; paidAt: Date | null }[],
  ): Promise<Unearned[]> {
    const rows = await this.database.readReplica<Omit<Unearned, 'rules'> & { rules: unknown }>(
      `SELECT of_order AS "orderId", of_partner AS "partnerId", in_force AS rules FROM loyalty.unearned($1, $2, $3)`,
      [
        orders.map(({ id }) => id),
        orders.map(({ customerId }) => customerId),
        orders.map(({ paidAt }) => paidAt),
      ],
    );
    return rows.flatMap(({ rules: declared, ...row }) => {
      const rules = earningRulesOf(declared);
      return rules ? [{ ...row, rules }] : [];
    });
  }
}

function pointsOf({ refunded, points, takenBack, ...row }: Row): ReconciledPoints {
  return { ...row, points: exactPoints(points), takenBack: exactPoints(takenBack) };
}
