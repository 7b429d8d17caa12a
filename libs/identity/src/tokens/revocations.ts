/**
 * Which access tokens are void before their time, known in memory so that no request asks the database: those of sessions that
 * ended and of clients and partners that were disabled while tokens of theirs can still be alive. The process that ends one
 * knows at the commit; the others are signalled and, since a signal can be lost, look by themselves several times a second.
 */
import { Injectable } from '@nestjs/common';
import { Clock, Database, Signals } from '@plaza/platform';
import { accessTokenMs, type Caller } from './access-token';

/** The signal that something was revoked. */
export const REVOKED_SIGNAL = 'plaza_revoked';

const pageMax = 1_000;
/** An instant is noted before its commit, and clocks differ: rows this much older than the newest may still appear. */
const lateMs = 30_000;

interface Revoked {
  id: string;
  at: Date;
}

interface LearnedRevocation extends Revoked {
  /** Tokens from this instant on are good again; null while none is. */
  until: Date | null;
}

interface Known {
  atMs: number;
  /** Tokens that were issued earlier are void. */
  voidBeforeMs: number;
}

@Injectable()
export class Revocations {
  /** In the order in which it was learned. */
  private readonly revoked = new Map<string, Known>();
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

  /** Whether what makes this caller's token void has happened. */
  voids({ revocableBy, issuedAtMs }: Caller): boolean {
    return revocableBy.some((id) => {
      const known = this.revoked.get(id);
      return known !== undefined && issuedAtMs < known.voidBeforeMs;
    });
  }

  /**
   * To be called in the transaction that ends them: here they count from the commit, elsewhere within a second.
   * @param until tokens from this instant on are good again; null when none will be
   */
  spread(ids: readonly string[], at: Date, until: Date | null = null): void {
    this.database.afterCommit(() => {
      for (const id of ids) this.know({ id, at, until });
    });
    this.signals.raiseAfterCommit(REVOKED_SIGNAL);
  }

  /** Learns what other processes revoked, a page at a time; true when there may be more. */
  async learn(): Promise<boolean> {
    const page = await this.database.read<LearnedRevocation>(
      `SELECT id, at, until FROM (
         SELECT id::text, ended_at AS at, NULL::timestamptz AS until
         FROM identity.sessions WHERE ended_at >= $1
         UNION ALL
         SELECT client_id, disabled_at, NULL FROM identity.clients WHERE disabled_at >= $1
         UNION ALL
         SELECT id::text, coalesce(disabled_at, enabled_at), CASE WHEN disabled_at IS NULL THEN enabled_at END
         FROM identity.partners WHERE coalesce(disabled_at, enabled_at) >= $1
       ) AS revoked
       WHERE (at, id COLLATE "C") > ($1, $2) ORDER BY at, id COLLATE "C" LIMIT $3`,
      [this.after.at, this.after.id, pageMax],
    );
    const nowMs = this.clock.now().getTime();
    for (const learned of page) {
      this.know(learned);
      // Another process's clock may be ahead of ours, and what is older than its row must not be passed over.
      this.newestMs = Math.max(this.newestMs, Math.min(learned.at.getTime(), nowMs));
    }
    const last = page.at(-1);
    const more = page.length === pageMax;
    this.after = more && last ? last : this.start();
    this.forgetOld();
    return more;
  }

  /** The latest word about each counts: what was read before a change may arrive after it. */
  private know({ id, at, until }: LearnedRevocation): void {
    const atMs = at.getTime();
    const voidBeforeMs = until === null ? Infinity : until.getTime();
    const known = this.revoked.get(id);
    if (known && (known.atMs > atMs || known.voidBeforeMs === voidBeforeMs)) return;
    this.revoked.delete(id);
    this.revoked.set(id, { atMs, voidBeforeMs });
  }

  private start(): Revoked {
    return { id: '', at: new Date(this.newestMs - lateMs) };
  }

  /** Tokens of what was revoked longer ago than they live have expired anyway. */
  private forgetOld(): void {
    const before = this.clock.now().getTime() - accessTokenMs - lateMs;
    for (const [id, { atMs }] of this.revoked) {
      if (atMs >= before) break;
      this.revoked.delete(id);
    }
  }
}
