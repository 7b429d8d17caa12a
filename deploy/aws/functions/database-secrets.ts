/** What the secrets of the database hold, and what the next version of each will hold. */
import { randomBytes } from 'node:crypto';
import type { PlazaRoles } from './database-roles';

export type SecretKind = 'master' | 'owner' | 'processes';
export type SecretValues = Record<string, string>;

export interface DatabasePlace {
  host: string;
  replicaHosts: readonly string[];
  database: string;
}

export interface Login {
  role: string;
  password: string;
}

const passwordBytes = 32;

/**
 * The processes change roles with each version: connections as the role of the version before go on, and can still be made, until
 * the version after.
 */
export function nextValues(
  kind: SecretKind,
  current: SecretValues,
  roles: PlazaRoles,
  place: DatabasePlace,
): SecretValues {
  const password = randomBytes(passwordBytes).toString('base64url');
  switch (kind) {
    case 'master':
      return { ...current, password };
    case 'owner':
      return { DATABASE_OWNER_URL: addressOf(place.host, { role: roles.owner, password }, place) };
    case 'processes': {
      const login = { role: roleAfter(current, roles.processes), password };
      return {
        DATABASE_URL: addressOf(place.host, login, place),
        DATABASE_REPLICA_URLS: place.replicaHosts.map((host) => addressOf(host, login, place)).join(','),
      };
    }
  }
}

export function loginIn(kind: SecretKind, values: SecretValues): Login {
  if (kind === 'master') return { role: values['username'] ?? '', password: values['password'] ?? '' };
  const { username, password } = new URL(addressIn(kind, values));
  return { role: username, password };
}

/** With which the login of a version is tried. */
export function addressIn(kind: Exclude<SecretKind, 'master'>, values: SecretValues): string {
  const name = kind === 'owner' ? 'DATABASE_OWNER_URL' : 'DATABASE_URL';
  const address = values[name];
  if (address === undefined) throw new Error(`The secret holds no ${name}`);
  return address;
}

export function addressOf(host: string, { role, password }: Login, { database }: DatabasePlace): string {
  return `postgresql://${role}:${encodeURIComponent(password)}@${host}:5432/${database}?sslmode=verify-full`;
}

function roleAfter(
  { DATABASE_URL: address }: SecretValues,
  [first = '', ...others]: readonly string[],
): string {
  const now = address === undefined ? undefined : new URL(address).username;
  return now === first ? (others[0] ?? first) : first;
}
