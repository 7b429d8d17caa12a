/** What can be asked about orders. */
import { Injectable } from '@nestjs/common';
import { Database, InvalidInput, minorUnits, type Actor } from '@plaza/platform';
import { orderNumber } from './order-number';
import type { OrderStatus } from './order-status';
import type { Order, OrderLine } from './order.entity';
import { orderUnknown } from './orders.errors';

export interface OrderView {
  id: string;
  number: string;
  status: OrderStatus;
  items: OrderLine[];
  /** Minor units of `currency`. */
  total: number;
  currency: string;
  branchId: string;
  customerId: string | null;
  createdAt: Date;
  payBefore: Date | null;
  paidAt: Date | null;
}

export interface OrderFilter {
  status?: OrderStatus;
  customerId?: string;
  limit: number;
  after?: string;
}

export interface OrderPage {
  items: OrderView[];
  next: string | null;
}

export interface HistoryEntry {
  at: Date;
  from: OrderStatus | null;
  to: OrderStatus;
  actor: { kind: string; id: string } | null;
  reason: string | null;
}

export interface PayableOrder {
  customerId: string | null;
  status: OrderStatus;
  total: number;
  currency: string;
  payBefore: Date | null;
}

interface Row extends Omit<OrderView, 'total'> {
  total: string | number;
}

const columns = `orders.id, orders.number, orders.status, orders.total, orders.currency, orders.branch_id AS "branchId",
  orders.customer_id AS "customerId", orders.created_at AS "createdAt", orders.pay_before AS "payBefore",
  orders.paid_at AS "paidAt",
  (SELECT json_agg(json_build_object('productId', product_id, 'name', name, 'quantity', quantity,
                                     'unitPrice', unit_price, 'lineTotal', line_total) ORDER BY line_no)
   FROM orders.order_lines WHERE order_id = orders.id) AS items`;

@Injectable()
export class OrdersQueries {
  constructor(private readonly database: Database) {}

  /** Those of the orders that exist, by id. */
  async byId(ids: readonly string[]): Promise<Map<string, OrderView>> {
    const rows = await this.database.read<Row>(
      `SELECT ${columns} FROM orders.orders WHERE orders.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, asView(row)]));
  }

  /**
   * One order as `actor` may see it: customers see their own.
   * @throws PlazaError `orders.order-unknown`
   */
  async get(id: string, actor: Actor): Promise<OrderView> {
    const order = (await this.byId([id])).get(id);
    if (!order || !maySee(actor, order)) throw orderUnknown(id);
    return order;
  }

  /**
   * Newest first: a customer's own, or all that staff ask for.
   * @throws InvalidInput when `after` is no cursor
   */
  async list(filter: OrderFilter, actor: Actor): Promise<OrderPage> {
    const customerId = actor.kind === 'customer' ? actor.id : filter.customerId;
    const parameters: unknown[] = [filter.limit + 1];
    const parameter = (value: unknown) => `$${parameters.push(value)}`;
    const conditions = [
      ...(customerId === undefined ? [] : [`orders.customer_id = ${parameter(customerId)}`]),
      ...(filter.status === undefined ? [] : [`orders.status = ${parameter(filter.status)}`]),
      ...(filter.after === undefined ? [] : [`orders.number < ${parameter(numberOfCursor(filter.after))}`]),
    ];
    const rows = await this.database.read<Row>(
      `SELECT ${columns} FROM orders.orders
       ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
       ORDER BY orders.number DESC LIMIT $1`,
      parameters,
    );
    const shown = rows.slice(0, filter.limit);
    const last = rows.length > filter.limit ? shown.at(-1) : undefined;
    return { items: shown.map(asView), next: last ? cursorOf(last.number) : null };
  }

  /**
   * Everything that happened to an order, first things first.
   * @throws PlazaError `orders.order-unknown`
   */
  async history(id: string, actor: Actor): Promise<{ items: HistoryEntry[]; next: null }> {
    const rows = await this.database.read<HistoryEntry & { customerId: string | null }>(
      `SELECT history.at, history.from_status AS "from", history.to_status AS "to", history.reason,
              CASE WHEN history.actor_kind IS NOT NULL
                THEN json_build_object('kind', history.actor_kind, 'id', history.actor_id) END AS actor,
              orders.customer_id AS "customerId"
       FROM orders.orders JOIN orders.order_history history ON history.order_id = orders.id
       WHERE orders.id = $1 ORDER BY history.version`,
      [id],
    );
    const [first] = rows;
    if (!first || !maySee(actor, first)) throw orderUnknown(id);
    return { items: rows.map(({ customerId, ...entry }) => entry), next: null };
  }

  /** What whoever takes money for an order has to know; undefined when there is none. */
  async payable(id: string): Promise<PayableOrder | undefined> {
    const [row] = await this.database.read<Omit<PayableOrder, 'total'> & { total: string }>(
      `SELECT customer_id AS "customerId", status, total, currency, pay_before AS "payBefore"
       FROM orders.orders WHERE id = $1`,
      [id],
    );
    return row && { ...row, total: minorUnits(row.total) };
  }
}

function maySee(actor: Actor, order: { customerId: string | null }): boolean {
  return actor.kind !== 'customer' || order.customerId === actor.id;
}

function asView({ items, ...row }: Row): OrderView {
  return told(row, items);
}

/** An order that has just been written, as it will be read from now on. */
export function viewOf(order: Order, number: string): OrderView {
  return told(order, order.lines, number);
}

function told(order: Omit<Row, 'items'>, items: readonly OrderLine[], number = order.number): OrderView {
  const { id, status, total, currency, branchId, customerId, createdAt, payBefore, paidAt } = order;
  return {
    ...{ id, number: orderNumber(number), status, items: [...items], total: minorUnits(total), currency },
    ...{ branchId, customerId, createdAt, payBefore, paidAt },
  };
}

function cursorOf(number: string): string {
  return Buffer.from(number).toString('base64url');
}

function numberOfCursor(after: string): string {
  const text = Buffer.from(after, 'base64url').toString();
  if (/^[1-9]\d{0,17}$/.test(text)) return text;
  throw new InvalidInput([
    { pointer: '/after', detail: 'must be the `next` of an earlier page of the same list' },
  ]);
}
