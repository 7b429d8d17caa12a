/**
 * Keeps what was read on behalf of somebody, off the way of their request: it is gathered here and written a moment later, over a
 * connection of its own. When more is read than can be written, requests wait for room, and are refused when there is none in
 * time: nothing is read without being kept. What cannot be written until the process has to end is told to its log instead.
 */
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LOGGER, Metrics, SETTINGS, type PlazaLogger, type Settings } from '@plaza/platform';
import { Gauge } from 'prom-client';
import { Pool } from 'pg';
import { readsNotKept } from '../audit.errors';

/** One table that somebody read. */
export interface Read {
  statement: string;
  tableNo: number;
  /** JSON. */
  parameters: string;
  rows: number;
  actor: { kind: string; id: string };
  requestId: string;
}

interface KeptRead extends Read {
  /** By the process's own clock. */
  atMs: number;
}

/** A few megabytes. */
const keptMax = 5_000;
const writtenTogetherMax = 500;
const writeAfterMs = 250;
const writeAgainAfterMs = 1_000;
const roomWithinMs = 2_000;
const lookForRoomMs = 20;
const lastWriteMsMax = 5_000;
const connectTimeoutMs = 5_000;
const statementTimeoutMs = 10_000;

@Injectable()
export class ReadLog implements OnApplicationShutdown {
  private readonly kept: KeptRead[] = [];
  private readonly pool: Pool;
  private readonly counted;
  private writing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    @Inject(LOGGER) private readonly logger: PlazaLogger,
    metrics: Metrics,
  ) {
    this.pool = new Pool({
      connectionString: settings.database.url,
      application_name: 'plaza reads',
      max: 1,
      connectionTimeoutMillis: connectTimeoutMs,
      statement_timeout: statementTimeoutMs,
    });
    this.pool.on('error', () => undefined);
    this.counted = metrics.counter(
      'plaza_audit_reads_total',
      'Tables read on behalf of somebody: written to the log, or that had to wait for room, were refused for want of it, or could not be written',
      ['outcome'],
    );
    const waiting = new Gauge({
      name: 'plaza_audit_reads_waiting',
      help: 'Reads that are not written yet; full at 5000',
      registers: [metrics.registry],
      collect: () => {
        waiting.set(this.kept.length);
      },
    });
  }

  /**
   * Takes them at once when there is room; otherwise resolves when there is.
   * @throws PlazaError `audit.reads-not-kept` when there is none in time
   */
  add(reads: readonly Read[]): Promise<void> | undefined {
    if (this.hasRoom()) {
      this.take(reads);
      return undefined;
    }
    return this.addLater(reads);
  }

  async onApplicationShutdown(): Promise<void> {
    const giveUpAt = performance.now() + lastWriteMsMax;
    while (this.kept.length > 0 && performance.now() < giveUpAt) {
      await this.write();
      if (this.kept.length > 0) await pause(lookForRoomMs);
    }
    this.ended = true;
    clearTimeout(this.timer);
    this.giveUp();
    await this.pool.end();
  }

  private giveUp(): void {
    for (const read of this.kept.splice(0)) {
      this.counted.inc({ outcome: 'unwritten' });
      this.logger.error({ read }, 'A read could not be written to the audit log');
    }
  }

  private hasRoom(): boolean {
    return this.kept.length < keptMax;
  }

  private async addLater(reads: readonly Read[]): Promise<void> {
    this.counted.inc({ outcome: 'waited' }, reads.length);
    const giveUpAt = performance.now() + roomWithinMs;
    while (!this.hasRoom()) {
      if (performance.now() > giveUpAt) {
        this.counted.inc({ outcome: 'refused' }, reads.length);
        throw readsNotKept();
      }
      await pause(lookForRoomMs);
    }
    this.take(reads);
  }

  private take(reads: readonly Read[]): void {
    const atMs = performance.now();
    this.kept.push(...reads.map((read) => ({ ...read, atMs })));
    if (this.ended) this.giveUp();
    else if (this.kept.length >= writtenTogetherMax) void this.write();
    else this.writeIn(writeAfterMs);
  }

  private writeIn(ms: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.write();
    }, ms);
  }

  /** Until nothing is left, or it fails. */
  private write(): Promise<void> {
    this.writing ??= this.writeAll().finally(() => {
      this.writing = undefined;
    });
    return this.writing;
  }

  private async writeAll(): Promise<void> {
    try {
      while (this.kept.length > 0) {
        const first = this.kept.slice(0, writtenTogetherMax);
        await this.pool.query('SELECT audit.record_reads($1, $2)', parametersOf(first));
        this.kept.splice(0, first.length);
        this.counted.inc({ outcome: 'written' }, first.length);
      }
    } catch (error) {
      this.logger.warn(
        { err: error, waiting: this.kept.length },
        'Reads could not be written yet; trying again',
      );
      this.writeIn(writeAgainAfterMs);
    }
  }
}

/** Each statement once, and the reads, which name it by its place. */
function parametersOf(reads: readonly KeptRead[]): [string[], string] {
  const statements = [...new Set(reads.map(({ statement }) => statement))];
  const places = new Map(statements.map((statement, at) => [statement, at + 1]));
  const now = performance.now();
  const rows = reads.map(({ statement, tableNo, parameters, rows, actor, requestId, atMs }) => ({
    ago_ms: now - atMs,
    table_no: tableNo,
    actor_kind: actor.kind,
    actor_id: actor.id,
    request_id: requestId,
    statement: places.get(statement),
    parameters,
    row_count: rows,
  }));
  return [statements, JSON.stringify(rows)];
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
