/** The audit log, and its seals. */
import type { Collection } from '../server/collection';

export const log: Collection = { path: '/v1/audit', pages: 'followed' };

export const seals: Collection = {
  path: '/v1/audit/seals',
  idOf: ({ number }) => String(number),
  pages: 'followed',
};

export const actions = ['INSERT', 'UPDATE', 'DELETE', 'SELECT'] as const;

/** The contexts that write to the log. */
export const contexts = [
  ...['identity', 'catalog', 'orders', 'payments', 'loyalty', 'transfers', 'reporting', 'notifications'],
  'messaging',
];

/** The history of a row has an address of its own: its context, its table and its key. */
export const rowAddress = (schema: string, table: string, rowId: string) => `${schema}.${table}.${rowId}`;

export function rowAt(address: string): { schema: string; table: string; rowId: string } {
  const [schema = '', table = '', ...key] = address.split('.');
  return { schema, table, rowId: key.join('.') };
}
