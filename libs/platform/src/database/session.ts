/**
 * One connection of the process that stays open: it hears notifications and holds the locks by which a job runs in one
 * process only. When it breaks, the locks are gone with it (PostgreSQL frees them) and it is opened again.
 */
import { Client, escapeIdentifier, type QueryResultRow } from 'pg';
import type { PlazaLogger } from '../logger';

const reconnectMs = 1_000;
const connectTimeoutMs = 5_000;

export class DatabaseSession {
  private client: Client | undefined;
  private lastQuery: Promise<void> = Promise.resolve();
  private closed = false;
  private reconnecting: NodeJS.Timeout | undefined;
  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly locks = new Set<string>();

  constructor(
    private readonly url: string,
    private readonly logger: PlazaLogger,
  ) {}

  async open(): Promise<void> {
    if (this.closed) return;
    const client = new Client({
      connectionString: this.url,
      application_name: 'plaza session',
      connectionTimeoutMillis: connectTimeoutMs,
      keepAlive: true,
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
      for (const channel of this.listeners.keys()) await client.query(`LISTEN ${escapeIdentifier(channel)}`);
      this.client = client;
      // Notifications sent while nobody listened are lost: everyone looks once.
      for (const channel of this.listeners.keys()) this.wake(channel);
    } catch (error) {
      this.logger.warn({ err: error }, 'The database session could not be opened; trying again');
      await client.end().catch(() => undefined);
      this.lost(client);
    }
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
    if (!this.client) return false;
    const [row] = await this.query<{ locked: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked',
      [name],
    );
    if (row?.locked) this.locks.add(name);
    return this.locks.has(name);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.reconnecting);
    this.locks.clear();
    await this.client?.end().catch(() => undefined);
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

  private wake(channel: string): void {
    for (const listener of this.listeners.get(channel) ?? []) listener();
  }

  private lost(client: Client): void {
    if (this.client === client) this.client = undefined;
    this.locks.clear();
    if (this.closed) return;
    clearTimeout(this.reconnecting);
    this.reconnecting = setTimeout(() => void this.open(), reconnectMs);
  }
}
