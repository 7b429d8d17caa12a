/**
 * By how much the series of totals is behind, as far as this process writes it, and how many programmes it could not reckon. Only one
 * does at a time, so whoever asks all of them takes the least.
 */
import { Injectable } from '@nestjs/common';
import { Clock, Metrics } from '@plaza/platform';
import { Gauge } from 'prom-client';

@Injectable()
export class TotalsLag {
  private writtenUntil: Date | undefined;
  private readonly failingProgrammes: Gauge;

  constructor(
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.failingProgrammes = metrics.gauge(
      'plaza_loyalty_totals_failing_programmes',
      'Programmes whose total could not be reckoned when it was tried last; it is tried again',
    );
    const gauge = new Gauge<'series'>({
      name: 'plaza_loyalty_totals_lag_seconds',
      help: 'Time since the last minute of the series of totals that is written',
      // One with a label tells nothing before it is known.
      labelNames: ['series'],
      registers: [metrics.registry],
      collect: () => {
        if (!this.writtenUntil) return;
        const lagMs = this.clock.now().getTime() - this.writtenUntil.getTime();
        gauge.set({ series: 'all' }, Math.max(0, lagMs / 1_000));
      },
    });
  }

  /** From here on it is behind, until it is known where the series ends. */
  begin(): void {
    this.writtenUntil ??= this.clock.now();
  }

  written(until: Date): void {
    this.writtenUntil = until;
  }

  failing(programmes: number): void {
    this.failingProgrammes.set(programmes);
  }
}
