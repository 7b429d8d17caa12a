import type { ContextSchema } from '@plaza/platform';
import { Mails1763600000080 } from './migrations/1-mails';

export const notificationsSchema: ContextSchema = {
  schema: 'notifications',
  migrations: [Mails1763600000080],
  appendOnly: ['attachments'],
  audited: {
    mails: { masked: ['text', 'html'], often: true },
    attachments: { masked: ['content'] },
  },
};
