/** What the process counts about itself, in Prometheus' terms: https://prometheus.io/docs/practices/naming/. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { buildVersion } from './build';

export class Metrics {
  readonly registry = new Registry();

  readonly requestSeconds = new Histogram({
    name: 'plaza_http_request_duration_seconds',
    help: 'Time from a request to its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  readonly loopFailures = this.counter(
    'plaza_loop_failures_total',
    'Background loops that failed and went on',
    ['loop'],
  );

  constructor(process: string) {
    this.registry.setDefaultLabels({ process });
    collectDefaultMetrics({ register: this.registry });
    this.gauge('plaza_build_info', 'The build that runs; always 1', ['version']).set(
      { version: buildVersion },
      1,
    );
  }

  counter<Label extends string>(name: string, help: string, labelNames: Label[] = []): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  gauge<Label extends string>(name: string, help: string, labelNames: Label[] = []): Gauge<Label> {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }

  /** For gauges that are told from one answer. */
  toldFrom<Answer>(ask: () => Promise<Answer>): GaugesOf<Answer> {
    return new GaugesOf(this.registry, ask);
  }
}

interface GaugeShape<Label extends string> {
  name: string;
  help: string;
  labelNames?: Label[];
}

/**
 * Gauges that one question answers, asked once for all of them each time that somebody measures. While it cannot be answered they tell
 * what they told before: the other metrics are needed all the more then.
 */
export class GaugesOf<Answer> {
  private asking: Promise<Answer | undefined> | undefined;

  constructor(
    private readonly registry: Registry,
    private readonly ask: () => Promise<Answer>,
  ) {}

  add<Label extends string>(
    { name, help, labelNames = [] }: GaugeShape<Label>,
    tell: (gauge: Gauge<Label>, answer: Answer) => void,
  ): this {
    const gauge = new Gauge<Label>({
      ...{ name, help, labelNames, registers: [this.registry] },
      collect: async () => {
        const answer = await this.answer();
        if (answer !== undefined) tell(gauge, answer);
      },
    });
    return this;
  }

  private answer(): Promise<Answer | undefined> {
    this.asking ??= this.ask()
      .catch(() => undefined)
      .finally(() => {
        this.asking = undefined;
      });
    return this.asking;
  }
}
