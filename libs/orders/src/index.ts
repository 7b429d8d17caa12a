export * from './orders.module';
export * from './orders.schema';
export * from './orders.events';
export * from './orders.queries';
export * from './orders.service';
export { orderStatuses, type OrderStatus } from './order-status';
export type { OrderLine } from './order.entity';
export type { PlacedOrder, PlaceOrder } from './placing';
