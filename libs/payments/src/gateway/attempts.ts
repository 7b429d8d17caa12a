/** Makes one attempt about a claimed payment: has it screened where that is configured, asks the gateway and measures how long it took. */
import { Injectable } from '@nestjs/common';
import { Clock, inSpan, Metrics, SpanKind } from '@plaza/platform';
import { Histogram } from 'prom-client';
import type { Claim } from './claims';
import { Screenings } from '../screening/screenings.service';
import { Gateway } from './gateway';
import type { Attempt } from './settlement';

@Injectable()
export class Attempts {
  private readonly seconds;

  constructor(
    private readonly gateway: Gateway,
    private readonly screenings: Screenings,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.seconds = new Histogram({
      name: 'plaza_payments_gateway_seconds',
      help: 'Time from asking the gateway to its answer, or to giving up, by what came of it',
      labelNames: ['outcome'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers: [metrics.registry],
    });
  }

  /**
   * @param isProbe it is to find out whether the gateway answers at all
   * @returns undefined when screening has held the payment back
   * @throws PlazaError of kind `unavailable` when what screening said cannot be kept; the gateway was not asked then
   */
  async make(claim: Claim, isProbe: boolean): Promise<Attempt | undefined> {
    if (!(await this.screenings.clears(claim))) return undefined;
    const askedAt = this.clock.now();
    const began = performance.now();
    const { paymentId, attempt: number, before, traceparent } = claim;
    const span = {
      kind: SpanKind.CLIENT,
      parent: traceparent,
      attributes: { 'plaza.payment.id': paymentId },
    };
    const answer = await inSpan('ask the gateway', span, () => this.gateway.ask(claim));
    const tookMs = performance.now() - began;
    this.seconds.observe({ outcome: answer.outcome }, tookMs / 1_000);
    return { paymentId, number, before, traceparent, askedAt, tookMs, isProbe, answer };
  }
}
