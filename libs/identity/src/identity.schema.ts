import type { ContextSchema } from '@plaza/platform';
import { PeopleAndClients1763600000010 } from './migrations/1-people-and-clients';
import { Partners1763600000015 } from './migrations/5-partners';
import { LoginAttempts1763600000016 } from './migrations/6-login-attempts';

export const identitySchema: ContextSchema = {
  schema: 'identity',
  migrations: [PeopleAndClients1763600000010, Partners1763600000015, LoginAttempts1763600000016],
};
