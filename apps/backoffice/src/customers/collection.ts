/** Customers, as staff find and change them. */
import { sortedBy, type Collection } from '../server/collection';

export const customers: Collection = {
  path: '/v1/identity/customers',
  pages: 'numbered',
  sortOf: sortedBy('createdAt'),
  bodyOf: ({ fullName, documentNumber, email }) => ({ fullName, documentNumber, email }),
};
