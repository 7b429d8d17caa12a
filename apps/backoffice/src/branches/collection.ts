/** Branches, the closed ones too. */
import type { Collection } from '../server/collection';

export const branches: Collection = {
  path: '/v1/catalog/branches',
  pages: 'followed',
  bodyOf: ({ code, name }) => ({ code, name }),
};
