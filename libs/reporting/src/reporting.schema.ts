import type { ContextSchema } from '@plaza/platform';
import { Reports1764300000442 } from './migrations/1-reports';

export const reportingSchema: ContextSchema = {
  schema: 'reporting',
  migrations: [Reports1764300000442],
  appendOnly: ['editions', 'deliveries', 'dispatches'],
  audited: { recipients: {}, editions: {}, deliveries: {}, dispatches: {} },
};
