/** How the payment stream stands at this moment: the census, what came last, and what waits. */
import { Injectable } from '@nestjs/common';
import { Database } from '@plaza/platform';
import { CensusQueries, type TallyEntry } from './census.queries';

export interface StreamStatus {
  census: (TallyEntry & { lastReceivedAt: Date | null })[];
  /** Payments about which the gateway is to be asked. */
  open: number;
  /** Payments whose account is not known. */
  parked: number;
  /** Reports that the error log is owed. */
  owedReports: number;
}

@Injectable()
export class StreamStatusQueries {
  constructor(
    private readonly database: Database,
    private readonly censusQueries: CensusQueries,
  ) {}

  async status(): Promise<StreamStatus> {
    const census = await this.censusQueries.tally();
    const [waiting] = await this.database.read<Omit<StreamStatus, 'census'>>(
      `SELECT (SELECT count(*) FROM payments.payments WHERE status = 'open')::float8 AS open,
              (SELECT count(*) FROM payments.payments WHERE status = 'parked')::float8 AS parked,
              (SELECT count(*) FROM payments.error_reports WHERE status IN ('waiting', 'in-doubt'))::float8
                AS "owedReports"`,
    );
    const latest = await this.lastReceived(census);
    return {
      census: census.map((entry) => ({ ...entry, lastReceivedAt: latest.get(nameOf(entry)) ?? null })),
      open: waiting?.open ?? 0,
      parked: waiting?.parked ?? 0,
      owedReports: waiting?.owedReports ?? 0,
    };
  }

  private async lastReceived(census: readonly TallyEntry[]): Promise<Map<string, Date>> {
    const rows = await this.database.read<{ topic: string; partition: number; at: Date }>(
      `SELECT topic, partition, received_at AS at FROM payments.messages
       JOIN unnest($1::text[], $2::integer[], $3::bigint[]) AS last (topic, partition, message_offset)
         USING (topic, partition, message_offset)`,
      [
        census.map(({ topic }) => topic),
        census.map(({ partition }) => partition),
        census.map(({ lastOffset }) => lastOffset),
      ],
    );
    return new Map(rows.map((row) => [nameOf(row), row.at]));
  }
}

function nameOf({ topic, partition }: { topic: string; partition: number }): string {
  return `${topic}/${String(partition)}`;
}
