/** Drifts as they are kept: found once, seen again, gone by themselves, or closed by somebody: corrected, or dismissed. */
import { Injectable } from '@nestjs/common';
import {
  Clock,
  Conditions,
  Database,
  newId,
  readList,
  type Actor,
  type CountedPage,
  type StaffPageWish,
  type Tx,
} from '@plaza/platform';
import { driftNotOpen, driftUnknown } from '../reporting.errors';
import type { Span } from '../weeks/week';
import type { Correction, Drift, DriftKind } from './drift';

export const driftStatuses = ['open', 'corrected', 'dismissed', 'gone'] as const;
export type DriftStatus = (typeof driftStatuses)[number];

export interface DriftView {
  id: string;
  kind: DriftKind;
  subject: string;
  status: DriftStatus;
  /** What each side says. */
  rows: Record<string, unknown>;
  /** What approving it does; null where somebody has to find out first. */
  correction: Correction | null;
  occurredAt: Date;
  foundAt: Date;
  /** When it was there the last time somebody looked. */
  seenAt: Date;
  /** Null while it is open. */
  closedAt: Date | null;
  approvedBy: { kind: string; id: string } | null;
  /** Null where nobody did. */
  dismissed: { kind: string; id: string; reason: string } | null;
  /** When a correction was approved after which it was there again; null where there was none. */
  triedAt: Date | null;
}

/** What is looked at again, whenever it happened. */
export type Unsettled = Pick<DriftView, 'id' | 'kind' | 'subject' | 'occurredAt'>;

export interface DriftFilter extends StaffPageWish {
  kind?: DriftKind;
  status?: DriftStatus;
}

const columns = `id, kind, subject, status, rows, correction, occurred_at AS "occurredAt", found_at AS "foundAt",
  seen_at AS "seenAt", closed_at AS "closedAt", tried_at AS "triedAt",
  CASE status WHEN 'corrected' THEN json_build_object('kind', actor_kind, 'id', actor_id) END AS "approvedBy",
  CASE status WHEN 'dismissed' THEN json_build_object('kind', actor_kind, 'id', actor_id, 'reason', reason) END AS dismissed`;

/** Within this time a correction has done what it does: a gateway was asked, a message was read. */
const takesMs = 60 * 60_000;

/**
 * One that was corrected and is still there when that has had its time is open again, but for stock that was returned: its movement
 * stands for ever. One that was dismissed is open again with other rows.
 */
const insert = `
  INSERT INTO reporting.drifts (id, kind, subject, status, rows, correction, occurred_at, found_at, seen_at)
  SELECT id, kind, subject, 'open', rows::jsonb, correction::jsonb, occurred_at, $1, $1
  FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
    AS drift (id, kind, subject, rows, correction, occurred_at)
  ORDER BY kind, subject
  ON CONFLICT ON CONSTRAINT drifts_once DO UPDATE
  SET seen_at = $1, status = 'open', closed_at = NULL, rows = excluded.rows, correction = excluded.correction,
      occurred_at = excluded.occurred_at, actor_kind = NULL, actor_id = NULL, reason = NULL,
      tried_at = CASE drifts.status WHEN 'corrected' THEN drifts.closed_at WHEN 'open' THEN drifts.tried_at END
  WHERE CASE drifts.status WHEN 'corrected' THEN drifts.closed_at < $8 AND drifts.correction ->> 'does' <> 'return-stock'
                           WHEN 'dismissed' THEN drifts.rows <> excluded.rows
                           ELSE true END
  RETURNING id`;

