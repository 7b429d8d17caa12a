import type { ContextSchema } from './database/migrate';
import { Idempotency1763600000001 } from './migrations/1-idempotency';

export const platformSchema: ContextSchema = { schema: 'platform', migrations: [Idempotency1763600000001] };
