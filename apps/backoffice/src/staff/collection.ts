/** Those who work with the back office. */
import { sortedBy, type Collection } from '../server/collection';

export const staff: Collection = {
  path: '/v1/identity/staff',
  pages: 'numbered',
  sortOf: sortedBy('createdAt'),
  bodyOf: ({ username, email, password, role, fullName, createdAt }) => ({
    ...{ email, role, fullName: fullName ?? null },
    // How somebody signs in is said once, when they are entered.
    ...(createdAt === undefined && { username, password }),
  }),
};

export const staffRoles = ['staff', 'admin'] as const;
