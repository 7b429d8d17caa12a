/** Payments of the stream, those of orders among them. */
import { sortedBy, type Collection } from '../server/collection';

export const payments: Collection = {
  path: '/v1/payments',
  pages: 'numbered',
  sortOf: sortedBy('createdAt'),
};

export const paymentStatuses = ['pending', 'captured', 'declined', 'parked', 'review'] as const;
export const paymentTypes = ['online', 'offline'] as const;
