/*
 * The director's door of the transfers: new records, the script, what the open streams are told, and the record of what was asked.
 */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parsed } from './problem';
import { transferScenarioSchema } from './transfer-scenario';
import { newKey, newRecord, type Transfers } from './transfers';

const startedMax = 10_000;

const startQuery = z.strictObject({ count: z.coerce.number().int().min(1).max(startedMax).default(10) });
const signalSchema = z.strictObject({
  event: z.enum(['keep-alive', 'cancel', 'auth_revoked', 'cut', 'rubbish']),
});

export function transferDirectorRoutes(server: FastifyInstance, transfers: Transfers): void {
  server.get('/transfers/start', (request) => {
    const { count } = parsed(startQuery, request.query);
    const keys = Array.from({ length: count }, newKey);
    for (const key of keys) transfers.put([key], newRecord(key));
    return { keys };
  });
  server.get('/transfers/scenario', () => transfers.scenario);
  server.put(
    '/transfers/scenario',
    (request) => (transfers.scenario = parsed(transferScenarioSchema, request.body)),
  );
  server.get('/transfers/record', () => ({
    open: transfers.open,
    ...transfers.counts,
    written: transfers.writes,
  }));
  server.post('/transfers/signals', (request) => {
    const { event } = parsed(signalSchema, request.body);
    signal(transfers, event);
    return { told: transfers.open };
  });
}

function signal(transfers: Transfers, event: z.output<typeof signalSchema>['event']): void {
  switch (event) {
    case 'cut':
      transfers.cutAll();
      return;
    case 'rubbish':
      transfers.tell({ event: 'put', data: 'no path, no data' });
      return;
    case 'auth_revoked':
      transfers.tell({ event, data: 'credential is no longer valid' });
      transfers.endAll();
      return;
    case 'cancel':
      transfers.tell({ event, data: null });
      transfers.endAll();
      return;
    case 'keep-alive':
      transfers.tell({ event, data: null });
  }
}
