/** Transfer records, as their owner wrote them and Plaza screened them. */
import { sortedBy, type Collection } from '../server/collection';

export const transfers: Collection = {
  path: '/v1/transfers',
  pages: 'numbered',
  sortOf: sortedBy('notedAt'),
  idOf: ({ key }) => String(key),
};

export const transferStatuses = [
  'new',
  'taken',
  'screened',
  'written-back',
  'failed',
  'too-old',
  'elsewhere',
] as const;
