/**
 * Leaves somebody else's system alone when it gives no answer time after time, and tries it with a few calls now and then until one
 * is answered. Who would call asks first, so that nothing is taken up that could not be called about. Time comes in as an argument.
 */

export interface CircuitLimits {
  /** So many calls without an answer in a row, and it is left alone. */
  failuresMax: number;
  /** How many calls try it again; when none of them is answered it is left alone for twice as long. */
  probesMax: number;
  firstPauseMs: number;
  pauseMsMax: number;
}

/** `closed`: calls go through. `paused`: none does. `probing`: a few may try. */
export type CircuitState = 'closed' | 'paused' | 'probing';

export class Circuit {
  private failuresInARow = 0;
  private pauseMs: number;
  /** Null while it is closed. */
  private pausedUntil: number | null = null;

  constructor(private readonly limits: CircuitLimits) {
    this.pauseMs = limits.firstPauseMs;
  }

  stateAt(now: Date): CircuitState {
    if (this.pausedUntil === null) return 'closed';
    return now.getTime() < this.pausedUntil ? 'paused' : 'probing';
  }

  /** An answer is an answer, whenever the call began. Returns true when that closes the circuit. */
  answered(): boolean {
    const wasOpen = this.pausedUntil !== null;
    this.failuresInARow = 0;
    this.pausedUntil = null;
    this.pauseMs = this.limits.firstPauseMs;
    return wasOpen;
  }

  /** Returns how long it is left alone by that, in milliseconds; undefined when nothing changes. */
  failed(now: Date): number | undefined {
    const state = this.stateAt(now);
    // Those were called before the pause began.
    if (state === 'paused') return undefined;
    this.failuresInARow += 1;
    const { failuresMax, probesMax, pauseMsMax } = this.limits;
    if (this.failuresInARow < (state === 'closed' ? failuresMax : probesMax)) return undefined;
    const pauseMs = this.pauseMs;
    this.failuresInARow = 0;
    this.pausedUntil = now.getTime() + pauseMs;
    this.pauseMs = Math.min(pauseMsMax, pauseMs * 2);
    return pauseMs;
  }
}
