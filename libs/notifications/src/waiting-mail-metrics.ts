/** How much mail waits and for how long, told when somebody measures. */
import { Injectable } from '@nestjs/common';
import { Clock, Database, Metrics } from '@plaza/platform';
import { Gauge } from 'prom-client';

const count = `
  SELECT count(*)::float8 AS waiting, min(created_at) AS oldest FROM notifications.mails WHERE status = 'waiting'`;

@Injectable()
export class WaitingMailMetrics {
  constructor(database: Database, clock: Clock, metrics: Metrics) {
    const age = metrics.gauge('plaza_mails_oldest_waiting_seconds', 'Age of the oldest mail that waits');
    const waiting = new Gauge({
      name: 'plaza_mails_waiting',
      help: 'Mails that wait to be sent',
      registers: [metrics.registry],
      // Nothing is told while the database is away: the other metrics are needed all the more then.
      collect: async () => {
        const [row] = await database.read<{ waiting: number; oldest: Date | null }>(count).catch(() => []);
        if (!row) return;
        waiting.set(row.waiting);
        age.set(row.oldest ? Math.max(0, (clock.now().getTime() - row.oldest.getTime()) / 1_000) : 0);
      },
    });
  }
}
