/**
 * Holds orders, payments, stock and points against each other, page by page over a span of time: a page of the one side is asked about
 * on the others, and what does not fit is kept as a drift. Nothing is looked at before events have had their time to arrive. What did not
 * fit before the span is looked at again, each at its own instant, until it does.
 */
import { Injectable } from '@nestjs/common';
import { ReconciledStockQueries, type ReconciledHold, type ReconciledSale } from '@plaza/catalog';
import { ReconciledOrdersQueries, type ReconciledOrder } from '@plaza/orders';
import { ReconciledPaymentsQueries, type ReconciledPayment } from '@plaza/payments';
import { Clock, groupBy } from '@plaza/platform';
import { readingAsOf } from '../reading-as-of';
import type { Span } from '../weeks/week';
import { driftsOfCapture, driftsOfHold, driftsOfPaid, driftsOfSale, type Drift } from './drift';
import { Drifts, type Unsettled } from './drifts';
import { inPages, pageMax } from './in-pages';
import { PointsReconciliation } from './points-reconciliation.service';

/** Within this time what one context knows has got to all others. */
const graceMs = 15 * 60_000;
/** So far back is looked every night: whoever was stopped for a week is made up for. */
const lookBackMs = 10 * 24 * 60 * 60_000;
/** Drifts from before that which are looked at again in one night. */
const againMax = 1_000;

export interface Reconciled {
  from: Date;
  to: Date;
  /** What was held against the others. */
  orders: number;
  payments: number;
  movements: number;
  /** Entries of points. */
  points: number;
  /** Drifts that were seen and are open. */
  drifts: number;
}

type Count = Pick<Reconciled, 'orders' | 'payments' | 'movements' | 'points' | 'drifts'>;

@Injectable()
export class Reconciliation {
  constructor(
    private readonly orders: ReconciledOrdersQueries,
    private readonly payments: ReconciledPaymentsQueries,
    private readonly stock: ReconciledStockQueries,
    private readonly points: PointsReconciliation,
    private readonly drifts: Drifts,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<Reconciled> {
    const beganAt = this.clock.now();
    const to = new Date(beganAt.getTime() - graceMs);
    const span = { from: new Date(to.getTime() - lookBackMs), to };
    const count: Count = { orders: 0, payments: 0, movements: 0, points: 0, drifts: 0 };
    const note = async (drifts: readonly Drift[]) => {
      count.drifts += await this.drifts.note(drifts, beganAt);
    };
    const unsettled = await this.drifts.unsettled(span.from, againMax);
    await readingAsOf(to, async () => {
      count.orders = await this.lookAtPaid(span, note);
      count.payments = await this.lookAtCaptures(span, note);
      count.movements = await this.lookAtSales(span, note);
      await this.lookAtHolds(to, note);
      count.points = await this.points.lookAtEarned(span, note);
      await this.points.lookAtRefunds(span, note);
      for (const drift of unsettled) await this.lookAgain(drift, to, note);
    });
    await this.drifts.closeGone(span, idsOf(unsettled), beganAt);
    return { ...span, ...count };
  }

  private lookAtPaid(span: Span, note: Note): Promise<number> {
    return inPages(
      (after?: ReconciledOrder) => this.orders.paidIn(span, pageMax, after),
      async (page) => {
        const payments = await this.payments.byId(page.flatMap(({ paymentId }) => paymentId ?? []));
        const holds = groupBy(await this.stock.holdsOf(idsOf(page)), ({ ownerId }) => ownerId);
        await note([
          ...page.flatMap((order) =>
            driftsOfPaid(order, payments.get(order.paymentId ?? ''), holds.get(order.id) ?? []),
          ),
          ...(await this.points.ofPaid(page)),
        ]);
      },
    );
  }

  private lookAtCaptures(span: Span, note: Note): Promise<number> {
    return inPages(
      (after?: ReconciledPayment) => this.payments.capturedIn(span, pageMax, after),
      async (page) => {
        const orders = await this.orders.byId(page.flatMap(({ orderId }) => orderId ?? []));
        await note(page.flatMap((payment) => driftsOfCapture(payment, orders.get(payment.orderId ?? ''))));
      },
    );
  }

  private lookAtSales(span: Span, note: Note): Promise<number> {
    return inPages(
      (after?: ReconciledSale) => this.stock.salesIn(span, pageMax, after),
      async (page) => {
        const orders = await this.orders.byId(page.flatMap(({ orderId }) => orderId ?? []));
        await note(page.flatMap((sale) => driftsOfSale(sale, orders.get(sale.orderId ?? ''))));
      },
    );
  }

  /** Hardly ever there are any, so the first ones are enough until these are mended. */
  private async lookAtHolds(to: Date, note: Note): Promise<void> {
    await this.noteHolds(await this.stock.overdueHolds(to, pageMax), note);
  }

  private async noteHolds(holds: readonly ReconciledHold[], note: Note): Promise<void> {
    const orders = await this.orders.byId(holds.map(({ ownerId }) => ownerId));
    await note(holds.flatMap((hold) => driftsOfHold(hold, orders.get(hold.ownerId))));
  }

  private async lookAgain({ kind, subject, occurredAt }: Unsettled, to: Date, note: Note): Promise<unknown> {
    const span = { from: occurredAt, to: new Date(occurredAt.getTime() + 1) };
    switch (kind) {
      case 'paid-without-capture':
      case 'paid-amount-differs':
      case 'paid-stock-not-used':
      case 'payment-without-points':
        return this.lookAtPaid(span, note);
      case 'capture-not-marked':
      case 'capture-without-order':
        return this.lookAtCaptures(span, note);
      case 'movement-without-cause':
        return this.lookAtSales(span, note);
      case 'hold-without-order': {
        const holds = await this.stock.holdsOf([subject]);
        const isOverdue = ({ status, expiresAt }: ReconciledHold) => status === 'live' && expiresAt < to;
        return this.noteHolds(holds.filter(isOverdue), note);
      }
      case 'points-without-payment':
        return this.points.lookAtEarned(span, note);
      case 'points-not-taken-back':
        return this.points.lookAtRefunds(span, note);
    }
  }
}

type Note = (drifts: readonly Drift[]) => Promise<void>;

const idsOf = (things: readonly { id: string }[]) => things.map(({ id }) => id);
