import type { ContextSchema } from '@plaza/platform';
import { PeopleAndClients1763600000010 } from './migrations/1-people-and-clients';

export const identitySchema: ContextSchema = {
  schema: 'identity',
  migrations: [PeopleAndClients1763600000010],
};
