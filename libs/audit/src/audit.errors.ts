/** What can go wrong when somebody asks the audit log. */
import { PlazaError } from '@plaza/platform';

export function tableUnknown(schema: string, table: string): PlazaError {
  return new PlazaError('not-found', 'audit.table-unknown', 'There is no such table in the audit log', {
    schema,
    table,
  });
}
