/**
 * One connection of the process that stays open: it hears notifications and holds the locks by which a job runs in one
 * process only. When it breaks, the locks are gone with it (PostgreSQL frees them) and it is opened again. There is never a second
 * one beside it: locks of a connection that nobody watches would be held for ever.
 */
import { Client, escapeIdentifier, type QueryResultRow } from 'pg';
import type { PlazaLogger } from '../logger';

const reconnectMs = 1_000;
const connectTimeoutMs = 5_000;
/** All that is asked here is answered at once; whoever takes longer is not there any more. */
const answerMsMax = 5_000;
/** A peer that went without a word is found out by asking, on both sides: the server then frees the locks. */
const askAliveEveryMs = 5_000;
const askAliveFromServer =
  'SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3';

export class DatabaseSession {
  private client: Client | undefined;
  private opening: Promise<void> | undefined;
  private lastQuery: Promise<void> = Promise.resolve();
  private closed = false;
  private reconnecting: NodeJS.Timeout | undefined;
  private askingAlive: NodeJS.Timeout | undefined;
  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly locks = new Set<string>();

  constructor(
    private readonly url: string,
    private readonly logger: PlazaLogger,
  ) {}

  /** Resolves when the session is open, or has failed to and will try again by itself. */
  open(): Promise<void> {
    if (this.closed || this.client) return Promise.resolve();
    this.opening ??= this.connect().finally(() => {
      this.opening = undefined;
    });
    return this.opening;
  }

  /** Calls `listener` whenever somebody notifies the channel, and after every reconnection. */
  async listen(channel: string, listener: () => void): Promise<void> {
    const listeners = this.listeners.get(channel);
    if (listeners) {
      listeners.add(listener);
      return;
    }
    this.listeners.set(channel, new Set([listener]));
    await this.query(`LISTEN ${escapeIdentifier(channel)}`).catch(() => undefined);
  }

  /** True when this process holds the lock `name` from now on; false when another process has it or the database is away. */
  async tryLock(name: string): Promise<boolean> {
    if (this.locks.has(name)) return true;
    const { client } = this;
    if (!client) return false;
    const [row] = await this.query<{ locked: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked',
      [name],
    );
    // A lock of a connection that is gone by now is nobody's.
    if (row?.locked && this.client === client) this.locks.add(name);
    return this.locks.has(name);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.reconnecting);
    await this.opening;
    this.locks.clear();
    clearInterval(this.askingAlive);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'plaza session',
      connectionTimeoutMillis: connectTimeoutMs,
      query_timeout: answerMsMax,
      keepAlive: true,
      keepAliveInitialDelayMillis: askAliveEveryMs,
    });
    client.on('error', () => undefined);
    client.on('notification', ({ channel }) => {
      this.wake(channel);
    });
    client.on('end', () => {
      this.lost(client);
    });
    try {
      await client.connect();
      this.client = client;
      await client.query(askAliveFromServer);
      for (const channel of this.listeners.keys()) await client.query(`LISTEN ${escapeIdentifier(channel)}`);
    } catch (error) {
      if (!this.closed) {
        this.logger.warn({ err: error }, 'The database session could not be opened; trying again');
      }
      await client.end().catch(() => undefined);
      this.lost(client);
      this.openLater();
      return;
    }
    clearInterval(this.askingAlive);
    this.askingAlive = setInterval(() => void this.askAlive(client), askAliveEveryMs).unref();
    // Notifications sent while nobody listened are lost: everyone looks once.
    for (const channel of this.listeners.keys()) this.wake(channel);
  }

  /** One statement at a time: it is one connection. */
  private query<Row extends QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const answer = this.lastQuery.then(async () => {
      const result = await this.client?.query<Row>(sql, parameters);
      return result?.rows ?? [];
    });
    this.lastQuery = answer.then(
      () => undefined,
      () => undefined,
    );
    return answer;
  }

  private async askAlive(client: Client): Promise<void> {
    try {
      await this.query('SELECT 1');
    } catch (error) {
      if (this.client !== client) return;
      this.logger.warn({ err: error }, 'The database session gives no answer; opening another');
      // Whatever it still holds ends with it, before there is another.
      await client.end().catch(() => undefined);
    }
  }

  private wake(channel: string): void {
    for (const listener of this.listeners.get(channel) ?? []) listener();
  }

  /** Only of the connection in use: an earlier one has nothing to lose, and must not take the later one's locks with it. */
  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.locks.clear();
    clearInterval(this.askingAlive);
    this.openLater();
  }

  private openLater(): void {
    if (this.closed) return;
    clearTimeout(this.reconnecting);
    this.reconnecting = setTimeout(() => void this.open(), reconnectMs);
  }
}
