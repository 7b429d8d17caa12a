/** Tells react-admin who is signed in and what they may see. Plaza itself refuses the rest; here it is not even shown. */
import type { AuthProvider } from 'ra-core';
import { messageOf, Refusal } from '../server/problem';
import { translate } from '../words/translate';
import { session, type Profile } from './session';

export type Role = 'staff' | 'admin';

interface Credentials {
  username: string;
  password: string;
}

/** @param mayUse whether a role may use what a resource is named by */
export function authProviderFor(mayUse: (role: Role, resource: string) => boolean): AuthProvider {
  return {
    login: async ({ username, password }: Credentials) => {
      await session.signIn(username, password);
      if (roleOf(await session.who()) !== undefined) return;
      await session.signOut();
      throw new Error(translate('plaza.signIn.notForCustomers'));
    },
    logout: () => session.signOut(),
    checkAuth: async () => {
      if (!session.isOpen || (await isOver())) throw new Error();
    },
    checkError: (error: unknown) =>
      error instanceof Refusal && error.status === 401
        ? Promise.reject(new Error(messageOf(error)))
        : Promise.resolve(),
    getIdentity: async () => {
      const { id, fullName, username } = await session.who();
      return { id, fullName: fullName ?? username ?? id };
    },
    getPermissions: async () => roleOf(await session.who()),
    canAccess: async ({ resource }) => {
      const role = roleOf(await session.who());
      return role !== undefined && mayUse(role, resource);
    },
  };
}

/** A line that is down ends no session. */
async function isOver(): Promise<boolean> {
  try {
    return (await session.token()) === undefined;
  } catch (error) {
    return !(error instanceof Refusal && error.isUnreachable);
  }
}

function roleOf({ role }: Profile): Role | undefined {
  return role === 'customer' ? undefined : role;
}
