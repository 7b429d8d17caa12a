/** Lists of orders, newest first: a customer's own, or all that staff ask for. */
import { Injectable } from '@nestjs/common';
import {
  Conditions,
  Database,
  readList,
  type Actor,
  type CountedPage,
  type StaffPageWish,
} from '@plaza/platform';
import type { OrderStatus } from './order-status';
import { asView, orderColumns, type OrderRow, type OrderView } from './order-view';

export interface OrderFilter extends StaffPageWish {
  status?: OrderStatus;
  customerId?: string;
  branchId?: string;
  /** From this instant on. */
  from?: Date;
  /** Before this instant. */
  to?: Date;
}

export type OrderPage = CountedPage<OrderView>;

@Injectable()
export class OrderListQueries {
  constructor(private readonly database: Database) {}

  /** @throws InvalidInput when `after` is no cursor */
  async list(filter: OrderFilter, actor: Actor): Promise<OrderPage> {
    const { items, ...rest } = await readList<OrderRow>(
      (sql, parameters) => this.database.readReplica(sql, parameters),
      {
        table: 'orders.orders',
        columns: orderColumns,
        conditions: conditionsOf(filter, actor),
        place: [
          ['created_at', 'instant'],
          ['number', 'number'],
        ],
        sort: '-createdAt',
        placeOf: ({ createdAt, number }) => [createdAt.toISOString(), number],
      },
      filter,
    );
    return { items: items.map(asView), ...rest };
  }
}

function conditionsOf({ customerId, status, branchId, from, to }: OrderFilter, actor: Actor): Conditions {
  return new Conditions()
    .add('orders.customer_id = ?', actor.kind === 'customer' ? actor.id : customerId)
    .add('orders.status = ?', status)
    .add('orders.branch_id = ?', branchId)
    .add('orders.created_at >= ?', from)
    .add('orders.created_at < ?', to);
}