@Injectable()
export class Drifts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns how many of them are open */
  async note(drifts: readonly Drift[], seenAt: Date): Promise<number> {
    // Of one subject the last one counts.
    const each = [...new Map(drifts.map((drift) => [`${drift.kind} ${drift.subject}`, drift])).values()];
    if (each.length === 0) return 0;
    const noted = await this.database.transaction((tx) =>
      tx.query<unknown[]>(insert, [
        seenAt,
        each.map(() => newId()),
        each.map(({ kind }) => kind),
        each.map(({ subject }) => subject),
        each.map(({ rows }) => JSON.stringify(rows)),
        each.map(({ correction }) => correction && JSON.stringify(correction)),
        each.map(({ occurredAt }) => occurredAt),
        new Date(seenAt.getTime() - takesMs),
      ]),
    );
    return noted.length;
  }

  /**
   * What happened before an instant and is open, or was corrected since it; at most `limit`, those first that are open and were not seen
   * for longest.
   */
  unsettled(before: Date, limit: number): Promise<Unsettled[]> {
    return this.database.read<Unsettled>(
      `SELECT id, kind, subject, occurred_at AS "occurredAt" FROM reporting.drifts
       WHERE (status = 'open' OR status = 'corrected' AND closed_at >= $1) AND occurred_at < $1
       ORDER BY status = 'open' DESC, seen_at, id LIMIT $2`,
      [before, limit],
    );
  }

  /** Closes those of the span, and those named, that are open and were not seen when they were looked for. */
  async closeGone({ from, to }: Span, ids: readonly string[], lookedAt: Date): Promise<void> {
    await this.database.transaction((tx) =>
      tx.query(
        `UPDATE reporting.drifts SET status = 'gone', closed_at = $3
         WHERE status = 'open' AND seen_at < $3 AND (occurred_at >= $1 AND occurred_at < $2 OR id = ANY ($4::uuid[]))`,
        [from, to, lookedAt, ids],
      ),
    );
  }

  /**
   * Newest first, unless asked otherwise.
   * @throws InvalidInput when `after` is no cursor
   */
  list({ kind, status, ...page }: DriftFilter): Promise<CountedPage<DriftView>> {
    return readList<DriftView>(
      (sql, parameters) => this.database.read(sql, parameters),
      {
        table: 'reporting.drifts',
        columns,
        conditions: new Conditions().add('kind = ?', kind).add('status = ?', status),
        place: [
          ['found_at', 'instant'],
          ['id', 'uuid'],
        ],
        sort: '-foundAt',
        placeOf: ({ foundAt, id }) => [foundAt.toISOString(), id],
      },
      page,
    );
  }

  /** How many are open, by kind. */
  openByKind(): Promise<{ kind: DriftKind; drifts: number }[]> {
    return this.database.readReplica(
      `SELECT kind, count(*)::float8 AS drifts FROM reporting.drifts WHERE status = 'open' GROUP BY kind ORDER BY kind`,
    );
  }

  /** @throws PlazaError `reporting.drift-unknown` */
  async get(id: string): Promise<DriftView> {
    const [drift] = await this.database.read<DriftView>(
      `SELECT ${columns} FROM reporting.drifts WHERE id = $1`,
      [id],
    );
    if (!drift) throw driftUnknown(id);
    return drift;
  }

  /**
   * For nobody else until the transaction ends.
   * @throws PlazaError `reporting.drift-unknown`, `reporting.drift-not-open`
   */
  async lockOpen(tx: Tx, id: string): Promise<DriftView> {
    await tx.query('SELECT FROM reporting.drifts WHERE id = $1 FOR UPDATE', [id]);
    const drift = await this.get(id);
    if (drift.status !== 'open') throw driftNotOpen(id, drift.status);
    return drift;
  }

  /**
   * Says that nothing is to be mended here. It is open again only if other rows are found.
   * @throws PlazaError `reporting.drift-unknown`, `reporting.drift-not-open`
   */
  async dismiss(id: string, reason: string, actor: Actor): Promise<DriftView> {
    await this.database.transaction(async (tx) => {
      await this.lockOpen(tx, id);
      await tx.query(
        `UPDATE reporting.drifts SET status = 'dismissed', closed_at = $2, actor_kind = $3, actor_id = $4, reason = $5
         WHERE id = $1`,
        [id, this.clock.now(), actor.kind, actor.id, reason],
      );
    });
    return this.get(id);
  }

  async corrected(tx: Tx, id: string, actor: Actor): Promise<void> {
    await tx.query(
      `UPDATE reporting.drifts SET status = 'corrected', closed_at = $2, actor_kind = $3, actor_id = $4 WHERE id = $1`,
      [id, this.clock.now(), actor.kind, actor.id],
    );
  }
}
