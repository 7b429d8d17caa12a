/** The census and the alarms as metrics, read when somebody measures. */
import { Injectable } from '@nestjs/common';
import { Metrics } from '@plaza/platform';
import { alarmKinds } from '../alarms/alarm';
import { Alarms } from '../alarms/alarms.service';
import { CensusQueries } from './census.queries';
import { outcomes } from './outcome';

@Injectable()
export class CensusMetrics {
  constructor(census: CensusQueries, alarms: Alarms, metrics: Metrics) {
    metrics
      .toldFrom(() => census.tally())
      .add(
        {
          ...{ name: 'plaza_payments_census', help: 'Messages received until now, by what became of them' },
          labelNames: ['topic', 'partition', 'outcome'],
        },
        (messages, entries) => {
          for (const entry of entries) {
            const { topic, partition } = entry;
            for (const outcome of outcomes) messages.set({ topic, partition, outcome }, entry[outcome]);
          }
        },
      )
      .add(
        {
          ...{ name: 'plaza_payments_gaps', help: 'Offsets that are missing in the log of messages' },
          labelNames: ['topic', 'partition'],
        },
        (missing, entries) => {
          for (const { topic, partition, gaps } of entries) missing.set({ topic, partition }, gaps);
        },
      );
    metrics
      .toldFrom(() => alarms.open())
      .add(
        {
          ...{ name: 'plaza_payments_alarms', help: 'Alarms that nobody has acknowledged' },
          labelNames: ['kind'],
        },
        (gauge, open) => {
          const counts = new Map(open.map(({ kind, count }) => [kind, count]));
          for (const kind of alarmKinds) gauge.set({ kind }, counts.get(kind) ?? 0);
        },
      );
  }
}
