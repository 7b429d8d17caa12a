/**
 * How often something may be asked, all in one place. A route has the general policy unless it declares another one. Those of the
 * routes where secrets are tried are counted for all processes together; the general one by each process for itself.
 */
import { SetMetadata } from '@nestjs/common';
import type { Settings } from '@plaza/platform';

export const windowSeconds = 60;

/** By what the route does. */
export type StrictPolicyName = 'register' | 'token' | 'refresh' | 'machine-token' | 'claim-code';

export interface Policy {
  name: 'default' | StrictPolicyName;
  /** Requests of one caller in a window. */
  requestsMax: number;
}

export interface Policies {
  general: Policy;
  strict: Record<StrictPolicyName, Policy>;
}

export function policiesOf({ perMinute, signInPerMinute }: Settings['rateLimits']): Policies {
  const strict = (name: StrictPolicyName): Policy => ({ name, requestsMax: signInPerMinute });
  return {
    general: { name: 'default', requestsMax: perMinute },
    strict: {
      register: strict('register'),
      token: strict('token'),
      refresh: strict('refresh'),
      'machine-token': strict('machine-token'),
      'claim-code': strict('claim-code'),
    },
  };
}

export const RATE_LIMIT = 'plaza:rate-limit';

/** The route has a strict policy of its own in place of the general one. */
export const LimitedAs = (name: StrictPolicyName) => SetMetadata(RATE_LIMIT, name);
