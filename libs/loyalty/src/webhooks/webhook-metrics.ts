/** How webhooks are, asked once for all that is told when somebody measures. */
import { Injectable } from '@nestjs/common';
import { Metrics } from '@plaza/platform';
import { WebhookQueue } from './webhook-queue';

const states = ['active', 'failing', 'disabled', 'gone'] as const;

@Injectable()
export class WebhookMetrics {
  constructor(queue: WebhookQueue, metrics: Metrics) {
    metrics
      .toldFrom(() => queue.health())
      .add(
        { name: 'plaza_webhooks', help: 'Webhooks, by how they are', labelNames: ['state'] },
        (gauge, health) => {
          for (const state of states) gauge.set({ state }, health[state]);
        },
      )
      .add(
        { name: 'plaza_webhook_deliveries_waiting', help: 'Deliveries still to be made' },
        (gauge, { waiting }) => {
          gauge.set(waiting);
        },
      )
      .add(
        { name: 'plaza_webhook_lateness_seconds', help: 'How late the latest one is' },
        (gauge, { lateSeconds }) => {
          gauge.set(lateSeconds);
        },
      );
  }
}
