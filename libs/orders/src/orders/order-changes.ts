/** Changing orders that stand: they are locked first, and what was done to them is recorded with what it announces. */
import { Injectable } from '@nestjs/common';
import { Outbox, type Announcement } from '@plaza/messaging';
import { Signals, type Tx } from '@plaza/platform';
import { In } from 'typeorm';
import { recordChanges } from './order-rows';
import { Order } from './order.entity';
import { ORDER_SIGNAL, ORDERS_TOPIC } from '../orders.events';

/** In the order of their ids, so that nobody waits in a circle. */
export function lockOrders(tx: Tx, ids: readonly string[]): Promise<Order[]> {
  return tx.find(Order, {
    where: { id: In(ids) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
}

export function lockOrdersPaidBy(tx: Tx, paymentIds: readonly string[]): Promise<Order[]> {
  return tx.find(Order, {
    where: { paymentId: In(paymentIds) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
}

@Injectable()
export class OrderChanges {
  constructor(
    private readonly outbox: Outbox,
    private readonly signals: Signals,
  ) {}

  async record(tx: Tx, orders: readonly Order[], announcements: readonly Announcement[]): Promise<void> {
    const changed = orders.filter(({ changes }) => changes.length > 0);
    if (changed.length === 0) return;
    await recordChanges(tx, changed);
    await this.outbox.add(tx, ORDERS_TOPIC, announcements);
    this.signals.raiseAfterCommit(ORDER_SIGNAL);
  }
}
