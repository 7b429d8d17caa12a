/** What is done with orders: place, pay, cancel, expire. */
import { Injectable } from '@nestjs/common';
import { checkLines } from '@plaza/catalog';
import { Outbox, type Announcement } from '@plaza/messaging';
import {
  Clock,
  Database,
  requestContext,
  together,
  type Actor,
  type RequestContext,
  type Tx,
} from '@plaza/platform';
import { In, LessThanOrEqual } from 'typeorm';
import { recordChanges } from './order-rows';
import { Order } from './order.entity';
import { orderUnknown, tooBusy } from './orders.errors';
import { ORDERS_TOPIC } from './orders.events';
import { Placing, type PlacedOrder, type PlaceOrder } from './placing';

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

const placedTogetherMax = 64;
const placingUnderWayMax = 2;
const placingWaitingMax = 1_000;

@Injectable()
export class OrdersService {
  private readonly placeTogether: (command: PlaceOrder) => Promise<PlacedOrder>;

  constructor(
    placing: Placing,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    this.placeTogether = together((commands: PlaceOrder[]) => placing.placeAll(commands), {
      batchMax: placedTogetherMax,
      underWayMax: placingUnderWayMax,
      waitingMax: placingWaitingMax,
      onFull: tooBusy,
    });
  }

  /**
   * Places an order: its stock is held, whole or not at all, and it waits to be paid. The same order again gets the same answer.
   * @throws PlazaError `orders.out-of-stock` naming every short line, `orders.id-conflict` for other content under the same id,
   *   `orders.product-unknown`, `orders.branch-unknown`, `orders.mixed-currencies`, `orders.too-busy`; InvalidInput
   */
  async place(command: PlaceOrder): Promise<PlacedOrder> {
    checkLines(command.items, '/items');
    return this.placeTogether(command);
  }

  /** @throws PlazaError `orders.order-unknown`, `orders.not-cancellable` */
  async cancel(orderId: string, reason: string | null, actor: Actor): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const [order] = await lockOrders(tx, [orderId]);
      if (!order?.isOf(actor)) throw orderUnknown(orderId);
      const fact = order.cancel(reason, { actor, now });
      if (fact) await this.record(tx, [order], [{ fact, occurredAt: now }]);
    });
  }

  /**
   * The money for these orders was taken. Telling it again changes nothing.
   * @throws PlazaError `orders.not-payable`, `orders.amount-differs`, `orders.order-unknown`: money was taken for nothing, and
   *   somebody has to look at it. Nothing is done for any of them then
   */
  async markPaid(captures: readonly Capture[]): Promise<void> {
    if (captures.length === 0) return;
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
      await this.record(tx, locked, announcements);
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
      await this.record(
        tx,
        overdue,
        facts.map((fact) => ({ fact, occurredAt: now })),
      );
      return overdue.length === limit;
    });
  }

  private async record(
    tx: Tx,
    orders: readonly Order[],
    announcements: readonly Announcement[],
  ): Promise<void> {
    const changed = orders.filter(({ changes }) => changes.length > 0);
    if (changed.length === 0) return;
    await recordChanges(tx, changed);
    await this.outbox.add(tx, ORDERS_TOPIC, announcements);
  }
}

/** In the order of their ids, so that nobody waits in a circle. */
function lockOrders(tx: Tx, ids: readonly string[]): Promise<Order[]> {
  return tx.find(Order, {
    where: { id: In(ids) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
}
