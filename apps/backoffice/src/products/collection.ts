/** The range. Its list is the one that everybody reads, so it knows fewer orders than staff lists. */
import type { Collection, Told } from '../server/collection';

export const products: Collection = {
  path: '/v1/catalog/products',
  pages: 'followed',
  sortOf: (field, descending) => sorts[`${field} ${descending ? 'down' : 'up'}`],
  bodyOf: ({ sku, name, description, price, currency, categoryId, active }) => ({
    ...{ sku, name, description: description ?? '', price, currency, categoryId },
    ...(active !== undefined && { active }),
  }),
  rowOf: ({ category }) => ({ categoryId: (category as Told | undefined)?.['id'] }),
};

const sorts: Record<string, string> = {
  'name up': 'name',
  'price up': 'price',
  'price down': '-price',
  'newest down': 'newest',
};
