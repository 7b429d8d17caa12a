/** What identity announces about the people it knows. */
import type { Fact } from '@plaza/messaging';

export const IDENTITY_EVENTS = 'identity.events';

export interface CustomerDetails {
  customerId: string;
  username: string;
  fullName: string | null;
  email: string;
}

export type CustomerRegistered = Fact<'customer-registered', CustomerDetails>;
export type CustomerChanged = Fact<'customer-changed', CustomerDetails>;
export type IdentityFact = CustomerRegistered | CustomerChanged;
