/** Alarms of the payment stream. */
import { sortedBy, type Collection } from '../server/collection';

export const alarms: Collection = {
  path: '/v1/payments/alarms',
  pages: 'numbered',
  sortOf: sortedBy('raisedAt'),
};
