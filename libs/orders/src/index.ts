export * from './orders.module';
export * from './orders.schema';
export * from './orders.events';
export {
  OrdersQueries,
  type HistoryEntry,
  type OrderFilter,
  type OrderPage,
  type OrderView,
  type PayableOrder,
} from './orders.queries';
export * from './orders.service';
export { orderStatuses, type OrderStatus } from './order-status';
export type { OrderLine } from './order.entity';
export type { PlacedOrder, PlaceOrder } from './placing';
export { CartsQueries, type CartItem, type CartToPlace, type CartView } from './carts/carts.queries';
export { CartsService, type CartItemWish, type OpenedCart } from './carts/carts.service';
export { CART_EVENTS_SIGNAL, type CartEvent, type CartFact } from './carts/cart-events';
export { PromotionService } from './carts/promotion.service';
export { WaitingQueries, type WaitingView } from './carts/waiting.queries';
export { WaitingService, type AwaitedItem, type JoinedLine } from './carts/waiting.service';
export { CartsPast } from './carts/carts-past.service';
