/**
 * Who wrote when, for as long as a replica may not have it: so that nobody misses what they have just written themselves. Kept in
 * the shared cache, because the next request may reach another process; what that has lost counts as written now.
 */
import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock';
import type { QuickCache } from '../quick-cache';
import { replicaLagMsMax } from './replicas';

/** Long enough for every replica that may be asked. */
export const replicaGraceMs = 2 * replicaLagMsMax;
/** About 100 bytes each. */
const rememberedHereMax = 20_000;
/** Since when the shared cache knows every writer. */
const completeSinceKey = 'recent-writers:complete-since';
const completeSinceLifeMs = 24 * 60 * 60_000;

export class RecentWriters {
  private readonly here = new LRUCache<string, number>({
    max: rememberedHereMax,
    ttl: replicaGraceMs,
    dispose: (at, _writer, reason) => {
      if (reason === 'evict') this.completeHereSince = Math.max(this.completeHereSince, at);
    },
  });
  private completeHereSince = -Infinity;
  /** When somebody wrote of whom the shared cache could not be told. */
  private untoldAt: number | undefined;

  constructor(
    private readonly cache: QuickCache,
    private readonly clock: Clock,
  ) {}

  /** Resolves when every process that shares the cache knows, or the cache is known to be away. */
  async note(writer: string): Promise<void> {
    const at = this.now();
    this.here.set(writer, at);
    if (!(await this.keeps(keyOf(writer), at, replicaGraceMs))) this.untoldAt = at;
    if (this.untoldAt !== undefined) await this.beginAnew();
  }

  /** The instant, in milliseconds since the epoch, after which this one has certainly written nothing. */
  async lastWriteOf(writer: string): Promise<number> {
    const [wroteAt, completeSince] = await this.cache.getMany<number>([keyOf(writer), completeSinceKey]);
    const known =
      completeSince === undefined || this.untoldAt !== undefined ? await this.beginAnew() : completeSince;
    return Math.max(known, wroteAt ?? -Infinity, this.here.get(writer) ?? -Infinity, this.completeHereSince);
  }

  /** What the shared cache may have missed until now is made up for by saying that it knows nothing from before. */
  private async beginAnew(): Promise<number> {
    const at = this.now();
    if (await this.keeps(completeSinceKey, at, completeSinceLifeMs)) this.untoldAt = undefined;
    return at;
  }

  /** A cache that is away says nothing of it, so it is asked. */
  private async keeps(key: string, at: number, lifeMs: number): Promise<boolean> {
    await this.cache.set(key, at, lifeMs);
    const [kept] = await this.cache.getMany<number>([key]);
    return kept !== undefined && kept >= at;
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

function keyOf(writer: string): string {
  return `recent-writers:${writer}`;
}
