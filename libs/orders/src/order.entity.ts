/**
 * What a customer wants and we have set aside: lines with names and prices as they were, a total, and a life that follows the
 * status table. Every change is remembered until it has been recorded.
 */
import { moneyColumn, type Actor } from '@plaza/platform';
import { Check, Column, Entity, Generated, Index, PrimaryColumn, Unique } from 'typeorm';
import { orderNumber } from './order-number';
import { orderStatuses, statusAfter, type OrderStatus, type OrderVerb } from './order-status';
import { amountDiffers, mixedCurrencies, notInStatus, totalTooLarge } from './orders.errors';
import type { OrderCancelled, OrderExpired, OrderPaid, OrderPlaced } from './orders.events';

export interface OrderLine {
  productId: string;
  name: string;
  quantity: number;
  /** Minor units of the order's currency. */
  unitPrice: number;
  lineTotal: number;
}

/** Who does it, and when. */
export interface Occasion {
  actor: Actor | null;
  now: Date;
}

export interface StatusChange extends Occasion {
  version: number;
  from: OrderStatus | null;
  to: OrderStatus;
  reason: string | null;
}

export interface Placing {
  id: string;
  customerId: string | null;
  branchId: string;
  lines: { productId: string; name: string; quantity: number; unitPrice: number; currency: string }[];
  payBefore: Date;
}

@Entity({ schema: 'orders', name: 'orders' })
@Unique('orders_number_unique', ['number'])
@Index('orders_by_customer', ['customerId', 'number'])
@Index('orders_by_status', ['status', 'number'])
@Index('orders_unpaid_by_deadline', ['payBefore'], { where: "status = 'awaiting-payment'" })
@Check('orders_total_not_negative', 'total >= 0')
@Check('orders_currency_is_iso', `currency ~ '^[A-Z]{3}$'`)
@Check('orders_status_known', `status IN (${orderStatuses.map((status) => `'${status}'`).join(', ')})`)
export class Order {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'orders_pk' })
  readonly id!: string;

  /** Given by the database. */
  @Column({ type: 'bigint', insert: false, update: false })
  @Generated('increment')
  readonly number!: string;

  @Column('uuid', { name: 'customer_id', nullable: true })
  readonly customerId!: string | null;

  @Column('uuid', { name: 'branch_id' })
  readonly branchId!: string;

  @Column('text')
  readonly status!: OrderStatus;

  /** Minor units of `currency`. */
  @Column('bigint', { transformer: moneyColumn })
  readonly total!: number;

  @Column('text')
  readonly currency!: string;

  /** Counts the changes of status, from 1. */
  @Column('smallint')
  readonly version!: number;

  @Column('timestamptz', { name: 'created_at' })
  readonly createdAt!: Date;

  @Column('timestamptz', { name: 'pay_before', nullable: true })
  readonly payBefore!: Date | null;

  @Column('timestamptz', { name: 'paid_at', nullable: true })
  readonly paidAt!: Date | null;

  @Column('text', { name: 'payment_id', nullable: true })
  readonly paymentId!: string | null;

  /** Of an order that was placed just now. */
  readonly lines: readonly OrderLine[] = [];

  /** What was done to it since it was loaded. */
  readonly changes: StatusChange[] = [];

  /**
   * @param placing what was held, with the names and prices that count
   * @throws PlazaError `orders.mixed-currencies`, `orders.total-too-large`
   */
  static place(placing: Placing, by: Occasion): Order {
    const { id, customerId, branchId, payBefore } = placing;
    const lines = placing.lines.map(({ productId, name, quantity, unitPrice }): OrderLine => {
      return { productId, name, quantity, unitPrice, lineTotal: unitPrice * quantity };
    });
    const total = lines.reduce((sum, { lineTotal }) => sum + lineTotal, 0);
    if (!Number.isSafeInteger(total)) throw totalTooLarge();
    const [currency, ...others] = new Set(placing.lines.map((line) => line.currency));
    if (currency === undefined) throw new Error('An order has at least one line');
    if (others.length > 0) throw mixedCurrencies([currency, ...others]);
    const fields = { id, customerId, branchId, lines, total, currency, version: 0 };
    const instants = { createdAt: by.now, payBefore, paidAt: null };
    const order = Object.assign(new Order(), fields, instants, { paymentId: null });
    order.become('awaiting-payment', by);
    return order;
  }

  /** @param number what the database gave it when it was written */
  placed(number: string): OrderPlaced {
    const items = this.lines.map(({ productId, quantity, unitPrice, lineTotal }) => {
      return { productId, quantity, unitPrice, lineTotal };
    });
    const payBefore = this.payBefore?.toISOString() ?? null;
    const data = { ...this.data(), number: orderNumber(number), items, payBefore };
    return { type: 'order-placed', key: this.id, data };
  }

  /**
   * Paid by this payment. Telling it again changes nothing, and is no news.
   * @throws PlazaError `orders.not-payable` when it has ended or another payment paid it, `orders.amount-differs`
   */
  pay(payment: { paymentId: string; amount: number; capturedAt: Date }, by: Occasion): OrderPaid | undefined {
    const { paymentId, amount, capturedAt } = payment;
    if (this.paymentId === paymentId) return undefined;
    const to = this.next('pay');
    if (amount !== this.total) throw amountDiffers(this.id, paymentId, amount, this.total);
    this.become(to, by);
    Object.assign(this, { paymentId, paidAt: capturedAt });
    const data = { ...this.data(), paymentId, paidAt: capturedAt.toISOString() };
    return { type: 'order-paid', key: this.id, data };
  }

  /**
   * Not wanted any more. Cancelling again changes nothing, and is no news.
   * @throws PlazaError `orders.not-cancellable` once it is paid or has ended otherwise
   */
  cancel(reason: string | null, by: Occasion): OrderCancelled | undefined {
    if (this.status === 'cancelled') return undefined;
    this.become(this.next('cancel'), by, reason);
    return { type: 'order-cancelled', key: this.id, data: { ...this.data(), reason } };
  }

  /** Nobody paid in time. */
  expire(by: Occasion): OrderExpired {
    this.become(this.next('expire'), by);
    return { type: 'order-expired', key: this.id, data: this.data() };
  }

  isOf(actor: Actor): boolean {
    return actor.kind !== 'customer' || actor.id === this.customerId;
  }

  private data() {
    const { id, customerId, branchId, total, currency } = this;
    return { orderId: id, customerId, branchId, total, currency };
  }

  private next(verb: OrderVerb): OrderStatus {
    const to = statusAfter(verb, this.status);
    if (to === undefined) throw notInStatus(this.id, verb, this.status);
    return to;
  }

  private become(to: OrderStatus, by: Occasion, reason: string | null = null): void {
    const version = this.version + 1;
    const from = this.version === 0 ? null : this.status;
    Object.assign(this, { status: to, version });
    this.changes.push({ ...by, version, from, to, reason });
  }
}
