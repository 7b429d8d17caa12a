/** How webhooks are, asked once for all that is told when somebody measures. */
import { Injectable } from '@nestjs/common';
import { Metrics } from '@plaza/platform';
import { Gauge } from 'prom-client';
import { WebhookQueue, type WebhookHealth } from './webhook-queue';

const states = ['active', 'failing', 'disabled', 'gone'] as const;

@Injectable()
export class WebhookMetrics {
  private asking: Promise<WebhookHealth | undefined> | undefined;

  constructor(
    private readonly queue: WebhookQueue,
    private readonly metrics: Metrics,
  ) {
    this.gauge('plaza_webhooks', 'Webhooks, by how they are', (gauge, health) => {
      for (const state of states) gauge.set({ state }, health[state]);
    });
    this.gauge('plaza_webhook_deliveries_waiting', 'Deliveries still to be made', (gauge, { waiting }) => {
      gauge.set(waiting);
    });
    this.gauge('plaza_webhook_lateness_seconds', 'How late the latest one is', (gauge, { lateSeconds }) => {
      gauge.set(lateSeconds);
    });
  }

  private gauge(
    name: string,
    help: string,
    tell: (gauge: Gauge<'state'>, health: WebhookHealth) => void,
  ): void {
    const gauge = new Gauge<'state'>({
      name,
      help,
      labelNames: ['state'],
      registers: [this.metrics.registry],
      // Nothing is told while the database is away: the other metrics are needed all the more then.
      collect: async () => {
        const health = await this.health();
        if (health) tell(gauge, health);
      },
    });
  }

  private health(): Promise<WebhookHealth | undefined> {
    this.asking ??= this.queue
      .health()
      .catch(() => undefined)
      .finally(() => {
        this.asking = undefined;
      });
    return this.asking;
  }
}
