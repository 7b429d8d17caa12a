/** What can be asked about orders one by one. */
import { Injectable } from '@nestjs/common';
import { Database, minorUnits, type Actor } from '@plaza/platform';
import { orderNumber } from './order-number';
import { statusAfter, type OrderStatus } from './order-status';
import { asView, maySee, orderColumns, type OrderRow, type OrderView } from './order-view';
import { notInStatus, orderUnknown } from '../orders.errors';

export interface HistoryEntry {
  at: Date;
  from: OrderStatus | null;
  to: OrderStatus;
  actor: { kind: string; id: string } | null;
  reason: string | null;
}

interface Payability {
  customerId: string | null;
  payBefore: Date | null;
}

export type PayableOrder = Payability &
  (
    | { status: 'awaiting-payment'; total: number; currency: string }
    | { status: Exclude<OrderStatus, 'awaiting-payment'> }
  );

/** What whoever gives the money of an order back has to know. */
export interface RefundableOrder {
  paymentId: string;
  total: number;
  isRefunded: boolean;
}

/** What was bought with a payment. */
export interface OrderOfPayment {
  id: string;
  number: string;
  /** What was paid in. */
  currency: string | null;
  paymentId: string;
}

/** An order that waits for its turn. */
export interface AcceptedOrder {
  id: string;
  branchId: string;
  items: { productId: string; quantity: number }[];
  /** The request that it was taken in by; null for one from before that was kept. */
  correlationId: string | null;
  /** Who made that request. */
  actor: Actor | null;
}

/** One change of an order's status. */
export interface OrderChange {
  orderId: string;
  version: number;
  status: OrderStatus;
  at: Date;
  reason: string | null;
}

@Injectable()
export class OrdersQueries {
  constructor(private readonly database: Database) {}

  /** Those of the orders that exist, by id. */
  async byId(ids: readonly string[]): Promise<Map<string, OrderView>> {
    const rows = await this.database.read<OrderRow>(
      `SELECT ${orderColumns} FROM orders.orders WHERE orders.id = ANY ($1::uuid[])`,
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
   * Everything that happened to an order, first things first.
   * @throws PlazaError `orders.order-unknown`
   */
  async history(id: string, actor: Actor): Promise<{ items: HistoryEntry[]; next: null }> {
    const rows = await this.database.readReplica<HistoryEntry & { customerId: string | null }>(
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

  /** What happened to these orders after a version of each, at most `limit` of each, in the order in which it did. */
  changesAfter(
    positions: readonly { orderId: string; version: number }[],
    limit: number,
  ): Promise<OrderChange[]> {
    return this.database.read<OrderChange>(
      `SELECT known.order_id AS "orderId", history.version, history.to_status AS status, history.at, history.reason
       FROM unnest($1::uuid[], $2::integer[]) AS known (order_id, version)
       CROSS JOIN LATERAL (
         SELECT version, to_status, at, reason FROM orders.order_history
         WHERE order_id = known.order_id AND version > known.version
         ORDER BY version LIMIT $3
       ) history
       ORDER BY known.order_id, history.version`,
      [positions.map(({ orderId }) => orderId), positions.map(({ version }) => version), limit],
    );
  }

  /** The orders that these payments have paid; payments that paid none are passed over. */
  async paidBy(paymentIds: readonly string[]): Promise<OrderOfPayment[]> {
    const rows = await this.database.read<OrderOfPayment>(
      `SELECT id, number, currency, payment_id AS "paymentId" FROM orders.orders WHERE payment_id = ANY ($1::text[])`,
      [paymentIds],
    );
    return rows.map((row) => ({ ...row, number: orderNumber(row.number) }));
  }

  /** Those that wait for their turn, in the order in which they were taken in. */
  accepted(limit: number): Promise<AcceptedOrder[]> {
    return this.database.read<AcceptedOrder>(
      `SELECT orders.id, orders.branch_id AS "branchId",
              (SELECT json_agg(json_build_object('productId', product_id, 'quantity', quantity) ORDER BY line_no)
               FROM orders.wished_lines WHERE order_id = orders.id) AS items,
              orders.correlation_id AS "correlationId",
              (SELECT json_build_object('kind', actor_kind, 'id', actor_id)
               FROM orders.order_history
               WHERE order_id = orders.id AND version = 1 AND actor_kind IS NOT NULL) AS actor
       FROM orders.orders WHERE status = 'accepted' ORDER BY number LIMIT $1`,
      [limit],
    );
  }

  /** What whoever takes money for an order has to know; undefined when there is none. */
  async payable(id: string): Promise<PayableOrder | undefined> {
    const [row] = await this.database.read<
      Payability & { status: OrderStatus; total: string; currency: string }
    >(
      `SELECT customer_id AS "customerId", status, total, currency, pay_before AS "payBefore"
       FROM orders.orders WHERE id = $1`,
      [id],
    );
    if (!row) return undefined;
    const { status, total, currency, ...more } = row;
    return status === 'awaiting-payment'
      ? { ...more, status, total: minorUnits(total), currency }
      : { ...more, status };
  }

  /**
   * What paid an order that can be refunded, or was.
   * @throws PlazaError `orders.order-unknown`, `orders.not-refundable`
   */
  async refundable(id: string): Promise<RefundableOrder> {
    const [row] = await this.database.read<{ status: OrderStatus; total: string; paymentId: string | null }>(
      'SELECT status, total, payment_id AS "paymentId" FROM orders.orders WHERE id = $1',
      [id],
    );
    if (!row) throw orderUnknown(id);
    const { status, total, paymentId } = row;
    const isRefunded = status === 'refunded';
    if (paymentId === null || (!isRefunded && statusAfter('refund', status) === undefined)) {
      throw notInStatus(id, 'refund', status);
    }
    return { paymentId, total: minorUnits(total), isRefunded };
  }
}
