import type { ContextSchema } from '@plaza/platform';
import { Records1763600000090 } from './migrations/1-records';
import { Subscriptions1763600000091 } from './migrations/2-subscriptions';

export const transfersSchema: ContextSchema = {
  schema: 'transfers',
  migrations: [Records1763600000090, Subscriptions1763600000091],
  audited: {
    records: { plain: ['key', 'company_key'], often: true },
    answers: { plain: ['key'], often: true },
    rejections: { plain: ['fingerprint'] },
    subscriptions: { plain: ['company_key'] },
  },
};
