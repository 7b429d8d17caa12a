/** Mail that Plaza wrote. */
import { sortedBy, type Collection } from '../server/collection';

export const mail: Collection = { path: '/v1/mail', pages: 'numbered', sortOf: sortedBy('createdAt') };

export const mailStatuses = ['waiting', 'sent', 'captured', 'refused', 'given-up'] as const;
