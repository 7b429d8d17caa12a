import type { ContextSchema } from '@plaza/platform';
import { Orders1763600000030 } from './migrations/1-orders';
import { OrderHistory1763600000031 } from './migrations/2-order-history';
import { WaysOfPlacing1763600000032 } from './migrations/3-ways-of-placing';
import { AcceptedOrders1763600000033 } from './migrations/4-accepted-orders';
import { OrderLists1763600000034 } from './migrations/5-order-lists';
import { AcceptedRequests1763600000035 } from './migrations/6-accepted-requests';
import { Carts1763600000036 } from './migrations/7-carts';
import { Waiting1763600000037 } from './migrations/8-waiting';
import { CartEvents1763600000038 } from './migrations/9-cart-events';
import { OrdersByPayment1763600000060 } from './migrations/10-orders-by-payment';
import { LegacyOrders1764300000410 } from './migrations/12-legacy-orders';
import { Purchases1764300000440 } from './migrations/13-purchases';

export const ordersSchema: ContextSchema = {
  schema: 'orders',
  migrations: [
    Orders1763600000030,
    OrderHistory1763600000031,
    WaysOfPlacing1763600000032,
    AcceptedOrders1763600000033,
    OrderLists1763600000034,
    AcceptedRequests1763600000035,
    Carts1763600000036,
    Waiting1763600000037,
    CartEvents1763600000038,
    OrdersByPayment1763600000060,
    LegacyOrders1764300000410,
    Purchases1764300000440,
  ],
  appendOnly: ['order_lines', 'wished_lines', 'order_history'],
  audited: {
    orders: { member: 'id', often: true },
    order_lines: { member: 'order_id', often: true },
    wished_lines: { member: 'order_id' },
    order_history: { member: 'order_id', often: true },
    carts: { member: 'order_id' },
    waiting: { member: 'cart_id' },
  },
  notAudited: {
    cart_events: 'What a stream tells for some days; that of which it tells stands in carts and in waiting',
  },
};
