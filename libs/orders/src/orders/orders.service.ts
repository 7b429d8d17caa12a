/** What is done with orders that stand: pay, cancel, fulfil, refund, expire. */
import { Injectable } from '@nestjs/common';
import type { Announcement } from '@plaza/messaging';
import { Clock, Database, requestContext, type Actor, type RequestContext } from '@plaza/platform';
import { LessThanOrEqual } from 'typeorm';
import { lockOrders, lockOrdersPaidBy, OrderChanges } from './order-changes';
import { Order, type Occasion } from './order.entity';
import { orderUnknown } from '../orders.errors';
import type { OrderFact } from '../orders.events';

/** Money that was taken for an order. */
export interface Capture {
  paymentId: string;
  orderId: string;
  /** Minor units. */
  amount: number;
  capturedAt: Date;
  /** Whose request it was. */
  context: RequestContext;
}

/** Money of which nothing is left: all of it was given back. */
export interface Refund {
  paymentId: string;
  /** Minor units, in all. */
  amount: number;
  refundedAt: Date;
  reason: string | null;
  /** Whose request it was. */
  context: RequestContext;
}

@Injectable()
export class OrdersService {
  constructor(
    private readonly database: Database,
    private readonly changes: OrderChanges,
    private readonly clock: Clock,
  ) {}

  /** @throws PlazaError `orders.order-unknown`, `orders.not-cancellable` */
  cancel(orderId: string, reason: string | null, actor: Actor): Promise<void> {
    return this.change(orderId, actor, (order, by) => order.cancel(reason, by));
  }

  /**
   * It was handed over or sent. Doing it again changes nothing.
   * @throws PlazaError `orders.order-unknown`, `orders.not-fulfillable`
   */
  fulfil(orderId: string, actor: Actor): Promise<void> {
    return this.change(orderId, actor, (order, by) => order.fulfil(by));
  }

  /**
   * The money for these orders was taken. Telling it again changes nothing.
   * @throws PlazaError `orders.not-payable`, `orders.amount-differs`, `orders.order-unknown`: money was taken for nothing, and
   *   somebody has to look at it. Nothing is done for any of them then
   */
  async markPaid(captures: readonly Capture[]): Promise<void> {
    if (captures.length === 0) return;
    const members = captures.map(({ orderId, context }) => ({ ids: [orderId], context }));
    await requestContext.runTogether('orders', members, () => this.pay(captures));
  }

  private async pay(captures: readonly Capture[]): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const locked = await lockOrders(
        tx,
        captures.map(({ orderId }) => orderId),
      );
      const orders = new Map(locked.map((order) => [order.id, order]));
      const announcements = captures.flatMap((capture): Announcement[] => {
        const { orderId, context } = capture;
        const order = orders.get(orderId);
        if (!order) throw orderUnknown(orderId);
        const fact = order.pay(capture, { actor: context.actor, now });
        return fact ? [{ fact, occurredAt: now, context }] : [];
      });
      await this.changes.record(tx, locked, announcements);
    });
  }

  /**
   * The money of these payments was given back. Payments that paid no order are passed over, and telling it again changes nothing.
   * @throws PlazaError `orders.not-refundable`
   */
  async markRefunded(refunds: readonly Refund[]): Promise<void> {
    if (refunds.length === 0) return;
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const locked = await lockOrdersPaidBy(
        tx,
        refunds.map(({ paymentId }) => paymentId),
      );
      const orders = new Map(locked.map((order) => [order.paymentId, order]));
      const announcements = refunds.flatMap((refund): Announcement[] => {
        const { paymentId, context } = refund;
        const fact = orders.get(paymentId)?.refund(refund, { actor: context.actor, now });
        return fact ? [{ fact, occurredAt: now, context }] : [];
      });
      await this.changes.record(tx, locked, announcements);
    });
  }

  /** Ends orders that nobody paid in time, at most `limit`; true when there may be more. */
  async expireUnpaid(limit: number): Promise<boolean> {
    const now = this.clock.now();
    const { actor } = requestContext.current();
    return this.database.transaction(async (tx) => {
      const overdue = await tx.find(Order, {
        where: { status: 'awaiting-payment', payBefore: LessThanOrEqual(now) },
        order: { payBefore: 'ASC' },
        take: limit,
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      const facts = overdue.map((order) => order.expire({ actor, now }));
      await this.changes.record(
        tx,
        overdue,
        facts.map((fact) => ({ fact, occurredAt: now })),
      );
      return overdue.length === limit;
    });
  }

  private async change(
    orderId: string,
    actor: Actor,
    verb: (order: Order, by: Occasion) => OrderFact | undefined,
  ): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const [order] = await lockOrders(tx, [orderId]);
      if (!order?.isOf(actor)) throw orderUnknown(orderId);
      const fact = verb(order, { actor, now });
      if (fact) await this.changes.record(tx, [order], [{ fact, occurredAt: now }]);
    });
  }
}
