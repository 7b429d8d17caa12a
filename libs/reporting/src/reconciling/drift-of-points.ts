/** What is wrong with points, by what orders and refunds say. */
import type { PointsLeft, ReconciledPoints, Unearned } from '@plaza/loyalty';
import type { ReconciledOrder } from '@plaza/orders';
import type { Drift } from './drift';

/** Of what an order earned that was never paid; of what was wholly taken back, nothing. */
export function driftsOfEarned(points: ReconciledPoints, order: ReconciledOrder | undefined): Drift[] {
  const { entryId, partnerId, orderId, at } = points;
  if ((order && order.paidAt !== null) || points.takenBack >= points.points) return [];
  return [
    {
      ...{ kind: 'points-without-payment', subject: entryId, occurredAt: at },
      rows: { points, order: order ?? null },
      correction: { does: 'reverse-points', partnerId, entryId, orderId, points: points.points },
    },
  ];
}

/** Money was given back, and its points stayed. With more given back it is another drift. */
export function driftOfLeft({ refund, ...points }: PointsLeft): Drift {
  const { at, ...givenBack } = refund;
  return {
    ...{ kind: 'points-not-taken-back', subject: `${points.entryId} ${String(givenBack.refunded)}` },
    ...{ occurredAt: at, rows: { points, refund: givenBack } },
    correction: { does: 'take-back-points', ...givenBack },
  };
}

/** An order was paid and earned nothing, where the rules gave it something. */
export function driftOfUnearned(missing: Unearned & { points: number; paidAt: Date }): Drift {
  const { orderId, partnerId, points, paidAt } = missing;
  return {
    ...{ kind: 'payment-without-points', subject: `${orderId} ${partnerId}`, occurredAt: paidAt },
    rows: { orderId, partnerId, points, paidAt },
    correction: { does: 'earn-points', partnerId, orderId },
  };
}
