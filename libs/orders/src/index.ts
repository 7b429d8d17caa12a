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
export { CartsQueries, type CartToPlace } from './carts/carts.queries';
