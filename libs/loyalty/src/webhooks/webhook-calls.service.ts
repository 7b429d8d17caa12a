/**
 * Calls the webhooks that are due, side by side under a limit, in lanes: those that answer well in one, those that are slow or fail
 * in another, so that they delay one another and nobody else. Within a lane whoever was called least recently is next, and lets
 * others by after some turns.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock, inSpan, LOGGER, Metrics, SpanKind, type PlazaLogger } from '@plaza/platform';
import type { Counter } from 'prom-client';
import type { Delivery, KnownWebhook } from './delivery-rows';
import { DeliveryTurns, type Called, type Turn } from './delivery-turns.service';
import { isAccepted } from './retry-schedule';
import { WebhookEndpoint } from './webhook-endpoint';
import { WebhookQueue, type WebhookLane } from './webhook-queue';
import { signatureHeaders } from './webhook-signature';

/** How many webhooks each lane has in hand at once. */
const inHandMax: Record<WebhookLane, number> = { quick: 24, strained: 8 };

const turnsMax = 16;
const lookAgainMs = 200;
/** How long one that could not be worked keeps its place, so that it is not tried again at once. */
const troubleMs = 1_000;

@Injectable()
export class WebhookCalls implements BeforeApplicationShutdown {
  private readonly underWay: Record<WebhookLane, Set<Promise<void>>> = {
    quick: new Set(),
    strained: new Set(),
  };
  private readonly attempts: Counter<'outcome'>;
  private closing = false;

  constructor(
    private readonly queue: WebhookQueue,
    private readonly turns: DeliveryTurns,
    private readonly endpoint: WebhookEndpoint,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: PlazaLogger,
    metrics: Metrics,
  ) {
    this.attempts = metrics.counter(
      'plaza_webhook_attempts_total',
      'Calls of webhooks, by whether they were accepted',
      ['outcome'],
    );
  }

  /** Takes up what is due and waits until there is something to do again; false when nothing is due and nothing in hand. */
  async work(lane: WebhookLane): Promise<boolean> {
    if (this.closing) return false;
    const inHand = this.underWay[lane];
    const room = inHandMax[lane] - inHand.size;
    const due = room > 0 ? await this.queue.due(lane, room) : [];
    for (const webhook of due) this.take(lane, webhook);
    if (inHand.size === 0) return false;
    await Promise.race([...inHand, pause(lookAgainMs)]);
    return true;
  }

  /** Finishes the calls under way and begins no others. */
  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    await Promise.all([...this.underWay.quick, ...this.underWay.strained]);
  }

  private take(lane: WebhookLane, webhook: KnownWebhook): void {
    const work = this.deliver(webhook)
      .catch((error: unknown) => {
        this.logger.warn({ err: error, webhook: webhook.id }, 'A webhook could not be worked; it is later');
        return pause(troubleMs);
      })
      .finally(() => this.underWay[lane].delete(work));
    this.underWay[lane].add(work);
  }

  private async deliver(webhook: KnownWebhook): Promise<void> {
    let turn = await this.turns.begin(webhook);
    for (let number = 1; turn; number += 1) {
      const calls = await this.callAll(turn);
      turn = await this.turns.settle(turn, calls, number < turnsMax && !this.closing);
    }
  }

  private callAll(turn: Turn): Promise<Called[]> {
    return Promise.all(turn.deliveries.map((delivery) => this.call(turn, delivery)));
  }

  private async call({ url, secrets }: Turn, delivery: Delivery): Promise<Called> {
    const { eventId: id, body } = delivery;
    const headers = signatureHeaders({ id, body, sentAt: this.clock.now(), secrets });
    const span = { kind: SpanKind.CLIENT, attributes: { 'messaging.message.id': id } };
    const answer = await inSpan('call a webhook', span, () => this.endpoint.post({ url, headers, body }));
    this.attempts.inc({ outcome: isAccepted(answer) ? 'accepted' : 'refused' });
    return { delivery, answer };
  }
}
