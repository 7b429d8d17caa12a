/**
 * Copies of the database that answer reads which may lag. How far each one is, is known in terms of the primary: an instant by
 * which everything that had been committed there has arrived here. So a read is sent to a copy only when it has what it must.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Pool, type PoolConfig, type QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Clock } from '../clock';
import type { PlazaLogger } from '../logger';
import { within } from '../within';

/** A copy that is further behind is not asked by anybody. */
export const replicaLagMsMax = 5_000;
/** How far apart the clocks of two machines may be. */
const clockSkewMsMax = 1_000;
const lookEveryMs = 500;
const lookMsMax = 500;

/** A position in the primary's log, with an instant at which it had been reached. */
interface Milestone {
  at: number;
  position: bigint;
}

export class Replica {
  /** Everything that had been committed by then is here. In milliseconds since the epoch. */
  completeUntil = -Infinity;
  /** It answered when it was asked last, however far behind it was. */
  answers = false;
  private readonly pool: Pool;

  constructor(
    readonly name: string,
    config: PoolConfig,
  ) {
    this.pool = new Pool(config);
    this.pool.on('error', () => undefined);
  }

  async query<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    const { rows } = await this.pool.query<QueryResultRow>(sql, parameters);
    return rows as Row[];
  }

  async look(milestones: readonly Milestone[]): Promise<void> {
    try {
      const position = await within(lookMsMax, this.position());
      const passed = milestones.filter((milestone) => milestone.position <= position);
      this.completeUntil = Math.max(-Infinity, ...passed.map(({ at }) => at));
      this.answers = true;
    } catch {
      this.completeUntil = -Infinity;
      this.answers = false;
    }
  }

  end(): Promise<void> {
    return this.pool.end();
  }

  private async position(): Promise<bigint> {
    const [row] = await this.query<{ position: string | null }>(
      `SELECT pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::text AS position WHERE pg_is_in_recovery()`,
      [],
    );
    if (row?.position === undefined || row.position === null) throw new Error(`${this.name} is no replica`);
    return BigInt(row.position);
  }
}

export class Replicas implements OnApplicationShutdown {
  private milestones: Milestone[] = [];
  private looking: Promise<void> | undefined;
  private lookedAt = -Infinity;
  private turn = 0;
  private lagging = new Set<string>();

  constructor(
    private readonly replicas: readonly Replica[],
    private readonly primary: DataSource,
    private readonly clock: Clock,
    private readonly logger: PlazaLogger,
  ) {}

  get areConfigured(): boolean {
    return this.replicas.length > 0;
  }

  /**
   * One of those, in turn, that have everything which had been committed by `instant` (in milliseconds since the epoch) and are not
   * far behind; undefined when there is none. Asks them at most twice a second.
   * @param awaited until when, by `performance.now()`, one that answers is given time to get there
   */
  async having(instant: number, awaited = -Infinity): Promise<Replica | undefined> {
    if (!this.areConfigured || instant === Infinity) return undefined;
    for (;;) {
      const replica = await this.oneHaving(instant);
      const isAwaited = performance.now() < awaited && this.replicas.some(({ answers }) => answers);
      if (replica || !isAwaited) return replica;
      await pause(lookEveryMs);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => replica.end()));
  }

  private async oneHaving(instant: number): Promise<Replica | undefined> {
    if (performance.now() - this.lookedAt > lookEveryMs) {
      this.looking ??= this.look().finally(() => {
        this.lookedAt = performance.now();
        this.looking = undefined;
      });
      await this.looking;
    }
    const least = Math.max(instant + clockSkewMsMax, this.now() - replicaLagMsMax);
    const suitable = this.replicas.filter(({ completeUntil }) => completeUntil >= least);
    this.turn += 1;
    return suitable[this.turn % suitable.length];
  }

  private async look(): Promise<void> {
    const at = this.now();
    this.milestones = this.milestones.filter((milestone) => milestone.at >= at - replicaLagMsMax);
    const position = await within(lookMsMax, this.primaryPosition()).catch(() => undefined);
    if (position !== undefined) this.milestones.push({ at, position });
    await Promise.all(this.replicas.map((replica) => replica.look(this.milestones)));
    this.tellWhoLags(at);
  }

  /** Behind the last commit, also behind one that does not wait for the disk: what can be read must be in it. */
  private async primaryPosition(): Promise<bigint> {
    const rows = await this.primary.query<{ position: string }[]>(
      `SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::text AS position`,
    );
    return BigInt(rows[0]?.position ?? 0);
  }

  private tellWhoLags(at: number): void {
    for (const { name, completeUntil } of this.replicas) {
      const lags = completeUntil < at - replicaLagMsMax;
      if (lags === this.lagging.has(name)) continue;
      if (lags) {
        this.lagging.add(name);
        this.logger.warn({ replica: name }, 'A replica is away or far behind; the primary answers for it');
      } else {
        this.lagging.delete(name);
        this.logger.info({ replica: name }, 'A replica can be asked again');
      }
    }
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
