// Keeps a PostgreSQL server up for as long as this process lives: when it dies, it is started again on the same port and folder,
// so that connections can simply be opened anew.
import type { EngineProcess } from './engine-process';
import {
  newCluster,
  openCluster,
  startCluster,
  superuserUrl,
  type Cluster,
  type ClusterOptions,
} from './postgres-cluster';
import type { PostgresServer } from './postgres';

const BACKOFF_FIRST_MS = 100;
const BACKOFF_MAX_MS = 5_000;
const RESTARTS_MAX = 10;
const RESTARTS_COUNTED_MS = 120_000;

export interface KeepOptions extends Omit<ClusterOptions, 'detached'> {
  /** Told after the server has been started again, with the pid of the new one. */
  onRestart?: (pid: number) => void;
  /** Told when the server keeps dying and is given up; its owner had better end, too. */
  onLost?: (error: Error) => void;
}

class PostgresKeeper implements PostgresServer {
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  private readonly stopping = new AbortController();
  private restarting: Promise<void> = Promise.resolve();
  private restartedAt: number[] = [];

  constructor(
    private readonly cluster: Cluster,
    private engine: EngineProcess,
    private readonly options: KeepOptions,
  ) {
    this.url = superuserUrl(cluster.password, options.port);
    this.port = options.port;
    this.folder = options.folder;
    this.watch();
  }

  get pid(): number {
    return this.engine.pid;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.restarting;
    await this.engine.stop();
    this.cluster.lock.release();
  }

  private watch(): void {
    void this.engine.exited.then(({ code, signal }) => {
      if (this.stopping.signal.aborted) return;
      this.options.log?.(
        `PostgreSQL has ended (${signal ?? `code ${code ?? 'unknown'}`}); starting it again.`,
      );
      this.restarting = this.restart();
    });
  }

  private async restart(): Promise<void> {
    for (;;) {
      const since = Date.now() - RESTARTS_COUNTED_MS;
      this.restartedAt = this.restartedAt.filter((instant) => instant > since);
      await this.pause(Math.min(BACKOFF_FIRST_MS * 2 ** this.restartedAt.length, BACKOFF_MAX_MS));
      if (this.stopping.signal.aborted) return;
      this.restartedAt.push(Date.now());
      try {
        this.engine = await startCluster(this.cluster, this.options);
        this.watch();
        this.options.onRestart?.(this.engine.pid);
        return;
      } catch (error) {
        const failure = error instanceof Error ? error : new Error(String(error));
        if (this.restartedAt.length < RESTARTS_MAX) continue;
        this.options.onLost?.(failure);
        return;
      }
    }
  }

  private pause(durationMs: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(end, durationMs);
      this.stopping.signal.addEventListener('abort', end, { once: true });
    });
  }
}

/** Starts PostgreSQL as `startPostgres` does and starts it again whenever it dies. */
export const keepPostgres = async (options: KeepOptions): Promise<PostgresServer> => {
  const cluster = await openCluster(options, newCluster(options.throwaway === true));
  try {
    return new PostgresKeeper(cluster, await startCluster(cluster, options), options);
  } catch (error) {
    cluster.lock.release();
    throw error;
  }
};
