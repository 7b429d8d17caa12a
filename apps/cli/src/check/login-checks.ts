/** Who can come in: nobody by a password that stands in the documentation, and somebody who may do everything. */
import { KnownLogins } from '@plaza/identity';
import { demoLogins } from '../demo/people';
import { foundWhere, type Check } from './check';

const knownLogins = demoLogins.map(({ username, password }) => ({ name: username, secret: password }));

export const loginChecks: Check[] = [
  {
    name: 'logins.none-known',
    weight: 'fault',
    why: 'The passwords of the demo data are public: with them anybody is an administrator here.',
    mend: 'Start with an empty database (plaza migrate, plaza create-admin); or change these passwords and disable what is not yours.',
    look: async (deployment) => {
      const good = await deployment.ask(KnownLogins, (logins) => logins.thatAreGood(knownLogins));
      return good.map((name) => `${name} can be signed in with the password of the demo data`);
    },
  },
  {
    name: 'logins.administrator',
    weight: 'warning',
    why: 'Without an administrator nobody can make staff, partners or credentials.',
    mend: 'Run plaza create-admin.',
    look: async (deployment) => {
      const isThere = await deployment.ask(KnownLogins, (logins) => logins.isThereAnAdmin());
      return foundWhere(!isThere, 'there is no administrator who can sign in');
    },
  },
];
