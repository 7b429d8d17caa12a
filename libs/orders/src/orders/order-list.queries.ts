/** Lists of orders, newest first: a customer's own, or all that staff ask for. */
import { Injectable } from '@nestjs/common';
import {
  Conditions,
  cursorOf,
  Database,
  instantPattern,
  pageOf,
  partsOfCursor,
  type Actor,
  type Page,
  type PageWish,
} from '@plaza/platform';
import type { OrderStatus } from './order-status';
import { asView, orderColumns, type OrderRow, type OrderView } from './order-view';

export interface OrderFilter extends PageWish {
  status?: OrderStatus;
  customerId?: string;
  branchId?: string;
  /** From this instant on. */
  from?: Date;
  /** Before this instant. */
  to?: Date;
  /** Count them all, too. */
  total?: boolean;
}

export interface OrderPage extends Page<OrderView> {
  total?: number;
}

@Injectable()
export class OrderListQueries {
  constructor(private readonly database: Database) {}

  /** @throws InvalidInput when `after` is no cursor */
  async list(filter: OrderFilter, actor: Actor): Promise<OrderPage> {
    const conditions = conditionsOf(filter, actor);
    const total = filter.total ? await this.count(conditions) : undefined;
    const [createdAt, number] =
      filter.after === undefined ? [] : partsOfCursor(filter.after, [instantPattern, /^[1-9]\d{0,17}$/]);
    conditions.add('(orders.created_at, orders.number) < (?::timestamptz, ?::bigint)', createdAt, number);
    const { where, parameters } = conditions;
    const rows = await this.database.readReplica<OrderRow>(
      `SELECT ${orderColumns}
       FROM orders.orders ${where}
       ORDER BY orders.created_at DESC, orders.number DESC LIMIT $${parameters.length + 1}`,
      [...parameters, filter.limit + 1],
    );
    const { items, next } = pageOf(rows, filter.limit, (last) =>
      cursorOf(last.createdAt.toISOString(), last.number),
    );
    return { items: items.map(asView), next, ...(total !== undefined && { total }) };
  }

  private async count({ where, parameters }: Conditions): Promise<number> {
    const [row] = await this.database.readReplica<{ total: string }>(
      `SELECT count(*) AS total FROM orders.orders ${where}`,
      [...parameters],
    );
    return Number(row?.total ?? 0);
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
