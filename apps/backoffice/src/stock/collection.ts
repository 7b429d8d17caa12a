/** What moved in the stock, and why. */
import { sortedBy, type Collection } from '../server/collection';

export const movements: Collection = {
  path: '/v1/catalog/stock/movements',
  pages: 'numbered',
  sortOf: sortedBy('at'),
};
