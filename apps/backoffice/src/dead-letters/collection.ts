/** Events that a consumer could not take. The same event may be of several consumers. */
import { sortedBy, type Collection } from '../server/collection';

export const deadLetters: Collection = {
  path: '/v1/dead-letters',
  idOf: ({ eventId, consumer }) => `${String(eventId)} ${String(consumer)}`,
  pages: 'numbered',
  sortOf: sortedBy('diedAt'),
};
