import type { ContextSchema } from '@plaza/platform';
import { Outbox1763600000002 } from './migrations/1-outbox';
import { DeadLettersListed1765000000845 } from './migrations/2-dead-letters-listed';

export const messagingSchema: ContextSchema = {
  schema: 'messaging',
  migrations: [Outbox1763600000002, DeadLettersListed1765000000845],
  audited: { dead_letters: { plain: ['key'] } },
  notAudited: { outbox: 'On its way, and gone when it has arrived; what it tells of stands in other tables' },
};
