/** How much mail waits and for how long, told when somebody measures. */
import { Injectable } from '@nestjs/common';
import { Clock, Database, Metrics } from '@plaza/platform';

const count = `
  SELECT count(*)::float8 AS waiting, min(created_at) AS oldest FROM notifications.mails WHERE status = 'waiting'`;

@Injectable()
export class WaitingMailMetrics {
  constructor(database: Database, clock: Clock, metrics: Metrics) {
    metrics
      .toldFrom(async () => (await database.read<{ waiting: number; oldest: Date | null }>(count))[0])
      .add({ name: 'plaza_mails_waiting', help: 'Mails that wait to be sent' }, (gauge, row) => {
        gauge.set(row?.waiting ?? 0);
      })
      .add(
        { name: 'plaza_mails_oldest_waiting_seconds', help: 'Age of the oldest mail that waits' },
        (gauge, row) => {
          gauge.set(row?.oldest ? Math.max(0, (clock.now().getTime() - row.oldest.getTime()) / 1_000) : 0);
        },
      );
  }
}
