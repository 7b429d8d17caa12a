/** How long the oldest row has been waiting for its seal, told when somebody measures. */
import { Injectable } from '@nestjs/common';
import { Database, Metrics } from '@plaza/platform';
import { Gauge } from 'prom-client';

const oldestUnsealed = `
  SELECT extract(epoch FROM clock_timestamp() - at)::float8 AS seconds FROM audit.log
  WHERE id > coalesce((SELECT max(to_id) FROM audit.seals), 0) ORDER BY id LIMIT 1`;

@Injectable()
export class AuditMetrics {
  constructor(
    private readonly database: Database,
    metrics: Metrics,
  ) {
    const age = new Gauge({
      name: 'plaza_audit_unsealed_seconds',
      help: 'Age of the oldest row of the audit log that is not sealed; 0 when all are',
      registers: [metrics.registry],
      collect: async () => {
        const seconds = await this.seconds();
        if (seconds !== undefined) age.set(seconds);
      },
    });
  }

  /** Undefined while the database is away: the other metrics are needed all the more then. */
  private async seconds(): Promise<number | undefined> {
    try {
      const [oldest] = await this.database.read<{ seconds: number }>(oldestUnsealed);
      return oldest?.seconds ?? 0;
    } catch {
      return undefined;
    }
  }
}
