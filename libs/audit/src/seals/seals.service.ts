/**
 * Seals the log, a stretch of ids at a time and behind everybody who could still commit a row of it: rows are numbered when they
 * are written and appear when they are committed, so a stretch is closed only when nobody who drew an id of it is under way.
 */
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@plaza/platform';
import { sealOver, type SealedRow } from './seal';
import { insertSeal, readLastSeal, readRows } from './seal-rows';

const rowsPerSealMax = 2_000;

/** Every id up to this one was drawn by a transaction with a smaller number than this. */
interface Horizon {
  id: string;
  transactionId: string;
}

@Injectable()
export class SealsService {
  private horizon: Horizon | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Seals the next rows that nothing can come between any more; true when there may be more. One at a time does so. */
  async sealNext(): Promise<boolean> {
    const horizon = (this.horizon ??= await this.look());
    if (!(await this.hasPassed(horizon))) return false;
    const hasMore = await this.sealUpTo(horizon.id);
    if (!hasMore) this.horizon = undefined;
    return hasMore;
  }

  private async sealUpTo(id: string): Promise<boolean> {
    const last = await readLastSeal(this.database);
    if (!last) throw new Error('The database does not tell which seal was the last one');
    const fromId = String(BigInt(last.toId) + 1n);
    if (BigInt(id) < BigInt(fromId)) return false;
    const found = await readRows(this.database, { fromId, toId: id }, rowsPerSealMax);
    const [first, ...others] = found;
    if (!first) return false;
    const rows: [SealedRow, ...SealedRow[]] = [first, ...ofSameMonth(first, others)];
    const isWhole = rows.length === found.length && found.length < rowsPerSealMax;
    const seal = sealOver(rows, isWhole ? id : (rows.at(-1)?.id ?? id), last, this.clock.now());
    await this.database.transaction((tx) => insertSeal(tx, seal));
    return !isWhole;
  }

  /** In this order: whoever has drawn an id has a number already, so it is smaller than one that is drawn afterwards. */
  private look(): Promise<Horizon> {
    return this.database.transaction(async (tx) => {
      const [drawn] = await tx.query<{ id: string }[]>(
        'SELECT CASE WHEN is_called THEN last_value ELSE 0 END::text AS id FROM audit.log_id_seq',
      );
      const [next] = await tx.query<{ transactionId: string }[]>(
        'SELECT pg_current_xact_id()::text AS "transactionId"',
      );
      if (!drawn || !next) throw new Error('The database told no horizon');
      return { ...drawn, ...next };
    });
  }

  /** Transactions of other databases of the same server are nobody's to wait for. */
  private async hasPassed({ transactionId }: Horizon): Promise<boolean> {
    const [row] = await this.database.read<{ passed: boolean }>(
      `SELECT NOT EXISTS (
         SELECT FROM pg_snapshot_xip(pg_current_snapshot()) AS running (transaction_id)
         JOIN pg_stat_activity ON backend_xid = running.transaction_id::xid
         WHERE datname = current_database() AND running.transaction_id <= $1::xid8
       ) AS passed`,
      [transactionId],
    );
    return row?.passed ?? false;
  }
}

function ofSameMonth(first: SealedRow, rows: readonly SealedRow[]): SealedRow[] {
  const other = rows.findIndex(({ month }) => month !== first.month);
  return rows.slice(0, other === -1 ? rows.length : other);
}
