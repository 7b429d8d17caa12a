/** Orders of all customers. */
import { sortedBy, type Collection } from '../server/collection';

export const orders: Collection = {
  path: '/v1/orders',
  pages: 'numbered',
  sortOf: sortedBy('createdAt'),
};

export const orderStatuses = [
  'accepted',
  'awaiting-payment',
  'paid',
  'fulfilled',
  'rejected',
  'cancelled',
  'expired',
  'refunded',
];
