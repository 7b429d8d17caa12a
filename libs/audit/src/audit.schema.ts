import type { ContextSchema } from '@plaza/platform';
import { Log1763600000070 } from './migrations/1-log';
import { installRecorders } from './recording/install';

const itself = 'The audit log itself, which nobody may change';

export const auditSchema: ContextSchema = {
  schema: 'audit',
  migrations: [Log1763600000070],
  readOnly: true,
  notAudited: { log: itself, statements: itself, tables: 'Follows from what the contexts declare' },
  complete: installRecorders,
};
