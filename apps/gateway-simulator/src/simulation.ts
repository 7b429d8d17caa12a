/*
 * One simulation from its start to the next: its seed, what it emits, what its gateway answered and what its error log received.
 * A start replaces it whole, which is what a clean slate means.
 */
import { randomUUID } from 'node:crypto';
import type { Emission } from './emission';
import { ErrorLog } from './error-log';
import { Gateway } from './gateway';
import { countPerCode, numbersOf } from './message-cases';
import { defaultScenario, type Scenario } from './scenario';

export class Simulation {
  readonly gateway: Gateway;
  /** What was asked to be given back; decided by the same shares, by lots of its own. */
  readonly refunds: Gateway;
  readonly errorLog = new ErrorLog();

  constructor(
    readonly seed: string,
    readonly emission: Emission | null = null,
  ) {
    this.gateway = new Gateway(seed);
    this.refunds = new Gateway(`${seed}/refunds`);
  }

  /** The whole record, as `GET /sent` answers it. */
  get record(): object {
    const { emission } = this;
    const { payments: refunds, ...refunding } = this.refunds.numbers;
    const numbers = emission?.numbers ?? numbersOf(countPerCode(0));
    return {
      running: emission?.running ?? false,
      seed: this.seed,
      ...numbers,
      promised: emission?.plan.numbers ?? numbers,
      sentAgain: emission?.sentAgain ?? 0,
      lastFault: emission?.lastFault ?? null,
      startedAt: emission?.startedAt ?? null,
      finishedAt: emission?.finishedAt ?? null,
      gateway: this.gateway.numbers,
      refunds: { ...refunding, refunds },
      logs: this.errorLog.numbers,
    };
  }
}

/** What the routes share: the simulation under way and the scenario, which outlives it. */
export class Stage {
  simulation: Simulation;
  scenario: Scenario = defaultScenario;

  constructor(private readonly seed: string | undefined) {
    this.simulation = new Simulation(this.nextSeed());
  }

  /** The seed that was asked for, else the one this simulator was given, else a new one, so that payments are new every time. */
  nextSeed(asked?: string): string {
    return asked ?? this.seed ?? randomUUID();
  }

  /** Ends the former simulation; what it still has on the way is not waited for. */
  replace(simulation: Simulation): void {
    void this.simulation.emission?.stop();
    this.simulation = simulation;
  }
}
