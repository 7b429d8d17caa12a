import type { ContextSchema } from '@plaza/platform';
import { Log1763600000070 } from './migrations/1-log';
import { Seals1763600000071 } from './migrations/2-seals';
import { LastSeal1763600000072 } from './migrations/3-last-seal';
import { installRecorders } from './recording/install';

const itself = 'The audit log itself, which nobody may change';

export const auditSchema: ContextSchema = {
  schema: 'audit',
  migrations: [Log1763600000070, Seals1763600000071, LastSeal1763600000072],
  readOnly: true,
  appendOnly: ['seals'],
  notAudited: {
    log: itself,
    seals: itself,
    last_seal: itself,
    statements: itself,
    tables: 'Follows from what the contexts declare',
  },
  complete: installRecorders,
};
