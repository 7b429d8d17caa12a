import type { ContextSchema } from './database/migrate';
import { Idempotency1763600000001 } from './migrations/1-idempotency';
import { SealedAnswers1764900000781 } from './migrations/2-sealed-answers';

export const platformSchema: ContextSchema = {
  schema: 'platform',
  migrations: [Idempotency1763600000001, SealedAnswers1764900000781],
  notAudited: {
    idempotency_keys:
      'An answer remembered for a day; what was done stands in the tables in which it was done',
  },
};
