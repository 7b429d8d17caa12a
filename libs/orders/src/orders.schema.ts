import type { ContextSchema } from '@plaza/platform';
import { Orders1763600000030 } from './migrations/1-orders';
import { OrderHistory1763600000031 } from './migrations/2-order-history';

export const ordersSchema: ContextSchema = {
  schema: 'orders',
  migrations: [Orders1763600000030, OrderHistory1763600000031],
  appendOnly: ['order_lines', 'order_history'],
};
