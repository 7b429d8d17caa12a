/**
 * Holds points against orders: those that were earned must have a paid order, what was given back must have taken its points along,
 * and what was paid must have earned what the rules of that moment gave.
 */
import { Injectable } from '@nestjs/common';
import { CatalogQueries } from '@plaza/catalog';
import {
  earn,
  purchasedLines,
  ReconciledPointsQueries,
  type DatedRefund,
  type ReconciledPoints,
} from '@plaza/loyalty';
import { OrdersQueries, ReconciledOrdersQueries, type ReconciledOrder } from '@plaza/orders';
import { ReconciledPaymentsQueries, type ReconciledRefund } from '@plaza/payments';
import type { Span } from '../weeks/week';
import type { Drift } from './drift';
import { driftOfLeft, driftOfUnearned, driftsOfEarned } from './drift-of-points';
import { inPages, pageMax } from './in-pages';

type Note = (drifts: readonly Drift[]) => Promise<void>;

@Injectable()
export class PointsReconciliation {
  constructor(
    private readonly points: ReconciledPointsQueries,
    private readonly reconciled: ReconciledOrdersQueries,
    private readonly payments: ReconciledPaymentsQueries,
    private readonly orders: OrdersQueries,
    private readonly catalog: CatalogQueries,
  ) {}

  /** @returns how many entries were looked at */
  lookAtEarned(span: Span, note: Note): Promise<number> {
    return inPages(
      (after?: ReconciledPoints) => this.points.earnedIn(span, pageMax, after),
      async (page) => {
        const orders = await this.reconciled.byId(page.map(({ orderId }) => orderId));
        await note(page.flatMap((points) => driftsOfEarned(points, orders.get(points.orderId))));
      },
    );
  }

  async lookAtRefunds(span: Span, note: Note): Promise<void> {
    await inPages(
      (after?: ReconciledRefund) => this.payments.refundedIn(span, pageMax, after),
      async (page) => {
        const refunds = new Map(page.map((refund) => [refund.paymentId, refund]));
        const orders = await this.orders.paidBy([...refunds.keys()]);
        const left = await this.points.leftAfter(orders.flatMap((order) => refundOf(order, refunds)));
        await note(left.map(driftOfLeft));
      },
    );
  }

  /** @param paid some of those that were; what was given back as a whole need earn nothing */
  async ofPaid(paid: readonly ReconciledOrder[]): Promise<Drift[]> {
    const ofCustomers = paid.filter(({ customerId, status }) => customerId !== null && status !== 'refunded');
    const unearned = await this.points.unearned(ofCustomers);
    if (unearned.length === 0) return [];
    const orders = await this.orders.byId(unearned.map(({ orderId }) => orderId));
    const categories = await this.catalog.categoriesOf([...orders.values()].flatMap(({ items }) => items));
    return unearned.flatMap((each): Drift[] => {
      const order = orders.get(each.orderId);
      if (!order?.paidAt || order.currency === null) return [];
      const { items, currency, branchId, paidAt } = order;
      const purchase = { lines: purchasedLines(items, categories), currency, branchId };
      const { points } = earn(purchase, each.rules, paidAt);
      return points === 0 ? [] : [driftOfUnearned({ ...each, points, paidAt })];
    });
  }
}

function refundOf(
  { id: orderId, number, paymentId }: { id: string; number: string; paymentId: string },
  refunds: ReadonlyMap<string, ReconciledRefund>,
): DatedRefund[] {
  const refund = refunds.get(paymentId);
  if (!refund) return [];
  const { refunded, captured, settledAt: at } = refund;
  return [{ orderId, number, refunded, captured, at }];
}
