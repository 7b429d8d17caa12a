import type { ContextSchema } from '@plaza/platform';
import { PeopleAndClients1763600000010 } from './migrations/1-people-and-clients';
import { CounterCustomers1763600000011 } from './migrations/2-counter-customers';
import { FindingPeople1763600000012 } from './migrations/3-finding-people';
import { GenerationsOfTokens1763600000013 } from './migrations/4-generations-of-tokens';
import { Partners1763600000015 } from './migrations/5-partners';
import { LoginAttempts1763600000016 } from './migrations/6-login-attempts';
import { LegacyCustomers1764300000411 } from './migrations/7-legacy-customers';
import { SandboxClients1764500000060 } from './migrations/8-sandbox-clients';
import { UsedSecrets1764600000070 } from './migrations/9-used-secrets';

export const identitySchema: ContextSchema = {
  schema: 'identity',
  migrations: [
    PeopleAndClients1763600000010,
    CounterCustomers1763600000011,
    FindingPeople1763600000012,
    GenerationsOfTokens1763600000013,
    Partners1763600000015,
    LoginAttempts1763600000016,
    LegacyCustomers1764300000411,
    SandboxClients1764500000060,
    UsedSecrets1764600000070,
  ],
  appendOnly: ['legacy_customers'],
  audited: {
    users: { masked: ['password_hash'] },
    sessions: {},
    refresh_tokens: { masked: ['hash'] },
    clients: {
      masked: ['secret_hash', 'previous_secret_hash'],
      plain: ['previous_secret_until', 'secret_used'],
    },
    claim_codes: { masked: ['fingerprint'] },
    partners: {},
    legacy_customers: { member: 'customer_id' },
  },
  notAudited: {
    login_attempts:
      'Counts of failures under fingerprints, forgotten by themselves; nothing is done to anybody',
  },
};
