import type { ContextSchema } from './database/migrate';
import { Idempotency1763600000001 } from './migrations/1-idempotency';

export const platformSchema: ContextSchema = {
  schema: 'platform',
  migrations: [Idempotency1763600000001],
  notAudited: {
    idempotency_keys:
      'An answer remembered for a day; what was done stands in the tables in which it was done',
  },
};
