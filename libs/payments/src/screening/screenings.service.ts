/**
 * Has payments screened before the gateway is asked about them, where a screening service is configured. Evidence that comes at the
 * same time is kept together. A service that gives no answer time after time is left alone for a while, and its payments follow the
 * policy at once.
 */
import { Inject, Injectable } from '@nestjs/common';
import { Clock, Metrics, SETTINGS, together, type Settings } from '@plaza/platform';
import { Histogram } from 'prom-client';
import { Circuit } from '../gateway/circuit';
import type { Claim } from '../gateway/claims';
import { tooBusy } from '../payments.errors';
import { Screening, type ScreeningAnswer } from './screening';
import { ScreeningRecord, type Screened } from './screening-record';
import { evidenceOf, type Verdict } from './screening-verdict';

const circuitLimits = { failuresMax: 10, probesMax: 1, firstPauseMs: 1_000, pauseMsMax: 30_000 };
/** A batch holds 200 MiB of answers at the most. */
const recordLimits = { batchMax: 50, underWayMax: 1, waitingMax: 2_000, onFull: tooBusy };
const leftAlone: ScreeningAnswer = {
  httpStatus: null,
  text: null,
  fault: 'The service gives no answer and is left alone for a while',
};

@Injectable()
export class Screenings {
  private readonly circuit = new Circuit(circuitLimits);
  private readonly seconds;
  private readonly keep: (screened: Screened) => Promise<Verdict>;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    /** Null where none is configured. */
    @Inject(Screening) private readonly screening: Screening | null,
    record: ScreeningRecord,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.keep = together((screened: Screened[]) => record.write(screened), recordLimits);
    this.seconds = new Histogram({
      name: 'plaza_payments_screening_seconds',
      help: 'Time from asking the screening service to its answer, or to giving up, by what came of it',
      labelNames: ['outcome'],
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers: [metrics.registry],
    });
  }

  /**
   * True when the gateway may be asked about the payment; else it is in review by now.
   * @throws PlazaError of kind `unavailable` when the evidence cannot be kept
   */
  async clears({ paymentId, card, attempt, isToBeScreened }: Claim): Promise<boolean> {
    const { screening: rules } = this.settings;
    if (!isToBeScreened || !rules || !this.screening) return true;
    const askedAt = this.clock.now();
    const began = performance.now();
    const answer = await this.ask(this.screening, paymentId);
    const tookMs = performance.now() - began;
    const { riskMax, policy } = rules;
    const evidence = evidenceOf({ paymentId, card, askedAt, tookMs, answer }, { riskMax, policy });
    this.seconds.observe({ outcome: evidence.risk === null ? 'no-answer' : 'scored' }, tookMs / 1_000);
    return (await this.keep({ evidence, attempt })) === 'allow';
  }

  private async ask(screening: Screening, paymentId: string): Promise<ScreeningAnswer> {
    if (this.circuit.stateAt(this.clock.now()) === 'paused') return leftAlone;
    const answer = await screening.ask(paymentId);
    if (answer.fault === null) this.circuit.answered();
    else this.circuit.failed(this.clock.now());
    return answer;
  }
}
