/** Payments that nobody but staff can decide about. */
import { sortedBy, type Collection } from '../server/collection';

export const reviews: Collection = {
  path: '/v1/payments/reviews',
  pages: 'numbered',
  sortOf: sortedBy('beganAt'),
};
