/**
 * How many calls may be under way at once, found by what they take: more as long as answers come as quickly as they usually do, fewer
 * when they come later than that or not at all. The rule is Gradient2 of Netflix' concurrency-limits
 * (https://github.com/Netflix/concurrency-limits): the limit is drawn towards itself times how much slower an answer was than
 * usual, plus a little room to try more.
 */

export interface Call {
  /** When it ended, by a clock that only goes forward. */
  endedAtMs: number;
  tookMs: number;
  isAnswered: boolean;
  /** How many calls were under way, this one included, when it ended. */
  underWay: number;
}

/** Answers that take no longer are as good as at once: what differs below is our own doing. */
const quickMs = 20;
/** How much later than usual is still usual. */
const tolerance = 1.5;
/** How far one answer may draw the limit down. */
const gradientMin = 0.5;
/** How far one answer moves the limit towards where it draws it. */
const smoothing = 0.2;
/** What is left of the limit after a call without an answer; those that were under way by then say nothing new. */
const withoutAnswer = 0.9;
/** What is usual is an average over about so many answers. */
const usualOver = 600;
/** When answers come twice as quickly as usual, what is usual follows faster. */
const usualDecay = 0.95;
const startMax = 16;
/** Fewer spare nobody anything: a gateway that answers nothing is left alone altogether, and what hangs must not queue up one by one. */
const floorMax = 8;

export class CallsLimit {
  private limit: number;
  private readonly callsMin: number;
  private usualMs: number | undefined;
  private shrunkAtMs = -Infinity;

  /** @param callsMax never more than this */
  constructor(private readonly callsMax: number) {
    this.limit = Math.min(callsMax, startMax);
    this.callsMin = Math.min(callsMax, floorMax);
  }

  get calls(): number {
    return Math.floor(this.limit);
  }

  note({ endedAtMs, tookMs, isAnswered, underWay }: Call): void {
    if (!isAnswered) {
      if (endedAtMs - tookMs < this.shrunkAtMs) return;
      this.shrunkAtMs = endedAtMs;
      this.limit = Math.max(this.callsMin, this.limit * withoutAnswer);
      return;
    }
    const ms = Math.max(tookMs, quickMs);
    const usualMs = this.becomesUsual(ms);
    // Who calls less than they may learns nothing about how much more would go.
    if (underWay < this.limit / 2) return;
    const gradient = Math.min(1, Math.max(gradientMin, (tolerance * usualMs) / ms));
    const wished = this.limit * gradient + Math.sqrt(this.limit);
    const moved = this.limit + (wished - this.limit) * smoothing;
    this.limit = Math.min(this.callsMax, Math.max(this.callsMin, moved));
  }

  private becomesUsual(ms: number): number {
    const usualMs = this.usualMs ?? ms;
    const average = usualMs + (ms - usualMs) / usualOver;
    return (this.usualMs = average / ms > 2 ? average * usualDecay : average);
  }
}
