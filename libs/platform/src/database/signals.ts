/**
 * Tells jobs in any process that there is work, by PostgreSQL's NOTIFY. A signal is only a hint that saves waiting for the
 * next look. It is sent after the commit and on its own, at most one at a time per channel: NOTIFY inside a transaction
 * takes a lock that lets only one such transaction commit at a time.
 */
import type { Database } from './database';
import type { DatabaseSession } from './session';

/** Its commit waits for no disk: there is nothing that would have to survive. */
const notify = `SELECT pg_notify($1, $2), set_config('synchronous_commit', 'off', true)`;

export class Signals {
  private readonly sending = new Map<string, 'once' | 'again'>();

  constructor(
    private readonly database: Database,
    private readonly session: DatabaseSession,
  ) {}

  on(channel: string, listener: () => void): Promise<void> {
    return this.session.listen(channel, listener);
  }

  /** Raises the signal when the transaction of this call chain has been committed. */
  raiseAfterCommit(channel: string): void {
    this.database.afterCommit(() => {
      this.raise(channel);
    });
  }

  private raise(channel: string): void {
    if (this.sending.has(channel)) {
      this.sending.set(channel, 'again');
      return;
    }
    this.sending.set(channel, 'once');
    void this.send(channel);
  }

  private async send(channel: string): Promise<void> {
    do {
      this.sending.set(channel, 'once');
      // A lost signal only delays: the job looks by itself after a while.
      await this.database.dataSource.query(notify, [channel, '']).catch(() => undefined);
    } while (this.sending.get(channel) === 'again');
    this.sending.delete(channel);
  }
}
