/**
 * How fast this process may call the gateway: as many calls at once as it answers well, and none for a while when it answers nothing.
 * Every process finds that out for itself, since the way to the gateway may be broken for one alone.
 */
import { Inject, Injectable } from '@nestjs/common';
import { Clock, LOGGER, Metrics, SETTINGS, type PlazaLogger, type Settings } from '@plaza/platform';
import { Gauge } from 'prom-client';
import { CallsLimit, type Call } from './calls-limit';
import { Circuit } from './circuit';

/**
 * At most four calls a second of one that answers nothing. Where only payments are left that it does not answer as long as it answers
 * others, these calls are all that brings them on, and they may hang until they time out.
 */
const circuitLimits = { failuresMax: 20, probesMax: 16, firstPauseMs: 1_000, pauseMsMax: 4_000 };

@Injectable()
export class GatewayPace {
  private readonly limit: CallsLimit;
  private readonly circuit = new Circuit(circuitLimits);

  constructor(
    @Inject(SETTINGS) { gateway: { callsMax } }: Settings,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: PlazaLogger,
    metrics: Metrics,
  ) {
    this.limit = new CallsLimit(callsMax);
    const calls = new Gauge({
      name: 'plaza_payments_gateway_calls_max',
      help: 'Calls of the gateway that may be under way at this moment; 0 while it is left alone',
      registers: [metrics.registry],
      collect: () => {
        calls.set(this.callsMax());
      },
    });
  }

  /** How many calls may be under way at this moment. */
  callsMax(): number {
    switch (this.circuit.stateAt(this.clock.now())) {
      case 'closed':
        return this.limit.calls;
      case 'probing':
        return circuitLimits.probesMax;
      case 'paused':
        return 0;
    }
  }

  /** True when calls are to find out whether the gateway answers again. */
  isProbing(): boolean {
    return this.circuit.stateAt(this.clock.now()) === 'probing';
  }

  note(call: Call): void {
    this.limit.note(call);
    if (call.isAnswered) {
      if (this.circuit.answered()) this.logger.info({}, 'The gateway answers again');
      return;
    }
    const pauseMs = this.circuit.failed(this.clock.now());
    if (pauseMs !== undefined) {
      this.logger.warn({ pauseMs }, 'The gateway gives no answer and is left alone for a while');
    }
  }
}
