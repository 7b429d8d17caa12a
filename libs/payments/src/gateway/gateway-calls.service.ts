/**
 * Asks the gateway about open payments, side by side under a limit. First asks and later ones are the same: a payment is
 * claimed, asked about outside any transaction, and settled together with others that finish at the same time. A call that
 * hangs holds back only itself, because the next payments are claimed while it is under way. While the gateway is left alone nothing
 * is claimed, and what was claimed is given back.
 */
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { LOGGER, PlazaError, SETTINGS, together, type PlazaLogger, type Settings } from '@plaza/platform';
import { Attempts } from './attempts';
import { Claims, type Claim } from './claims';
import { GatewayPace } from './gateway-pace';
import { SettlementRecord } from './settlement-record';
import type { Attempt } from './settlement';

/** Claimed payments that may wait for each call that may be under way. */
const waitingPerCall = 4;
const settlingMax = 2_000;
const settleBatchMax = 250;
const settlePauseMs = 500;
/** How long a payment may wait to be settled before another process may think that this one has ended. */
const settleMarginMs = 10_000;
const lookAgainMs = 500;

@Injectable()
export class GatewayCalls implements BeforeApplicationShutdown {
  private readonly leaseMs: number;
  private readonly waiting: Claim[] = [];
  private calls = 0;
  private settling = 0;
  /** True after a claim that brought less than was wanted, until there is a reason to think that there is more. */
  private nothingDue = false;
  private closing = false;
  private endWait: (() => void) | undefined;
  private readonly settle: (attempt: Attempt) => Promise<true>;

  constructor(
    @Inject(SETTINGS) { gateway: { callsMax, timeoutMs }, screening }: Settings,
    private readonly claims: Claims,
    private readonly attempts: Attempts,
    private readonly pace: GatewayPace,
    record: SettlementRecord,
    @Inject(LOGGER) private readonly logger: PlazaLogger,
  ) {
    this.leaseMs = (timeoutMs + (screening?.timeoutMs ?? 0)) * (waitingPerCall + 1) + settleMarginMs;
    this.settle = together(
      async (attempts: Attempt[]) => {
        await record.write(attempts);
        return attempts.map(() => true as const);
      },
      {
        batchMax: settleBatchMax,
        // One at a time: what finishes meanwhile makes the next batch, and larger ones cost less.
        underWayMax: 1,
        waitingMax: settlingMax + callsMax,
        onFull: () => new Error('More payments are being settled than were in hand'),
      },
    );
  }

  /** Takes up what is due and waits until there is something to do again; false when nothing is due and nothing in hand. */
  async work(): Promise<boolean> {
    if (this.isClosing()) return false;
    await this.claims.release(this.waiting.splice(this.waitingMax()));
    const room = this.room();
    if (room > 0 && !this.nothingDue) {
      const first = this.pace.isProbing() ? 'newest' : 'oldest';
      const claimed = await this.claims.take(room, this.leaseMs, first);
      if (this.isClosing()) {
        await this.claims.release(claimed);
        return false;
      }
      this.nothingDue = claimed.length < room;
      this.waiting.push(...claimed);
    }
    // Also about what was in hand before: while the gateway was left alone no call ended that would have gone on with it.
    this.askNext();
    if (this.isIdle()) {
      this.nothingDue = false;
      return false;
    }
    await this.somethingChanged();
    return true;
  }

  /** Finishes the calls under way, and gives back what was not asked about yet. */
  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    const notAsked = this.waiting.splice(0);
    await this.claims.release(notAsked).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'Claims could not be given back; they run out by themselves');
    });
    while (!this.isIdle()) await this.somethingChanged();
  }

  /** There may be payments that are due: look now instead of a little later. */
  lookAgain(): void {
    this.nothingDue = false;
    this.endWait?.();
  }

  private isClosing(): boolean {
    return this.closing;
  }

  private isIdle(): boolean {
    return this.waiting.length + this.calls + this.settling === 0;
  }

  /** A payment that waits for long would be in other hands by the time it is asked about. */
  private waitingMax(): number {
    return this.pace.isProbing() ? this.pace.callsMax() : this.pace.callsMax() * waitingPerCall;
  }

  /**
   * How many to claim: many at once cost less, a database that is slow to settle is not given more to settle, and to try the
   * gateway a few are enough.
   */
  private room(): number {
    const waitingMax = this.waitingMax() - (this.pace.isProbing() ? this.calls : 0);
    const isWanted = this.waiting.length <= waitingMax / 2 && this.settling < settlingMax;
    return isWanted ? waitingMax - this.waiting.length : 0;
  }

  private askNext(): void {
    while (this.calls < this.pace.callsMax()) {
      const claim = this.waiting.shift();
      if (!claim) return;
      this.calls += 1;
      void this.askAbout(claim);
    }
  }

  private async askAbout(claim: Claim): Promise<void> {
    const giveUpAt = performance.now() + this.leaseMs;
    const attempt = await this.attemptAbout(claim);
    if (attempt) this.settling += 1;
    this.calls -= 1;
    this.askNext();
    const isMoreWanted = this.room() > 0 && !this.nothingDue;
    if (isMoreWanted || this.waiting.length > this.waitingMax()) this.endWait?.();
    if (attempt) {
      await this.settleBefore(giveUpAt, attempt);
      this.settling -= 1;
    }
    if (this.isIdle()) this.endWait?.();
  }

  /** Undefined when the gateway was not asked after all: screening held the payment back, or what it said could not be kept. */
  private async attemptAbout(claim: Claim): Promise<Attempt | undefined> {
    try {
      const attempt = await this.attempts.make(claim, this.pace.isProbing());
      if (!attempt) return undefined;
      const { tookMs, answer } = attempt;
      const isAnswered = answer.outcome !== 'unknown';
      this.pace.note({ endedAtMs: performance.now(), tookMs, isAnswered, underWay: this.calls });
      return attempt;
    } catch (error) {
      const { paymentId } = claim;
      this.logger.warn({ err: error, paymentId }, 'A payment could not be screened; it is taken up again');
      await this.claims.release([claim]).catch(() => undefined);
      return undefined;
    }
  }

  /** While the database is away the answer is kept, as long as nobody else can have claimed the payment. */
  private async settleBefore(giveUpAt: number, attempt: Attempt): Promise<void> {
    for (;;) {
      try {
        await this.settle(attempt);
        return;
      } catch (error) {
        const mayPass = error instanceof PlazaError && error.kind === 'unavailable';
        if (!mayPass || this.closing || performance.now() > giveUpAt) {
          this.logger.warn(
            { err: error, paymentId: attempt.paymentId, outcome: attempt.answer.outcome },
            'An answer of the gateway could not be noted; the payment is asked about again',
          );
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, settlePauseMs));
      }
    }
  }

  private somethingChanged(): Promise<void> {
    return new Promise((resolve) => {
      const before = this.endWait;
      const timer = setTimeout(() => {
        this.lookAgain();
      }, lookAgainMs);
      this.endWait = () => {
        clearTimeout(timer);
        this.endWait = undefined;
        before?.();
        resolve();
      };
    });
  }
}
