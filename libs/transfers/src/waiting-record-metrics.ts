/** How many records wait and for how long, told when somebody measures. */
import { Injectable } from '@nestjs/common';
import { Clock, Database, Metrics } from '@plaza/platform';
import type { Gauge } from 'prom-client';
import { unfinishedStatuses } from './records/record-status';

interface Waiting {
  status: string;
  waiting: number;
  oldest: Date;
}

const count = `
  SELECT status, count(*)::float8 AS waiting, min(noted_at) AS oldest FROM transfers.records
  WHERE ended_at IS NULL GROUP BY status`;

@Injectable()
export class WaitingRecordMetrics {
  constructor(database: Database, clock: Clock, metrics: Metrics) {
    const ageOf = ({ oldest }: Waiting) => Math.max(0, (clock.now().getTime() - oldest.getTime()) / 1_000);
    const byStatus =
      (tell: (row: Waiting) => number) => (gauge: Gauge<'status'>, rows: readonly Waiting[]) => {
        for (const status of unfinishedStatuses) {
          const row = rows.find((one) => one.status === status);
          gauge.set({ status }, row ? tell(row) : 0);
        }
      };
    const labelNames: 'status'[] = ['status'];
    metrics
      .toldFrom(() => database.read<Waiting>(count))
      .add(
        {
          ...{ name: 'plaza_transfer_records_waiting', labelNames },
          help: 'Records that are not finished, by status',
        },
        byStatus(({ waiting }) => waiting),
      )
      .add(
        {
          ...{ name: 'plaza_transfer_records_oldest_waiting_seconds', labelNames },
          help: 'Age of the oldest that waits',
        },
        byStatus(ageOf),
      );
  }
}
