/** Orders as others are held against them: what was paid and by what, and which stock went with it. */
import { Injectable } from '@nestjs/common';
import { Database, minorUnits } from '@plaza/platform';
import type { OrderStatus } from '../orders/order-status';
import type { SalesSpan } from './sales.queries';

export interface ReconciledOrder {
  id: string;
  status: OrderStatus;
  /** Null for somebody whom nobody knows. */
  customerId: string | null;
  /** Minor units; null until an order that was taken in is confirmed. */
  total: number | null;
  /** Null as long as `total` is. */
  currency: string | null;
  sale: boolean;
  /** Null until it is paid. */
  paidAt: Date | null;
  paymentId: string | null;
  items: { productId: string; quantity: number }[];
}

type Row = Omit<ReconciledOrder, 'total'> & { total: string | null };

const told = `
  SELECT id, status, customer_id AS "customerId", total, currency, sale, paid_at AS "paidAt", payment_id AS "paymentId",
         coalesce((SELECT json_agg(json_build_object('productId', product_id, 'quantity', quantity) ORDER BY product_id, quantity)
                   FROM orders.order_lines WHERE order_id = orders.id), '[]') AS items
  FROM orders.orders`;

@Injectable()
export class ReconciledOrdersQueries {
  constructor(private readonly database: Database) {}

  /** Our own that were paid in the span, by when they were, at most `limit` from after one of them on. */
  async paidIn({ from, to }: SalesSpan, limit: number, after?: ReconciledOrder): Promise<ReconciledOrder[]> {
    const rows = await this.database.readReplica<Row>(
      `${told} WHERE paid_at >= $1 AND paid_at < $2 AND legacy_id IS NULL
         AND ($3::uuid IS NULL OR (paid_at, id) > ((SELECT paid_at FROM orders.orders WHERE id = $3), $3))
       ORDER BY paid_at, id LIMIT $4`,
      // From where the page before ended, so that no page passes over those before it.
      [after?.paidAt ?? from, to, after?.id ?? null, limit],
    );
    return rows.map(orderOf);
  }

  /** Those that there are, by id. */
  async byId(ids: readonly string[]): Promise<Map<string, ReconciledOrder>> {
    const rows = await this.database.readReplica<Row>(`${told} WHERE id = ANY ($1::uuid[])`, [ids]);
    return new Map(rows.map((row) => [row.id, orderOf(row)]));
  }
}

function orderOf({ total, ...order }: Row): ReconciledOrder {
  return { ...order, total: total === null ? null : minorUnits(total) };
}
