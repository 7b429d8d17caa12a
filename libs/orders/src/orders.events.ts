/** What the orders context announces. The key of every event is the order. */
import type { EnvelopeOf, Fact } from '@plaza/messaging';

export const ORDERS_TOPIC = 'orders.events';

interface OrderData {
  orderId: string;
  /** Null for somebody at the counter whom nobody knows. */
  customerId: string | null;
  branchId: string;
  /** Minor units of `currency`. */
  total: number;
  currency: string;
}

/** Its stock is set aside, and it waits to be paid. */
export type OrderPlaced = Fact<
  'order-placed',
  OrderData & {
    number: string;
    items: { productId: string; quantity: number; unitPrice: number; lineTotal: number }[];
    payBefore: string | null;
  }
>;

export type OrderPaid = Fact<'order-paid', OrderData & { paymentId: string; paidAt: string }>;

/** Somebody did not want it any more before it was paid. */
export type OrderCancelled = Fact<'order-cancelled', OrderData & { reason: string | null }>;

/** Nobody paid in time. */
export type OrderExpired = Fact<'order-expired', OrderData>;

export type OrderFact = OrderPlaced | OrderPaid | OrderCancelled | OrderExpired;
export type OrderEvent = EnvelopeOf<OrderFact>;
