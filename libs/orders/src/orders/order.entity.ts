/**
 * What a customer wants and we have set aside: lines with names and prices as they were, a total, and a life that follows the
 * status table. Every change is remembered until it has been recorded.
 */
import { minorUnits, type Actor } from '@plaza/platform';
import {
  Check,
  Column,
  Entity,
  Generated,
  Index,
  PrimaryColumn,
  Unique,
  type ValueTransformer,
} from 'typeorm';
import { priced, type OrderLine, type PricedLine } from './order-lines';
import { orderNumber } from './order-number';
import { orderStatuses, statusAfter, type OrderStatus, type OrderVerb } from './order-status';
import { amountDiffers, notInStatus } from '../orders.errors';
import type {
  OrderCancelled,
  OrderExpired,
  OrderFulfilled,
  OrderPaid,
  OrderPlaced,
  OrderRefunded,
  OrderRejected,
} from '../orders.events';

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

interface Beginning {
  id: string;
  customerId: string | null;
  branchId: string;
  /** When its client says that it was placed, which can have been without a connection. */
  placedAt?: Date | null;
}

export interface Placing extends Beginning {
  number: string;
  lines: PricedLine[];
  payBefore: Date;
  /** The cart that it was. */
  cartId?: string | null;
  /** Made at the counter, to be paid at once. */
  sale?: boolean;
}

/** Nothing stays nothing. */
const moneyColumn: ValueTransformer = {
  from: (stored: string | null) => (stored === null ? null : minorUnits(stored)),
  to: (amount: number | null) => (amount === null ? null : minorUnits(amount)),
};

