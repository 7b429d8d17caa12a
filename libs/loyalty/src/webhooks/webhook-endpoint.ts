/** The port to the machine of a partner that is told what happened. */
import type { EndpointAnswer } from './retry-schedule';

export interface WebhookMessage {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export abstract class WebhookEndpoint {
  /** Never throws: that there was no answer is an answer, too. */
  abstract post(message: WebhookMessage): Promise<EndpointAnswer>;
}
