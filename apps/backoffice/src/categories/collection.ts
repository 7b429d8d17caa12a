/** Categories, all of the tree. */
import type { Collection } from '../server/collection';

export const categories: Collection = {
  path: '/v1/catalog/categories',
  pages: 'followed',
  bodyOf: ({ name, slug, parentId }) => ({ name, slug, parentId }),
};
