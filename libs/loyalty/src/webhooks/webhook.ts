/** An address of a partner's that is called with every event of its programme. */
import { InvalidInput, namesPrivateAddress, type InputFault } from '@plaza/platform';
import type { PartnerEventType } from '../ledger/news';

/**
 * `disabled` by its partner, `gone` by its own word (410); in both cases nothing is lost, and it goes on from there once it is
 * active again.
 */
export const webhookStatuses = ['active', 'disabled', 'gone'] as const;
export type WebhookStatus = (typeof webhookStatuses)[number];

export const deliveryStatuses = ['waiting', 'delivered', 'failed'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** Of one programme. */
export const webhooksMax = 10;
export const urlCharactersMax = 2_000;

export interface WantedWebhook {
  url: string;
  description: string | null;
  /** Null for all, those that are yet to come included. */
  eventTypes: PartnerEventType[] | null;
}

export interface WebhookView extends WantedWebhook {
  id: string;
  status: WebhookStatus;
  createdAt: Date;
  /** Until then deliveries are signed with the secret before this one, too. */
  previousSecretUntil: Date | null;
  /** When it accepted an event last. */
  deliveredAt: Date | null;
  /** Since an event went through the whole schedule in vain; null again once another one is accepted. */
  failingSince: Date | null;
  /** When a delivery is tried next, at the earliest. */
  nextAttemptAt: Date | null;
}

export interface AddressRules {
  /** Where it is tried out, endpoints may be on machines of our own. */
  privateAddresses: boolean;
  httpsOnly: boolean;
}

/**
 * What can be seen of an address before it is called; where its name leads to is looked at whenever it is.
 * @throws InvalidInput naming what is wrong
 */
export function checkAddress(text: string, rules: AddressRules): void {
  const faults = faultsOfAddress(text, rules).map((detail): InputFault => ({ pointer: '/url', detail }));
  if (faults.length > 0) throw new InvalidInput(faults);
}

function faultsOfAddress(text: string, { privateAddresses, httpsOnly }: AddressRules): string[] {
  if (!URL.canParse(text)) return ['must be a URL'];
  const url = new URL(text);
  const { protocol, username, password, hash } = url;
  const schemes = httpsOnly ? ['https:'] : ['https:', 'http:'];
  return [
    ...(schemes.includes(protocol) ? [] : [`must begin with ${schemes.join('// or ')}//`]),
    ...(username + password === '' ? [] : ['must hold no credentials']),
    ...(hash === '' ? [] : ['must hold no fragment']),
    ...(namesPrivateAddress(url) && !privateAddresses ? ['must lead to a public address'] : []),
  ];
}
