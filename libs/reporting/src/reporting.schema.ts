import type { ContextSchema } from '@plaza/platform';
import { Reports1764300000442 } from './migrations/1-reports';
import { Drifts1764300000443 } from './migrations/2-drifts';
import { DriftsClosedByPeople1764900000775 } from './migrations/3-drifts-closed-by-people';

export const reportingSchema: ContextSchema = {
  schema: 'reporting',
  migrations: [Reports1764300000442, Drifts1764300000443, DriftsClosedByPeople1764900000775],
  appendOnly: ['editions', 'deliveries', 'dispatches', 'nights'],
  audited: { recipients: {}, editions: {}, deliveries: {}, dispatches: {}, drifts: {}, nights: {} },
};
