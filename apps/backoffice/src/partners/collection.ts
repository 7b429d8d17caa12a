/** Partners, and the clients by which their machines come in. */
import { sortedBy, type Collection } from '../server/collection';
import { plainQuery } from '../server/pages';

export const partners: Collection = {
  path: '/v1/identity/partners',
  pages: 'numbered',
  sortOf: sortedBy('createdAt'),
  bodyOf: ({ name }) => ({ name }),
};

/** Of the `partner` in the filter. */
export const clients: Collection = {
  path: '/v1/identity/partners',
  listPathOf: ({ partner }) => `/v1/identity/partners/${String(partner)}/clients`,
  queryOf: ({ partner: _partner, ...filter }) => plainQuery(filter),
  idOf: ({ clientId }) => String(clientId),
  pages: 'followed',
};

export const partnerScopes = [
  'loyalty:read',
  'loyalty:write',
  'loyalty:settings',
  'loyalty:sandbox',
] as const;
export const clientModes = ['live', 'sandbox'] as const;
