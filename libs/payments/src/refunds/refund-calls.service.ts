/**
 * Asks the gateway about refunds that are due, with the refund's id as its key, until there is a clear word or too many attempts were
 * made. Refunds are few, so a batch is asked side by side and noted before the next one is taken.
 */
import { Inject, Injectable } from '@nestjs/common';
import { Clock, Database, SETTINGS, type Settings } from '@plaza/platform';
import { Gateway } from '../gateway/gateway';
import { GatewayPace } from '../gateway/gateway-pace';
import { isGivenUp, nextAttemptAt } from '../gateway/settlement';
import { RefundRecord } from './refund-record';
import { takeDueRefunds, type RefundAttempt, type RefundClaim } from './refund-rows';

const batchMax = 8;
/** How long a refund may wait to be noted before another process may think that this one has ended. */
const noteMarginMs = 30_000;

@Injectable()
export class RefundCalls {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly gateway: Gateway,
    private readonly pace: GatewayPace,
    private readonly record: RefundRecord,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks about a bounded number; true when there may be more. A gateway that is left alone gets no refunds either; but what becomes
   * of refunds decides nothing about payments, which go on where only its refunds are broken.
   */
  async askDue(): Promise<boolean> {
    const most = Math.min(batchMax, this.pace.callsMax());
    if (most === 0) return false;
    const now = this.clock.now();
    const until = new Date(now.getTime() + this.settings.gateway.timeoutMs + noteMarginMs);
    const claims = await this.database.transaction((tx) => takeDueRefunds(tx, now, until, most));
    if (claims.length === 0) return false;
    const attempts = await Promise.all(claims.map((claim) => this.ask(claim)));
    await this.database.transaction((tx) => this.record.settle(tx, attempts, this.clock.now()));
    return true;
  }

  private async ask({ attempt: number, before, ...refund }: RefundClaim): Promise<RefundAttempt> {
    const { refundId, paymentId } = refund;
    const askedAt = this.clock.now();
    const isProbe = this.pace.isProbing();
    const began = performance.now();
    const answer = await this.gateway.refund(refund);
    const made = { number, before, askedAt, tookMs: performance.now() - began, isProbe, answer };
    const isLast = isGivenUp(made, this.settings.gateway.attemptsMax);
    return { refundId, paymentId, ...made, nextAttemptAt: isLast ? null : nextAttemptAt(refundId, made) };
  }
}
