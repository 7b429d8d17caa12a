/**
 * Which access tokens are void before their time, known in memory so that no request asks the database: the sessions that
 * ended and the clients that were disabled while tokens of theirs can still be alive. The process that ends one knows at the
 * commit; the others are signalled and, since a signal can be lost, look by themselves several times a second.
 */
import { Injectable } from '@nestjs/common';
import { Clock, Database, Signals } from '@plaza/platform';
import { accessTokenMs } from './access-token';

/** The signal that something was revoked. */
export const REVOKED_SIGNAL = 'plaza_revoked';

const pageMax = 1_000;
/** An instant is noted before its commit, and clocks differ: rows this much older than the newest may still appear. */
const lateMs = 30_000;

interface Revoked {
  id: string;
  at: Date;
}

@Injectable()
export class Revocations {
  /** When each was revoked, in the order in which it was learned. */
  private readonly revoked = new Map<string, number>();
  private newestMs: number;
  private after: Revoked;

  constructor(
    private readonly database: Database,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {
    this.newestMs = clock.now().getTime() - accessTokenMs;
    this.after = this.start();
  }

  has(id: string): boolean {
    return this.revoked.has(id);
  }

  /** To be called in the transaction that ends them: here they count from the commit, elsewhere within a second. */
  spread(ids: readonly string[], at: Date): void {
    this.database.afterCommit(() => {
      for (const id of ids) this.revoked.set(id, at.getTime());
    });
    this.signals.raiseAfterCommit(REVOKED_SIGNAL);
  }

  /** Learns what other processes revoked, a page at a time; true when there may be more. */
  async learn(): Promise<boolean> {
    const page = await this.database.read<Revoked>(
      `SELECT id, at FROM (
         SELECT id::text, ended_at AS at FROM identity.sessions WHERE ended_at >= $1
         UNION ALL
         SELECT client_id, disabled_at FROM identity.clients WHERE disabled_at >= $1
       ) AS revoked
       WHERE (at, id COLLATE "C") > ($1, $2) ORDER BY at, id COLLATE "C" LIMIT $3`,
      [this.after.at, this.after.id, pageMax],
    );
    const nowMs = this.clock.now().getTime();
    for (const { id, at } of page) {
      if (!this.revoked.has(id)) this.revoked.set(id, at.getTime());
      // Another process's clock may be ahead of ours, and what is older than its row must not be passed over.
      this.newestMs = Math.max(this.newestMs, Math.min(at.getTime(), nowMs));
    }
    const last = page.at(-1);
    const more = page.length === pageMax;
    this.after = more && last ? last : this.start();
    this.forgetOld();
    return more;
  }

  private start(): Revoked {
    return { id: '', at: new Date(this.newestMs - lateMs) };
  }

  /** Tokens of what was revoked longer ago than they live have expired anyway. */
  private forgetOld(): void {
    const before = this.clock.now().getTime() - accessTokenMs - lateMs;
    for (const [id, atMs] of this.revoked) {
      if (atMs >= before) break;
      this.revoked.delete(id);
    }
  }
}
