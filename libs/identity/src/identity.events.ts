/** What identity announces about the people and partners that it knows. */
import type { Fact } from '@plaza/messaging';

export const IDENTITY_EVENTS = 'identity.events';

export interface CustomerDetails {
  customerId: string;
  /** Null for a customer without a login. */
  username: string | null;
  fullName: string | null;
  email: string | null;
}

export type CustomerRegistered = Fact<'customer-registered', CustomerDetails>;
export type CustomerChanged = Fact<'customer-changed', CustomerDetails>;
export interface PartnerNamed {
  partnerId: string;
}

/** From then on nobody comes in for it, and it is called by nobody. */
export type PartnerDisabled = Fact<'partner-disabled', PartnerNamed>;
export type PartnerEnabled = Fact<'partner-enabled', PartnerNamed>;
export type IdentityFact = CustomerRegistered | CustomerChanged | PartnerDisabled | PartnerEnabled;

export function customerRegistered(data: CustomerDetails): CustomerRegistered {
  return { type: 'customer-registered', key: data.customerId, data };
}

export function customerChanged(data: CustomerDetails): CustomerChanged {
  return { type: 'customer-changed', key: data.customerId, data };
}

export function partnerDisabled(partnerId: string): PartnerDisabled {
  return { type: 'partner-disabled', key: partnerId, data: { partnerId } };
}

export function partnerEnabled(partnerId: string): PartnerEnabled {
  return { type: 'partner-enabled', key: partnerId, data: { partnerId } };
}
