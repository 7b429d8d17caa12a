/** Every schema of Plaza, in the order in which it is migrated. */
import { catalogSchema } from '@plaza/catalog';
import { identitySchema } from '@plaza/identity';
import { messagingSchema } from '@plaza/messaging';
import { notificationsSchema } from '@plaza/notifications';
import { ordersSchema } from '@plaza/orders';
import { paymentsSchema } from '@plaza/payments';
import { platformSchema, type ContextSchema } from '@plaza/platform';
import { transfersSchema } from '@plaza/transfers';

export const schemas: ContextSchema[] = [
  platformSchema,
  messagingSchema,
  identitySchema,
  catalogSchema,
  ordersSchema,
  paymentsSchema,
  notificationsSchema,
  transfersSchema,
];
