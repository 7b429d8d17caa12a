/** What waits, told when somebody measures: payments without a word from the gateway or from staff, and reports the error log is owed. */
import { Injectable } from '@nestjs/common';
import { Clock, Database, Metrics } from '@plaza/platform';

interface Backlog {
  open: number;
  parked: number;
  review: number;
  refunds: number;
  unanswered_refunds: number;
  owed: number;
  oldest_open: Date | null;
  oldest_review: Date | null;
  oldest_owed: Date | null;
}

const count = `
  SELECT (SELECT count(*) FROM payments.payments WHERE status = 'open')::float8 AS open,
         (SELECT count(*) FROM payments.payments WHERE status = 'parked')::float8 AS parked,
         (SELECT count(*) FROM payments.payments WHERE status = 'review')::float8 AS review,
         (SELECT min(created_at) FROM payments.payments WHERE status = 'open') AS oldest_open,
         (SELECT min(began_at) FROM payments.reviews WHERE decided_at IS NULL) AS oldest_review,
         (SELECT count(*) FROM payments.refunds WHERE status = 'open')::float8 AS refunds,
         (SELECT count(*) FROM payments.refunds WHERE status = 'unanswered')::float8 AS unanswered_refunds,
         (SELECT count(*) FROM payments.error_reports WHERE status IN ('waiting', 'in-doubt'))::float8 AS owed,
         (SELECT min(created_at) FROM payments.error_reports WHERE status IN ('waiting', 'in-doubt')) AS oldest_owed`;

@Injectable()
export class BacklogMetrics {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    const labelNames: 'what'[] = ['what'];
    metrics
      .toldFrom(() => this.count())
      .add(
        { name: 'plaza_payments_waiting', help: 'Payments and reports that wait', labelNames },
        (waiting, backlog) => {
          waiting.set({ what: 'open' }, backlog.open);
          waiting.set({ what: 'parked' }, backlog.parked);
          waiting.set({ what: 'review' }, backlog.review);
          waiting.set({ what: 'refund' }, backlog.refunds);
          waiting.set({ what: 'unanswered-refund' }, backlog.unanswered_refunds);
          waiting.set({ what: 'report' }, backlog.owed);
        },
      )
      .add(
        {
          ...{ name: 'plaza_payments_oldest_waiting_seconds', labelNames },
          help: 'Age of the oldest that waits',
        },
        (ages, backlog) => {
          ages.set({ what: 'open' }, this.secondsSince(backlog.oldest_open));
          ages.set({ what: 'review' }, this.secondsSince(backlog.oldest_review));
          ages.set({ what: 'report' }, this.secondsSince(backlog.oldest_owed));
        },
      );
  }

  private async count(): Promise<Backlog> {
    const [backlog] = await this.database.read<Backlog>(count);
    if (!backlog) throw new Error('A count has a row');
    return backlog;
  }

  private secondsSince(instant: Date | null): number {
    return instant ? Math.max(0, (this.clock.now().getTime() - instant.getTime()) / 1_000) : 0;
  }
}
