/** Calls the webhooks of partners with what happened, in any number of processes, and forgets what came of it long ago. */
import { Injectable } from '@nestjs/common';
import { PARTNER_EVENTS_SIGNAL, PastDeliveries, WebhookCalls, webhookLanes } from '@plaza/loyalty';
import { Loops } from '@plaza/platform';

const lookAgainMs = 1_000;
const forgetEveryMs = 10 * 60_000;

@Injectable()
export class DeliverWebhooksJob {
  constructor(loops: Loops, calls: WebhookCalls, past: PastDeliveries) {
    for (const lane of webhookLanes) {
      loops.add({
        name: `deliver-${lane}-webhooks`,
        everyMs: lookAgainMs,
        wakeOn: PARTNER_EVENTS_SIGNAL,
        work: () => calls.work(lane),
      });
    }
    loops.add({
      name: 'forget-deliveries',
      everyMs: forgetEveryMs,
      alone: true,
      work: () => past.forget(),
    });
  }
}
