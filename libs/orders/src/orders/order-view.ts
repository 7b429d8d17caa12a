/** An order as it is told, read from its rows or just written. */
import { minorUnits, type Actor } from '@plaza/platform';
import { invoiceNumber } from '../invoices/invoice-number';
import { orderNumber } from './order-number';
import type { OrderStatus } from './order-status';
import type { Order } from './order.entity';

/**
 * Its name and prices are null until an order that is decided later has been confirmed. Of an order of the legacy shop, whatever is
 * not known is null.
 */
export interface OrderLineView {
  productId: string | null;
  name: string | null;
  quantity: number;
  /** Minor units of the order's currency. */
  unitPrice: number | null;
  listPrice: number | null;
  lineTotal: number | null;
}

export interface OrderView {
  id: string;
  number: string;
  status: OrderStatus;
  items: OrderLineView[];
  /** Minor units of `currency`. */
  total: number | null;
  currency: string | null;
  /** Null for an order of the legacy shop that is not known to be of a branch. */
  branchId: string | null;
  customerId: string | null;
  /** The cart that it was. */
  cartId: string | null;
  /** Sold at the counter. */
  sale: boolean;
  /** When its client says that it was placed, where that was without a connection. */
  placedAt: Date | null;
  createdAt: Date;
  /** Null when it need not be paid yet, or not any more. */
  payBefore: Date | null;
  paidAt: Date | null;
  paymentId: string | null;
  /** Of an order that was paid; it keeps it when it is fulfilled or refunded. */
  invoiceNumber: string | null;
}

export interface OrderRow extends Omit<OrderView, 'total' | 'invoiceNumber'> {
  total: string | number | null;
}

export const orderColumns = `orders.id, orders.number, orders.status, orders.total, orders.currency,
  orders.branch_id AS "branchId", orders.customer_id AS "customerId", orders.cart_id AS "cartId", orders.sale,
  orders.placed_at AS "placedAt", orders.created_at AS "createdAt", orders.pay_before AS "payBefore",
  orders.paid_at AS "paidAt", orders.payment_id AS "paymentId",
  coalesce(
    (SELECT json_agg(json_build_object('productId', product_id, 'name', name, 'quantity', quantity,
                                       'unitPrice', unit_price, 'listPrice', list_price, 'lineTotal', line_total)
                     ORDER BY line_no)
     FROM orders.order_lines WHERE order_id = orders.id),
    (SELECT json_agg(json_build_object('productId', product_id, 'name', NULL, 'quantity', quantity,
                                       'unitPrice', NULL, 'listPrice', NULL, 'lineTotal', NULL)
                     ORDER BY line_no)
     FROM orders.wished_lines WHERE order_id = orders.id)) AS items`;

export function asView(order: OrderRow): OrderView {
  return told(order, order.items, order.number);
}

/** An order that has just been written, as it will be read from now on. */
export function viewOf(order: Order): OrderView {
  return told(order, [...order.lines], order.number);
}

/** One that has just been taken in. */
export function viewOfWish(
  order: Order,
  number: string,
  wished: readonly { productId: string; quantity: number }[],
): OrderView {
  const unpriced = { name: null, unitPrice: null, listPrice: null, lineTotal: null };
  return told(
    order,
    wished.map(({ productId, quantity }) => ({ productId, quantity, ...unpriced })),
    number,
  );
}

export function maySee(actor: Actor, order: { customerId: string | null }): boolean {
  return actor.kind !== 'customer' || order.customerId === actor.id;
}

function told(order: Omit<OrderRow, 'items'>, items: OrderLineView[], number: string): OrderView {
  const { id, status, total, currency, branchId, customerId, cartId, sale } = order;
  const { placedAt, createdAt, paidAt, paymentId } = order;
  const payBefore = status === 'awaiting-payment' ? order.payBefore : null;
  return {
    ...{ id, number: orderNumber(number), status, items, total: total === null ? null : minorUnits(total) },
    ...{ currency, branchId, customerId, cartId, sale, placedAt, createdAt, payBefore, paidAt, paymentId },
    invoiceNumber: invoiceNumberOf(order, items, number),
  };
}

const withInvoice: readonly OrderStatus[] = ['paid', 'fulfilled', 'refunded'];

function invoiceNumberOf(
  { status, paidAt, branchId, customerId }: Omit<OrderRow, 'items'>,
  [first]: OrderLineView[],
  order: string,
): string | null {
  if (paidAt === null || !withInvoice.includes(status)) return null;
  return invoiceNumber({
    ...{ issuedAt: paidAt, order, branchId },
    ...{ productId: first?.productId ?? null, customerId },
  });
}
