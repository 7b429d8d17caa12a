/** Writes orders that were placed, and what that announces, in one statement. */
import { Injectable } from '@nestjs/common';
import { Outbox, type Announcement } from '@plaza/messaging';
import { Database } from '@plaza/platform';
import { insertOrders } from './order-rows';
import type { Order } from './order.entity';
import { ORDERS_TOPIC } from '../orders.events';

@Injectable()
export class NewOrders {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** @returns the ids of those that were written; nothing is, and nothing announced, of one whose id or cart was taken before */
  async write(orders: readonly Order[], announcements: readonly Announcement[]): Promise<Set<string>> {
    const written = await this.database.statement((tx) =>
      this.outbox.addWithin<{ id: string }[]>(tx, ORDERS_TOPIC, announcements, insertOrders(orders)),
    );
    return new Set(written.map(({ id }) => id));
  }
}
