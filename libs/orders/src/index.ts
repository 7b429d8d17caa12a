export * from './orders.module';
export * from './orders.schema';
export * from './orders.events';
export {
  OrdersQueries,
  type HistoryEntry,
  type OrderChange,
  type OrderOfPayment,
  type PayableOrder,
  type RefundableOrder,
} from './orders/orders.queries';
export { OrderListQueries, type OrderFilter, type OrderPage } from './orders/order-list.queries';
export { LegacyOrdersService, type LegacyOrderImport } from './legacy/legacy-orders.service';
export type { LegacyPurchase } from './legacy/legacy-purchase';
export { InvoicesQueries, type CurrencyTotal, type InvoiceView } from './invoices/invoices.queries';
export { invoiceNumberCharacters } from './invoices/invoice-number';
export type { OrderLineView, OrderView } from './orders/order-view';
export * from './figures/reconciled-orders.queries';
export * from './figures/sales.queries';
export * from './figures/waiting-orders.queries';
export * from './orders/orders.service';
export * from './placing/placing.service';
export { acceptedWaitingMax } from './placing/accepting';
export { Confirming } from './placing/confirming';
export { factOfStatus, finalStatuses, orderStatuses, type OrderStatus } from './orders/order-status';
export type { OrderLine } from './orders/order-lines';
export type { PlacedOrder, PlaceOrder, WishedLine } from './placing/place-order';
export { CartsQueries, type CartItem, type CartToPlace, type CartView } from './carts/carts.queries';
export { CartsService, type CartItemWish, type OpenedCart } from './carts/carts.service';
export { CART_EVENTS_SIGNAL, type CartEvent, type CartFact } from './carts/cart-events';
export { PromotionService } from './carts/promotion.service';
export { WaitingQueries, type WaitingView } from './carts/waiting.queries';
export { WaitingService, type AwaitedItem, type JoinedQueue } from './carts/waiting.service';
export { CartsPast } from './carts/carts-past.service';
