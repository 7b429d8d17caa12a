/** What the orders context announces. The key of every event is the order. */
import type { EnvelopeOf, Fact } from '@plaza/messaging';

export const ORDERS_TOPIC = 'orders.events';

/** Raised when an order that could be seen before has changed. */
export const ORDER_SIGNAL = 'plaza_order_changed';

/** Raised when orders were taken in to be decided later. */
export const ACCEPTED_SIGNAL = 'plaza_orders_accepted';

interface OrderData {
  orderId: string;
  /** Null for somebody at the counter whom nobody knows. */
  customerId: string | null;
  branchId: string;
}

interface PricedData extends OrderData {
  /** Minor units of `currency`. */
  total: number;
  currency: string;
}

interface PerhapsPricedData extends OrderData {
  /** Null when it ended before its prices were decided. */
  total: number | null;
  currency: string | null;
}

/** Its stock is set aside, and it waits to be paid. */
export type OrderPlaced = Fact<
  'order-placed',
  PricedData & {
    number: string;
    items: { productId: string; quantity: number; unitPrice: number; lineTotal: number }[];
    payBefore: string | null;
  }
>;

export type OrderPaid = Fact<
  'order-paid',
  PricedData & {
    paymentId: string;
    paidAt: string;
    /** It was sold and paid at the counter: its payment is not on the stream yet. */
    sale: boolean;
  }
>;

/** Handed over, or sent. */
export type OrderFulfilled = Fact<'order-fulfilled', PricedData>;

/** Somebody did not want it any more before it was paid. */
export type OrderCancelled = Fact<'order-cancelled', PerhapsPricedData & { reason: string | null }>;

/** Nobody paid in time. */
export type OrderExpired = Fact<'order-expired', PricedData>;

/** It was taken in, and when its turn came it could not be had. */
export type OrderRejected = Fact<
  'order-rejected',
  PerhapsPricedData & {
    /** As the refusal of an order that is decided at once. */
    code: string;
    reason: string;
    short: { productId: string; requested: number; available: number }[];
  }
>;

/** All the money that was taken for it was given back. */
export type OrderRefunded = Fact<
  'order-refunded',
  PricedData & {
    paymentId: string;
    /** What was given back in all. */
    refunded: number;
    refundedAt: string;
    reason: string | null;
  }
>;

export type OrderFact =
  OrderPlaced | OrderPaid | OrderFulfilled | OrderCancelled | OrderExpired | OrderRejected | OrderRefunded;
export type OrderEvent = EnvelopeOf<OrderFact>;
