/** How long the oldest row has been waiting for its seal, told when somebody measures. */
import { Injectable } from '@nestjs/common';
import { Database, Metrics } from '@plaza/platform';

const oldestUnsealed = `
  SELECT extract(epoch FROM clock_timestamp() - at)::float8 AS seconds FROM audit.log
  WHERE id > coalesce((SELECT max(to_id) FROM audit.seals), 0) ORDER BY id LIMIT 1`;

@Injectable()
export class AuditMetrics {
  constructor(database: Database, metrics: Metrics) {
    metrics
      .toldFrom(async () => (await database.read<{ seconds: number }>(oldestUnsealed))[0]?.seconds ?? 0)
      .add(
        {
          name: 'plaza_audit_unsealed_seconds',
          help: 'Age of the oldest row of the audit log that is not sealed; 0 when all are',
        },
        (gauge, seconds) => {
          gauge.set(seconds);
        },
      );
  }
}
