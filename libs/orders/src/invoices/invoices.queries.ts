/**
 * Invoices: what customers bought and paid, told as a document. An order that was paid has one, and keeps it when it is fulfilled or
 * refunded; nothing is stored for it.
 */
import { Injectable } from '@nestjs/common';
import {
  Conditions,
  Database,
  minorUnits,
  readList,
  type Actor,
  type Page,
  type PageWish,
} from '@plaza/platform';
import { invoiceUnknown } from '../orders.errors';
import { asView, maySee, orderColumns, type OrderLineView, type OrderRow } from '../orders/order-view';
import { invoiceNumber, partsOfInvoiceNumber } from './invoice-number';

export interface InvoiceView {
  number: string;
  orderId: string;
  /** By which people name the order. */
  orderNumber: string;
  /** When the order was paid. */
  issuedAt: Date;
  /** All its money was given back. */
  refunded: boolean;
  customerId: string | null;
  branchId: string | null;
  /** What paid it; null for a purchase in the legacy shop, and where there was nothing to pay. */
  paymentId: string | null;
  lines: OrderLineView[];
  /** Minor units of `currency`; both are null for a purchase in the legacy shop of which no price is known. */
  total: number | null;
  currency: string | null;
}

/** Of one currency. */
export interface CurrencyTotal {
  currency: string;
  /** Minor units. */
  total: number;
}

/** What paid an invoice that was not refunded. */
export interface InvoicePayment {
  paymentId: string;
  currency: string;
}

const withInvoice = `orders.status IN ('paid', 'fulfilled', 'refunded')`;

@Injectable()
export class InvoicesQueries {
  constructor(private readonly database: Database) {}

  /**
   * A customer's invoices, newest first.
   * @throws InvalidInput when `after` is no cursor
   */
  async ofCustomer(customerId: string, page: PageWish): Promise<Page<InvoiceView>> {
    const { items, next } = await readList<OrderRow>(
      (sql, parameters) => this.database.readReplica(sql, parameters),
      {
        table: 'orders.orders',
        columns: orderColumns,
        conditions: new Conditions().add('orders.customer_id = ?', customerId).add(withInvoice),
        place: [
          ['created_at', 'instant'],
          ['number', 'number'],
        ],
        sort: '-createdAt',
        placeOf: ({ createdAt, number }) => [createdAt.toISOString(), number],
      },
      page,
    );
    return { items: items.map(invoiceOf), next };
  }

  /** Over all of a customer's invoices but those that were refunded, by currency. */
  async totalsOf(customerId: string): Promise<CurrencyTotal[]> {
    const rows = await this.database.readReplica<{ currency: string; total: string }>(
      `SELECT currency, sum(total) AS total FROM orders.orders
       WHERE customer_id = $1 AND status IN ('paid', 'fulfilled') AND total IS NOT NULL
       GROUP BY currency ORDER BY currency`,
      [customerId],
    );
    return rows.map(({ currency, total }) => ({ currency, total: minorUnits(total) }));
  }

  /** Over all of a customer's invoices but those that were refunded: at most `limit`, by their id, from after one of them on. */
  paymentsOf(customerId: string, limit: number, after?: string): Promise<InvoicePayment[]> {
    const conditions = new Conditions(limit)
      .add('customer_id = ?', customerId)
      .add(`status IN ('paid', 'fulfilled') AND total IS NOT NULL AND payment_id IS NOT NULL`)
      .add('payment_id > ?::uuid', after);
    return this.database.readReplica<InvoicePayment>(
      `SELECT payment_id AS "paymentId", currency FROM orders.orders ${conditions.where}
       ORDER BY payment_id LIMIT $1`,
      conditions.parameters,
    );
  }

  /**
   * The invoice of this number as `actor` may see it: customers see their own. Every part of the number is compared with the order.
   * @throws PlazaError `orders.invoice-unknown`, which says when the number was mistyped
   */
  async get(number: string, actor: Actor): Promise<InvoiceView> {
    const parts = partsOfInvoiceNumber(number);
    if (!parts) throw invoiceUnknown(number, { mistyped: true });
    const [row] = await this.database.read<OrderRow>(
      `SELECT ${orderColumns} FROM orders.orders WHERE orders.number = $1 AND ${withInvoice}`,
      [parts.order],
    );
    const invoice = row && invoiceOf(row);
    if (invoice?.number !== invoiceNumber(parts) || !maySee(actor, invoice)) {
      throw invoiceUnknown(number, { mistyped: false });
    }
    return invoice;
  }
}

function invoiceOf(row: OrderRow): InvoiceView {
  const order = asView(row);
  const { id: orderId, status, items: lines, total, currency, branchId, customerId } = order;
  const { invoiceNumber: number, paidAt: issuedAt, paymentId } = order;
  if (number === null || issuedAt === null) {
    throw new Error(`Order ${orderId} is ${status} and was never paid`);
  }
  return {
    ...{ number, orderId, orderNumber: order.number, issuedAt, refunded: status === 'refunded' },
    ...{ customerId, branchId, paymentId, lines, total, currency },
  };
}
