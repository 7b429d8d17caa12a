/** What identity announces about the people it knows. */
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
export type IdentityFact = CustomerRegistered | CustomerChanged;

export function customerRegistered(data: CustomerDetails): CustomerRegistered {
  return { type: 'customer-registered', key: data.customerId, data };
}

export function customerChanged(data: CustomerDetails): CustomerChanged {
  return { type: 'customer-changed', key: data.customerId, data };
}
