/** What can go wrong about the audit log. */
import { PlazaError } from '@plaza/platform';

export function tableUnknown(schema: string, table: string): PlazaError {
  return new PlazaError('not-found', 'audit.table-unknown', 'There is no such table in the audit log', {
    schema,
    table,
  });
}

/** What cannot be kept is not shown. */
export function readsNotKept(): PlazaError {
  return new PlazaError(
    'unavailable',
    'audit.reads-not-kept',
    'Who reads what cannot be kept at the moment, so nothing is shown; please ask again',
    { retryAfter: 2 },
  );
}
