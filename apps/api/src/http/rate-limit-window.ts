/**
 * Counts requests per caller in windows of fixed length, in memory and without waiting for anything: it is passed by every
 * request. Bounded: when too many callers are known, the one that was quiet longest is forgotten.
 */
import type { Clock } from '@plaza/platform';
import { LRUCache } from 'lru-cache';

/** What became of one request. */
export interface Taken {
  allowed: boolean;
  remaining: number;
  /** Until the window ends. */
  resetMs: number;
}

interface Count {
  endsAtMs: number;
  taken: number;
}

/** About 200 bytes each. */
const callersMax = 50_000;

export class FixedWindow {
  private readonly counts = new LRUCache<string, Count>({ max: callersMax });

  constructor(
    private readonly requestsMax: number,
    private readonly windowMs: number,
    private readonly clock: Clock,
  ) {}

  take(caller: string): Taken {
    const nowMs = this.clock.now().getTime();
    let count = this.counts.get(caller);
    if (!count || count.endsAtMs <= nowMs) {
      count = { endsAtMs: nowMs + this.windowMs, taken: 0 };
      this.counts.set(caller, count);
    }
    count.taken += 1;
    return this.told(count, nowMs);
  }

  /** As if one more were taken, where none is left. */
  spent(caller: string): Taken | undefined {
    const nowMs = this.clock.now().getTime();
    const count = this.counts.get(caller);
    if (!count || count.endsAtMs <= nowMs || count.taken < this.requestsMax) return undefined;
    return this.told({ ...count, taken: count.taken + 1 }, nowMs);
  }

  private told(count: Count, nowMs: number): Taken {
    return {
      allowed: count.taken <= this.requestsMax,
      remaining: Math.max(this.requestsMax - count.taken, 0),
      resetMs: count.endsAtMs - nowMs,
    };
  }
}
