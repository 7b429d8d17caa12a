/** What the error log is told about payments. */
import { sortedBy, type Collection } from '../server/collection';

export const errorReports: Collection = {
  path: '/v1/payments/errors',
  pages: 'numbered',
  sortOf: sortedBy('createdAt'),
};

export const reportStatuses = ['waiting', 'in-doubt', 'delivered', 'refused'] as const;
