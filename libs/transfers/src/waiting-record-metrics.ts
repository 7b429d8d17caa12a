/** How many records wait and for how long, told when somebody measures. */
import { Injectable } from '@nestjs/common';
import { Clock, Database, Metrics } from '@plaza/platform';
import { Gauge } from 'prom-client';
import { unfinishedStatuses } from './records/record-status';

const count = `
  SELECT status, count(*)::float8 AS waiting, min(noted_at) AS oldest FROM transfers.records
  WHERE ended_at IS NULL GROUP BY status`;

@Injectable()
export class WaitingRecordMetrics {
  constructor(database: Database, clock: Clock, metrics: Metrics) {
    const age = metrics.gauge(
      'plaza_transfer_records_oldest_waiting_seconds',
      'Age of the oldest that waits',
      ['status'],
    );
    const waiting = new Gauge({
      name: 'plaza_transfer_records_waiting',
      help: 'Records that are not finished, by status',
      labelNames: ['status'],
      registers: [metrics.registry],
      // Nothing is told while the database is away: the other metrics are needed all the more then.
      collect: async () => {
        const rows = await database
          .read<{ status: string; waiting: number; oldest: Date }>(count)
          .catch(() => undefined);
        if (!rows) return;
        for (const status of unfinishedStatuses) {
          const row = rows.find((one) => one.status === status);
          waiting.set({ status }, row?.waiting ?? 0);
          age.set({ status }, row ? Math.max(0, (clock.now().getTime() - row.oldest.getTime()) / 1_000) : 0);
        }
      },
    });
  }
}
