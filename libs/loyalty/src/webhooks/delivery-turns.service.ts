/**
 * Gives out what is to be delivered to a webhook, and takes down what came of it. A webhook is in the hands of one process until a
 * time, and a turn is one transaction: what the last calls brought, deliveries for events that are new, and the next ones to make.
 * Nothing is called in it.
 */
import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, SETTINGS, Sealing, type Settings, type Tx } from '@plaza/platform';
import type { Programme } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';
import {
  addDeliveries,
  dueDeliveries,
  lockClaimed,
  lockFree,
  recordAttempts,
  saveProgress,
  type Attempted,
  type Delivery,
  type KnownWebhook,
  type Progress,
} from './delivery-rows';
import { progressAfter } from './delivery-progress';
import { afterAttempt, type EndpointAnswer } from './retry-schedule';
import { goodBefore } from './webhook-secrets';

/** Calls of one endpoint that are under way at once; of one that is strained, one. */
const callsMax = 8;
const eventsAtOnceMax = 200;
/** Beside what calls can take, before another process may think that this one has ended. */
const leaseMarginMs = 15_000;

export interface Turn {
  webhook: KnownWebhook;
  claim: string;
  url: string;
  /** Those that are good now, the newest first. */
  secrets: string[];
  deliveries: Delivery[];
}

export interface Called {
  delivery: Delivery;
  answer: EndpointAnswer;
}

@Injectable()
export class DeliveryTurns {
  private readonly leaseMs: number;

  constructor(
    @Inject(SETTINGS) { webhooks }: Settings,
    private readonly programmes: Programmes,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {
    this.leaseMs = webhooks.timeoutMs + leaseMarginMs;
  }

  /** Undefined when there is nothing to deliver, or another process has it. */
  begin(webhook: KnownWebhook): Promise<Turn | undefined> {
    return this.programmes.write(webhook.name, async (tx, programme) => {
      const progress = programme && (await lockFree(tx, webhook.id, this.clock.now()));
      return progress && this.next(tx, { webhook, programme, progress });
    });
  }

  /**
   * Takes down what calls brought, unless it is in other hands by now: these call again, with the same ids.
   * @param goOn false lets go of the webhook
   * @returns the next turn, when there is something to deliver
   */
  settle({ webhook, claim }: Turn, calls: readonly Called[], goOn: boolean): Promise<Turn | undefined> {
    return this.programmes.write(webhook.name, async (tx, programme) => {
      const before = programme && (await lockClaimed(tx, webhook.id, claim));
      if (!before) return undefined;
      const at = programme.at(this.clock.now());
      const attempts = calls.map(({ delivery, answer }): Attempted => {
        return {
          delivery,
          answer,
          at,
          outcome: afterAttempt(delivery, answer, { at, chance: anyShare() }),
        };
      });
      await recordAttempts(tx, webhook.id, attempts);
      const progress = progressAfter(before, attempts);
      if (progress.status !== before.status) await endByItself(tx, progress);
      const mayGoOn = progress.status === 'active' && !progress.isShutOut;
      if (goOn && mayGoOn && progress.strained === before.strained)
        return this.next(tx, { webhook, programme, progress });
      await saveProgress(tx, progress, { claimedUntil: null, now: this.clock.now() });
      return undefined;
    });
  }

  private async next(
    tx: Tx,
    { webhook, programme, progress }: { webhook: KnownWebhook; programme: Programme; progress: Progress },
  ): Promise<Turn | undefined> {
    const now = this.clock.now();
    const at = programme.at(now);
    const lastEvent = await addDeliveries(tx, programme, progress, { at, most: eventsAtOnceMax });
    const mayCall = progress.restsUntil === null || progress.restsUntil <= at;
    const most = !mayCall ? 0 : progress.strained ? 1 : callsMax;
    const deliveries = await dueDeliveries(tx, programme, webhook.id, { at, most });
    const claim = String(BigInt(progress.claim) + 1n);
    const claimedUntil = deliveries.length === 0 ? null : new Date(now.getTime() + this.leaseMs);
    await saveProgress(tx, { ...progress, lastEvent, claim }, { claimedUntil, now });
    if (deliveries.length === 0) return undefined;
    return { webhook, claim, url: progress.url, secrets: this.secretsOf(progress, at), deliveries };
  }

  private secretsOf(progress: Progress, at: Date): string[] {
    const { secretSealed } = progress;
    const good = secretSealed ? [secretSealed, ...goodBefore(progress, at)] : [];
    return good.map((sealed) => this.sealing.open(sealed).toString());
  }
}

/** From 0 to 1. */
const anyShare = () => randomInt(1_001) / 1_000;

/** It said itself that there is nobody to hear us any more. */
async function endByItself(tx: Tx, { webhookId, status }: Progress): Promise<void> {
  await tx.query(`UPDATE loyalty.webhooks SET status = $2 WHERE id = $1 AND status = 'active'`, [
    webhookId,
    status,
  ]);
}
