/**
 * Series in ClickHouse, on a server or within this process: the client is the same, only its connection differs. A point written twice
 * is one: rows of one series and minute replace each other, by the time at which they were written. ClickHouse does so when it merges
 * parts, so whoever reads says FINAL.
 */
import type { OnApplicationShutdown } from '@nestjs/common';
import { ClickHouseLogLevel, createClient, type ClickHouseClient } from '@clickhouse/client';
import { Clock, type Settings } from '@plaza/platform';
import { totalsUnavailable } from '../loyalty.errors';
import type { TotalAt } from './total-history';
import { ALL_PROGRAMMES, TotalsSeries, type SeriesWish, type TotalPoint } from './totals-series';

export type ClickHousePlace = Exclude<Settings['clickhouse'], undefined>;

const requestMsMax = 10_000;

interface TotalRow {
  /** Seconds since the epoch. */
  at: number;
  outstanding: string;
}

/** One insert is one block of one partition: all of it is there, or nothing. */
const table = `
  CREATE TABLE IF NOT EXISTS plaza_loyalty_totals (
    series UUID,
    minute DateTime('UTC'),
    outstanding Int64,
    written_at DateTime64(3, 'UTC')
  ) ENGINE = ReplacingMergeTree(written_at) ORDER BY (series, minute)`;

export class ClickHouseTotals extends TotalsSeries implements OnApplicationShutdown {
  readonly isKept = true;
  private opening: Promise<ClickHouseClient> | undefined;

  constructor(
    private readonly place: ClickHousePlace,
    private readonly clock: Clock,
  ) {
    super();
  }

  async add(points: readonly TotalPoint[]): Promise<void> {
    const writtenAt = textOf(this.clock.now());
    const values = points.map(({ series, at, outstanding }) => {
      return { series, minute: secondsOf(at), outstanding, written_at: writtenAt };
    });
    await this.asking((client) =>
      client.insert({ table: 'plaza_loyalty_totals', values, format: 'JSONEachRow' }),
    );
  }

  async lastOf(series: readonly string[]): Promise<Map<string, Date>> {
    const rows = await this.rows<{ id: string; at: number }>(
      `SELECT toString(series) AS id, toUnixTimestamp(max(minute)) AS at FROM plaza_loyalty_totals
       WHERE series IN (SELECT toUUID(arrayJoin(splitByChar(',', {series:String})))) GROUP BY series`,
      { series: series.join(',') },
    );
    return new Map(rows.map(({ id, at }) => [id, new Date(at * 1_000)]));
  }

  async sumsOfEach(from: Date, to: Date): Promise<TotalAt[]> {
    const rows = await this.rows<TotalRow>(
      `SELECT toUnixTimestamp(minute) AS at, toString(sum(outstanding)) AS outstanding
       FROM plaza_loyalty_totals FINAL
       WHERE series <> {all:UUID} AND minute > toDateTime({from:UInt32}) AND minute <= toDateTime({to:UInt32})
       GROUP BY minute ORDER BY minute`,
      { all: ALL_PROGRAMMES, from: secondsOf(from), to: secondsOf(to) },
    );
    return rows.map(totalAt);
  }

  async read({ series, from, to, stepMs }: SeriesWish): Promise<TotalAt[]> {
    const rows = await this.rows<TotalRow>(
      `SELECT toUnixTimestamp(minute) AS at, toString(outstanding) AS outstanding
       FROM plaza_loyalty_totals FINAL
       WHERE series = {series:UUID} AND minute >= toDateTime({from:UInt32}) AND minute < toDateTime({to:UInt32})
         AND toUnixTimestamp(minute) % {step:UInt32} = 0
       ORDER BY minute`,
      {
        series,
        from: Math.ceil(from.getTime() / 1_000),
        to: Math.ceil(to.getTime() / 1_000),
        step: stepMs / 1_000,
      },
    );
    return rows.map(totalAt);
  }

  async onApplicationShutdown(): Promise<void> {
    const client = await this.opening?.catch(() => undefined);
    await client?.close();
  }

  private rows<Row>(query: string, parameters: Record<string, unknown>): Promise<Row[]> {
    return this.asking(async (client) => {
      const answer = await client.query({ query, query_params: parameters, format: 'JSONEachRow' });
      return answer.json<Row>();
    });
  }

  private async asking<T>(work: (client: ClickHouseClient) => Promise<T>): Promise<T> {
    try {
      return await work(await (this.opening ??= this.open()));
    } catch (error) {
      throw totalsUnavailable(error);
    }
  }

  /** Late, because the engine within this process takes a quarter of a gigabyte. */
  private async open(): Promise<ClickHouseClient> {
    try {
      const client = createClient({
        ...('url' in this.place
          ? { url: this.place.url, request_timeout: requestMsMax }
          : { connection: await embedded(this.place.folder) }),
        application: 'plaza',
        // What fails is told by whoever asked.
        log: { level: ClickHouseLogLevel.OFF },
      });
      await client.command({ query: table });
      return client;
    } catch (error) {
      this.opening = undefined;
      throw error;
    }
  }
}

async function embedded(folder: string) {
  const { createChdbConnection } = await import('chdb/connection');
  return createChdbConnection({ path: folder });
}

function totalAt({ at, outstanding }: TotalRow): TotalAt {
  return { at: new Date(at * 1_000), outstanding: Number(outstanding) };
}

function secondsOf(at: Date): number {
  return at.getTime() / 1_000;
}

/** As ClickHouse reads an instant in UTC. */
function textOf(at: Date): string {
  return at.toISOString().replace('T', ' ').replace('Z', '');
}
