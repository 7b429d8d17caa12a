import type { ContextSchema } from '@plaza/platform';
import { Ledger1763600000060 } from './migrations/1-ledger';

export const loyaltySchema: ContextSchema = {
  schema: 'loyalty',
  migrations: [Ledger1763600000060],
  appendOnly: ['entries', 'events'],
};
