/** What was read of the big tables while something was done, by PostgreSQL's own counters. */
import type { Client as Connection } from 'pg';
import type { Database } from '@plaza/platform';
import { bigTableRows } from './big-tables';

interface Counts {
  table: string;
  /** How often it was read from end to end. */
  scans: number;
  /** Rows that were read then. */
  scanned: number;
  /** Rows that were fetched by way of an index. */
  fetched: number;
}

export class TableReads {
  private readonly pools: Database[] = [];

  private constructor(
    private readonly reader: Connection,
    private readonly connections: number,
    /** Those that grow with the shop. */
    readonly big: readonly string[],
  ) {}

  /** @param connections of a pool, each of which tells its counts by itself */
  static async of(reader: Connection, connections: number, pool: Database): Promise<TableReads> {
    const { rows } = await reader.query<{ table: string; rows: number }>(tables);
    const big = rows.filter((each) => each.rows >= bigTableRows / 2).map(({ table }) => table);
    const reads = new TableReads(reader, connections, big);
    reads.alsoOf(pool);
    return reads;
  }

  /** Counts what is read over the connections of another pool, too. */
  alsoOf(pool: Database): void {
    this.pools.push(pool);
  }

  async tables(): Promise<string[]> {
    const { rows } = await this.reader.query<{ table: string }>(tables);
    return rows.map(({ table }) => table);
  }

  /** @returns what was read from end to end while `work` was done, in words; and how many rows were read of each big table, one way or the other */
  async during(
    name: string,
    work: () => Promise<unknown>,
  ): Promise<{ faults: string[]; rows: Record<string, number> }> {
    const before = await this.counts();
    await work();
    const faults: string[] = [];
    const rows: Record<string, number> = {};
    for (const { table, scans, scanned, fetched } of (await this.counts()).values()) {
      const earlier = before.get(table) ?? { scans: 0, scanned: 0, fetched: 0 };
      if (scans > earlier.scans) faults.push(`${name}: ${table}, ${scanned - earlier.scanned} rows`);
      const read = scanned - earlier.scanned + fetched - earlier.fetched;
      if (read > 0) rows[table] = read;
    }
    return { faults, rows };
  }

  /** Whoever did it. */
  private async counts(): Promise<Map<string, Counts>> {
    // Every connection of a process tells its counts at the end of this statement; as many at once as there are connections, each long enough
    // for the others to begin.
    await Promise.all(
      this.pools.flatMap((pool) =>
        Array.from({ length: this.connections }, () =>
          pool.read('SELECT pg_stat_force_next_flush(), pg_sleep(0.005)'),
        ),
      ),
    );
    const { rows } = await this.reader.query<Counts>(
      `SELECT schemaname || '.' || relname AS table, seq_scan::integer AS scans, seq_tup_read::integer AS scanned,
              coalesce(idx_tup_fetch, 0)::integer AS fetched
       FROM pg_stat_user_tables WHERE schemaname || '.' || relname = ANY ($1)`,
      [this.big],
    );
    return new Map(rows.map((row) => [row.table, row]));
  }
}

const tables = `
  SELECT namespace.nspname || '.' || relname AS table, reltuples::integer AS rows
  FROM pg_class JOIN pg_namespace namespace ON namespace.oid = relnamespace
  WHERE relkind = 'r' AND nspname !~ '^(pg_|information_schema)' AND relname <> 'migrations'
    AND NOT (nspname = 'audit' AND relname > 'log_' || to_char(now() AT TIME ZONE 'UTC', 'YYYY_MM') AND relispartition)`;