@Entity({ schema: 'orders', name: 'orders' })
@Unique('orders_number_unique', ['number'])
@Index('orders_by_time', ['createdAt', 'number'])
@Index('orders_by_branch', ['branchId', 'createdAt', 'number'])
@Index('orders_by_customer', ['customerId', 'createdAt', 'number'])
@Index('orders_by_status', ['status', 'createdAt', 'number'])
@Index('orders_one_per_cart', ['cartId'], { unique: true, where: 'cart_id IS NOT NULL' })
@Index('orders_by_payment', ['paymentId'], { where: 'payment_id IS NOT NULL' })
@Index('orders_by_payment_time', ['paidAt'], { where: 'paid_at IS NOT NULL' })
@Index('orders_accepted_in_line', ['number'], { where: "status = 'accepted'" })
@Index('orders_unpaid_by_deadline', ['payBefore'], { where: "status = 'awaiting-payment'" })
@Index('orders_legacy_unique', ['legacyId'], { unique: true, where: 'legacy_id IS NOT NULL' })
@Check('orders_branch_unless_legacy', 'branch_id IS NOT NULL OR legacy_id IS NOT NULL')
@Check('orders_total_not_negative', 'total >= 0')
@Check('orders_currency_is_iso', `currency ~ '^[A-Z]{3}$'`)
@Check(
  'orders_priced_once_confirmed',
  `status IN ('accepted', 'rejected', 'cancelled')
     OR legacy_id IS NOT NULL OR total IS NOT NULL AND currency IS NOT NULL`,
)
@Check('orders_status_known', `status IN (${orderStatuses.map((status) => `'${status}'`).join(', ')})`)
export class Order {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'orders_pk' })
  readonly id!: string;

  /** Counted by the database; one that was taken in gets it when it is written. */
  @Column({ type: 'bigint', insert: false, update: false })
  @Generated('increment')
  readonly number!: string;

  @Column('uuid', { name: 'customer_id', nullable: true })
  readonly customerId!: string | null;

  /** Null for an order of the legacy shop that is not known to be of a branch. */
  @Column('uuid', { name: 'branch_id', nullable: true })
  readonly branchId!: string | null;

  @Column('text')
  readonly status!: OrderStatus;

  /** Minor units of `currency`; both are null until an order that was taken in is confirmed. */
  @Column('bigint', { nullable: true, transformer: moneyColumn })
  readonly total!: number | null;

  @Column('text', { nullable: true })
  readonly currency!: string | null;

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

  @Column('uuid', { name: 'cart_id', nullable: true })
  readonly cartId!: string | null;

  @Column('boolean', { default: false })
  readonly sale!: boolean;

  @Column('timestamptz', { name: 'placed_at', nullable: true })
  readonly placedAt!: Date | null;

  /** The request that it was taken in by, where it is decided later. */
  @Column('text', { name: 'correlation_id', nullable: true })
  readonly correlationId!: string | null;

  /** The purchase that it was in the legacy shop; null for one of ours. */
  @Column('bigint', { name: 'legacy_id', nullable: true })
  readonly legacyId!: string | null;

  /** Of an order that was placed or confirmed just now. */
  readonly lines: readonly OrderLine[] = [];

  /** What was done to it since it was loaded. */
  readonly changes: StatusChange[] = [];

  /**
   * @param placing what was held, with the names and prices that count
   * @throws PlazaError `orders.mixed-currencies`, `orders.total-too-large`
   */
  static place(
    { number, lines, payBefore, cartId = null, sale = false, ...beginning }: Placing,
    by: Occasion,
  ): Order {
    const order = Order.begin(beginning, by);
    // A sale is paid at once, so there is no time that it could let pass.
    Object.assign(order, { number, ...priced(lines), payBefore: sale ? null : payBefore, cartId, sale });
    order.become('awaiting-payment', by);
    return order;
  }

  /** Taken in, to be decided when its turn comes. */
  static accept(beginning: Beginning, correlationId: string, by: Occasion): Order {
    const order = Object.assign(Order.begin(beginning, by), { correlationId });
    order.become('accepted', by);
    return order;
  }

  private static begin({ placedAt = null, ...beginning }: Beginning, by: Occasion): Order {
    const unpriced = { total: null, currency: null, payBefore: null, cartId: null, sale: false };
    const unpaid = { paidAt: null, paymentId: null };
    const began = { placedAt, correlationId: null, legacyId: null, createdAt: by.now, version: 0 };
    return Object.assign(new Order(), { ...beginning, ...unpriced, ...unpaid, ...began });
  }

  /**
   * Its turn has come, and its stock is held: from now on it waits to be paid.
   * @throws PlazaError `orders.mixed-currencies`, `orders.total-too-large`
   */
  confirm({ lines, payBefore }: Pick<Placing, 'lines' | 'payBefore'>, by: Occasion): OrderPlaced {
    const to = this.next('confirm');
    Object.assign(this, { ...priced(lines), payBefore });
    this.become(to, by);
    return this.placed();
  }

  /** Its turn has come, and it cannot be had. */
  reject(why: Pick<OrderRejected['data'], 'code' | 'reason' | 'short'>, by: Occasion): OrderRejected {
    this.become(this.next('reject'), by, why.reason);
    return { type: 'order-rejected', key: this.id, data: { ...this.data(), ...why } };
  }

  placed(): OrderPlaced {
    const items = this.lines.map(({ productId, quantity, unitPrice, lineTotal }) => {
      return { productId, quantity, unitPrice, lineTotal };
    });
    const payBefore = this.payBefore?.toISOString() ?? null;
    const data = { ...this.pricedData(), number: orderNumber(this.number), items, payBefore };
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
    const { total } = this.pricedData();
    if (amount !== total) throw amountDiffers(this.id, paymentId, amount, total);
    this.become(to, by);
    Object.assign(this, { paymentId, paidAt: capturedAt });
    return this.paid(paymentId, capturedAt);
  }

  private paid(paymentId: string, at: Date): OrderPaid {
    const data = { ...this.pricedData(), paymentId, paidAt: at.toISOString(), sale: this.sale };
    return { type: 'order-paid', key: this.id, data };
  }

  /**
   * Handed over or sent. Telling it again changes nothing, and is no news.
   * @throws PlazaError `orders.not-fulfillable` unless it is paid
   */
  fulfil(by: Occasion): OrderFulfilled | undefined {
    if (this.status === 'fulfilled') return undefined;
    this.become(this.next('fulfil'), by);
    return { type: 'order-fulfilled', key: this.id, data: this.pricedData() };
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
    return { type: 'order-expired', key: this.id, data: this.pricedData() };
  }

  /**
   * All its money was given back. Telling it again changes nothing, and is no news.
   * @throws PlazaError `orders.not-refundable` unless it was paid
   */
  refund(
    { amount, refundedAt, reason }: { amount: number; refundedAt: Date; reason: string | null },
    by: Occasion,
  ): OrderRefunded | undefined {
    if (this.status === 'refunded') return undefined;
    this.become(this.next('refund'), by, reason);
    const { paymentId } = this;
    if (paymentId === null) throw new Error(`Order ${this.id} was paid by no payment`);
    const data = { paymentId, refunded: amount, refundedAt: refundedAt.toISOString(), reason };
    return { type: 'order-refunded', key: this.id, data: { ...this.pricedData(), ...data } };
  }

  isOf(actor: Actor): boolean {
    return actor.kind !== 'customer' || actor.id === this.customerId;
  }

  private data() {
    const { id, customerId, branchId, total, currency } = this;
    if (branchId === null) throw new Error(`Order ${this.id} of the legacy shop is no news`);
    return { orderId: id, customerId, branchId, total, currency };
  }

  private pricedData() {
    const { total, currency, ...data } = this.data();
    if (total === null || currency === null) throw new Error(`Order ${this.id} has no prices yet`);
    return { ...data, total, currency };
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
