/** Totals over time, as they are shown: one at every tick of an interval. */
import { Injectable } from '@nestjs/common';
import { dayMs, Clock, InvalidInput } from '@plaza/platform';
import type { ProgrammeName } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';
import { minuteMs } from './total-history';
import { ALL_PROGRAMMES, TotalsSeries } from './totals-series';

export const totalIntervals = {
  '1m': minuteMs,
  '5m': 5 * minuteMs,
  '1h': 60 * minuteMs,
  '1d': 1_440 * minuteMs,
} as const;
export type TotalInterval = keyof typeof totalIntervals;

export interface TotalsWish {
  /** A day before `to`, unless told. */
  from?: Date;
  /** Now, unless told. */
  to?: Date;
  interval: TotalInterval;
}

export interface TotalView {
  at: Date;
  /** Null where it is not known: before the programme was opened, and until it was written. */
  outstanding: number | null;
}

export const ticksMax = 1_500;

@Injectable()
export class TotalsQueries {
  constructor(
    private readonly series: TotalsSeries,
    private readonly programmes: Programmes,
    private readonly clock: Clock,
  ) {}

  /**
   * Of one programme.
   * @throws InvalidInput when these are too many ticks, or none; PlazaError `loyalty.totals-unavailable`
   */
  async of(name: ProgrammeName, wish: TotalsWish): Promise<TotalView[]> {
    const ticks = this.ticksOf(wish);
    const programme = await this.programmes.find(name);
    return programme ? this.at(ticks, programme.id, wish) : unknown(ticks);
  }

  /** Of all programmes together. @throws as `of` */
  async ofAll(wish: TotalsWish): Promise<TotalView[]> {
    return this.at(this.ticksOf(wish), ALL_PROGRAMMES, wish);
  }

  private async at(ticks: readonly Date[], series: string, { interval }: TotalsWish): Promise<TotalView[]> {
    const [first] = ticks;
    const last = ticks.at(-1);
    if (!first || !last) return [];
    const to = new Date(last.getTime() + minuteMs);
    const points = await this.series.read({ series, from: first, to, stepMs: totalIntervals[interval] });
    const known = new Map(points.map(({ at, outstanding }) => [at.getTime(), outstanding]));
    return ticks.map((at) => ({ at, outstanding: known.get(at.getTime()) ?? null }));
  }

  /** From `from` on and before `to`, none that is yet to come. */
  private ticksOf({
    to = this.clock.now(),
    from = new Date(to.getTime() - dayMs),
    interval,
  }: TotalsWish): Date[] {
    const stepMs = totalIntervals[interval];
    if (from >= to) throw new InvalidInput([{ pointer: '/from', detail: 'must be before `to`' }]);
    const first = Math.ceil(from.getTime() / stepMs);
    const end = Math.min(
      Math.ceil(to.getTime() / stepMs),
      Math.floor(this.clock.now().getTime() / stepMs) + 1,
    );
    const count = Math.max(end - first, 0);
    if (count > ticksMax) {
      const detail = `asks for ${String(count)} points, ${String(ticksMax)} are the most; take a longer interval or a shorter time`;
      throw new InvalidInput([{ pointer: '/interval', detail }]);
    }
    return Array.from({ length: count }, (_, index) => new Date((first + index) * stepMs));
  }
}

const unknown = (ticks: readonly Date[]) => ticks.map((at) => ({ at, outstanding: null }));
