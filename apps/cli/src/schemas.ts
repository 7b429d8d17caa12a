/** Every schema of Plaza, in the order in which it is migrated. */
import { auditSchema } from '@plaza/audit';
import { catalogSchema } from '@plaza/catalog';
import { identitySchema } from '@plaza/identity';
import { loyaltySchema } from '@plaza/loyalty';
import { messagingSchema } from '@plaza/messaging';
import { notificationsSchema } from '@plaza/notifications';
import { ordersSchema } from '@plaza/orders';
import { paymentsSchema } from '@plaza/payments';
import { platformSchema, type ContextSchema } from '@plaza/platform';
import { reportingSchema } from '@plaza/reporting';
import { transfersSchema } from '@plaza/transfers';

export const schemas: ContextSchema[] = [
  platformSchema,
  messagingSchema,
  identitySchema,
  catalogSchema,
  ordersSchema,
  paymentsSchema,
  loyaltySchema,
  notificationsSchema,
  transfersSchema,
  reportingSchema,
  auditSchema,
];
