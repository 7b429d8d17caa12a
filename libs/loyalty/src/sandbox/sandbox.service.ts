/**
 * A partner's programme to try things in: its clock is moved by hand, so that what takes a year can be seen at once, and it can be
 * begun anew. It is there from the first use on, and has nothing in common with the live one but its partner.
 */
import { Injectable } from '@nestjs/common';
import { dayMs, Clock, InvalidInput, Signals, type Tx } from '@plaza/platform';
import { tooManyResets } from '../loyalty.errors';
import { LOYALTY_EARNED_SIGNAL, PROGRAMME_CLOCK_SIGNAL } from '../loyalty.events';
import type { ProgrammeName } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';

export interface SandboxClock {
  /** What time it is in the sandbox. */
  now: Date;
  /** What its clock is ahead of everybody's. */
  aheadMs: number;
}

/** Forward only: by so much, or to an instant. */
export type ClockMove = { advanceMs: number } | { to: Date };

/** Farther ahead no date means anything. */
export const aheadMsMax = 10 * 366 * 24 * 60 * 60_000;
/** Each leaves what was there behind, for a while. */
const resetsPerDayMax = 100;
/** How long what a sandbox was is there after it was begun anew, for whoever has to find out what happened in it. */
const endedKeptMs = 7 * dayMs;
const removedAtOnceMax = 1_000;

@Injectable()
export class SandboxService {
  constructor(
    private readonly programmes: Programmes,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  async get(partnerId: string): Promise<SandboxClock> {
    const programme = await this.programmes.find(sandboxOf(partnerId));
    return this.shown(programme?.aheadMs ?? 0);
  }

  /**
   * What time does is done soon after: points mature and expire, holds end, tiers fall, and the partner hears of it.
   * @throws InvalidInput when it is not forward, or too far
   */
  async moveClock(partnerId: string, move: ClockMove): Promise<SandboxClock> {
    const aheadMs = await this.programmes.writeOpened(sandboxOf(partnerId), async (tx, { id }) => {
      const [row] = await tx.query<{ aheadMs: string }[]>(
        `SELECT clock_ahead_ms AS "aheadMs" FROM loyalty.programmes WHERE id = $1 FOR NO KEY UPDATE`,
        [id],
      );
      const ahead = aheadAfter(move, Number(row?.aheadMs ?? 0), this.clock.now());
      await tx.query('UPDATE loyalty.programmes SET clock_ahead_ms = $2 WHERE id = $1', [id, ahead]);
      this.signals.raiseAfterCommit(PROGRAMME_CLOCK_SIGNAL);
      this.signals.raiseAfterCommit(LOYALTY_EARNED_SIGNAL);
      return ahead;
    });
    return this.shown(aheadMs);
  }

  /**
   * Begins anew: no members, no points, no events, and the clock like everybody's. The settings stay, and the numbers of events
   * go on, so that whoever listens hears what comes.
   * @throws PlazaError `loyalty.too-many-resets`
   */
  async reset(partnerId: string): Promise<SandboxClock> {
    await this.programmes.writeOpened(sandboxOf(partnerId), async (tx, programme) => {
      await this.refuseTooMany(tx, partnerId);
      await this.programmes.beginAnew(tx, programme);
    });
    return this.shown(0);
  }

  /** Removes what ended long ago, a bounded number of rows; true when there may be more. */
  forgetEnded(): Promise<boolean> {
    const before = new Date(this.clock.now().getTime() - endedKeptMs);
    return this.programmes.removeEnded(before, removedAtOnceMax);
  }

  private async refuseTooMany(tx: Tx, partnerId: string): Promise<void> {
    const since = new Date(this.clock.now().getTime() - dayMs);
    const [row] = await tx.query<{ resets: number }[]>(
      'SELECT count(*)::integer AS resets FROM loyalty.programmes WHERE partner_id = $1 AND ended_at > $2',
      [partnerId, since],
    );
    if ((row?.resets ?? 0) >= resetsPerDayMax) throw tooManyResets(resetsPerDayMax);
  }

  private shown(aheadMs: number): SandboxClock {
    return { now: new Date(this.clock.now().getTime() + aheadMs), aheadMs };
  }
}

const sandboxOf = (partnerId: string): ProgrammeName => ({ partnerId, mode: 'sandbox' });

function aheadAfter(move: ClockMove, aheadMs: number, now: Date): number {
  const [pointer, ahead] =
    'to' in move ? ['/to', move.to.getTime() - now.getTime()] : ['/advanceMs', aheadMs + move.advanceMs];
  if (ahead < aheadMs)
    throw new InvalidInput([{ pointer, detail: 'must not be in the past of the sandbox' }]);
  if (ahead > aheadMsMax)
    throw new InvalidInput([{ pointer, detail: 'must not lead further than ten years ahead' }]);
  return ahead;
}
