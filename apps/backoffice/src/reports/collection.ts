/** Who gets the weekly report, and what was sent to whom. */
import { sortedBy, type Collection } from '../server/collection';

export const recipients: Collection = {
  path: '/v1/reports/recipients',
  pages: 'numbered',
  sortOf: sortedBy('createdAt'),
  bodyOf: ({ address, language, attachments }) => ({ address, language, attachments }),
};

export const reportDeliveries: Collection = {
  path: '/v1/reports/deliveries',
  pages: 'numbered',
  sortOf: sortedBy('deliveredAt'),
};

export const reportLanguages = ['en', 'es', 'uk'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

export const attachmentKinds = ['pdf', 'csv'] as const;
