/** The census and the alarms as metrics, read when somebody measures. */
import { Injectable } from '@nestjs/common';
import { Metrics } from '@plaza/platform';
import { Gauge } from 'prom-client';
import { alarmKinds } from '../alarms/alarm';
import { Alarms } from '../alarms/alarms.service';
import { CensusQueries } from './census.queries';
import { outcomes } from './outcome';

@Injectable()
export class CensusMetrics {
  private readonly messages;
  private readonly gaps;
  private readonly open;

  constructor(
    private readonly census: CensusQueries,
    private readonly alarms: Alarms,
    metrics: Metrics,
  ) {
    this.gaps = metrics.gauge('plaza_payments_gaps', 'Offsets that are missing in the log of messages', [
      'topic',
      'partition',
    ]);
    this.messages = new Gauge({
      name: 'plaza_payments_census',
      help: 'Messages received until now, by what became of them',
      labelNames: ['topic', 'partition', 'outcome'],
      registers: [metrics.registry],
      collect: () => exceptWhileAway(() => this.tell()),
    });
    this.open = new Gauge({
      name: 'plaza_payments_alarms',
      help: 'Alarms that nobody has acknowledged',
      labelNames: ['kind'],
      registers: [metrics.registry],
      collect: () => exceptWhileAway(() => this.tellAlarms()),
    });
  }

  private async tell(): Promise<void> {
    for (const entry of await this.census.tally()) {
      const place = { topic: entry.topic, partition: entry.partition };
      for (const outcome of outcomes) this.messages.set({ ...place, outcome }, entry[outcome]);
      this.gaps.set(place, entry.gaps);
    }
  }

  private async tellAlarms(): Promise<void> {
    const counts = new Map((await this.alarms.open()).map(({ kind, count }) => [kind, count]));
    for (const kind of alarmKinds) this.open.set({ kind }, counts.get(kind) ?? 0);
  }
}

/** Nothing is said anew while the database is away: the other metrics are needed all the more then. */
async function exceptWhileAway(collect: () => Promise<void>): Promise<void> {
  try {
    await collect();
  } catch {
    return;
  }
}
