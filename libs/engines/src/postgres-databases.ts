// Makes and drops databases, and gives Plaza its two roles: one that owns the tables and migrates them, one that the
// processes work as and that has no right but those which the migrations grant.
import { createHmac } from 'node:crypto';

import { Client } from 'pg';

export const OWNER_ROLE = 'plaza_owner';
export const APP_ROLE = 'plaza_app';

const EXTENSIONS = ['pg_trgm', 'unaccent'] as const;
const CONNECT_WITHIN_MS = 10_000;
// Any number will do that nobody else uses: it keeps two processes from making the same role or database at once.
const MAKING_LOCK = 7_520_916_344;

/** Opens a connection for `work` and closes it afterwards. */
export const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    application_name: 'plaza engines',
  });
  // A server that goes away while we are connected makes the running query fail; the event itself must not end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The same server seen by another role or in another database. */
const variant = (url: string, parts: { database?: string; user?: string; password?: string }): string => {
  const result = new URL(url);
  if (parts.database !== undefined) result.pathname = `/${encodeURIComponent(parts.database)}`;
  if (parts.user !== undefined) result.username = encodeURIComponent(parts.user);
  if (parts.password !== undefined) result.password = encodeURIComponent(parts.password);
  return result.toString();
};

/**
 * The password of a role, computed from the superuser's: as random as that one, the same at every start without being stored,
 * and no way back.
 */
export const rolePassword = (superuserUrl: string, role: string): string => {
  const secret = decodeURIComponent(new URL(superuserUrl).password);
  if (secret === '')
    throw new Error('The superuser URL carries no password to compute those of the roles from.');
  return createHmac('sha256', secret).update(role).digest('base64url');
};

/** Lets one process of this server at a time make roles and databases. */
const oneAtATime = async <T>(superuserUrl: string, work: (client: Client) => Promise<T>): Promise<T> =>
  withClient(superuserUrl, async (client) => {
    // The end of the connection gives the lock back.
    await client.query('SELECT pg_advisory_lock($1)', [MAKING_LOCK]);
    return work(client);
  });

const makeRole = async (
  client: Client,
  superuserUrl: string,
  role: string,
  attributes: string,
): Promise<void> => {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  const password = literal(rolePassword(superuserUrl, role));
  await client.query(`${verb} ROLE ${quoted(role)} WITH LOGIN ${attributes} PASSWORD ${password}`);
};

/** Makes a login role with a computed password and exactly the given attributes, whatever it had before. */
export const ensureRole = (superuserUrl: string, role: string, attributes: string): Promise<void> =>
  oneAtATime(superuserUrl, (client) => makeRole(client, superuserUrl, role, attributes));

/** A slot by which a server keeps its write-ahead log from now on until whoever has the slot has taken it. */
export const renewSlot = (superuserUrl: string, slot: string): Promise<void> =>
  withClient(superuserUrl, async (client) => {
    await client.query(
      'SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = $1',
      [slot],
    );
    await client.query('SELECT pg_create_physical_replication_slot($1, true)', [slot]);
  });

/** Creates a database, as a copy of `template` when one is named. Resolves to its URL for the same user. */
export const createDatabase = async (
  url: string,
  name: string,
  { template, owner }: { template?: string; owner?: string } = {},
): Promise<string> => {
  const clauses = [
    ...(owner === undefined ? [] : [`OWNER ${quoted(owner)}`]),
    // Its files are copied, not its pages through the log: half the work for what is made often and dropped soon.
    ...(template === undefined ? [] : [`TEMPLATE ${quoted(template)} STRATEGY file_copy`]),
  ];
  await withClient(url, (client) => client.query(`CREATE DATABASE ${quoted(name)} ${clauses.join(' ')}`));
  return variant(url, { database: name });
};

/** Drops a database and whoever is connected to it; does nothing when there is none. */
export const dropDatabase = async (url: string, name: string): Promise<void> => {
  await withClient(url, (client) => client.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`));
};

export interface PlazaDatabase {
  /** For migrations: owns the database and what is in it. */
  ownerUrl: string;
  /** For the processes: may connect, and what the migrations grant. */
  appUrl: string;
}

const POWERLESS = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';

const databaseExists = async (client: Client, name: string): Promise<boolean> =>
  (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount === 1;

const makeExtensions = (url: string): Promise<void> =>
  withClient(url, async (client) => {
    for (const extension of EXTENSIONS) await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
  });

/**
 * Sees to it that a database with Plaza's two roles and the extensions stands; safe to repeat at every start. With `template`,
 * a database that is missing is made as a copy of that one.
 */
export const ensurePlazaDatabase = async (
  superuserUrl: string,
  name: string,
  { template }: { template?: string } = {},
): Promise<PlazaDatabase> => {
  await oneAtATime(superuserUrl, async (client) => {
    await makeRole(client, superuserUrl, OWNER_ROLE, POWERLESS);
    await makeRole(client, superuserUrl, APP_ROLE, POWERLESS);
    if (!(await databaseExists(client, name))) {
      await createDatabase(superuserUrl, name, {
        owner: OWNER_ROLE,
        ...(template === undefined ? {} : { template }),
      });
    }
    // What everybody may do by default is taken away: connecting and making temporary tables. A copy does not inherit this.
    await client.query(`REVOKE ALL ON DATABASE ${quoted(name)} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${quoted(name)} TO ${quoted(APP_ROLE)}`);
    if (template === undefined) await makeExtensions(variant(superuserUrl, { database: name }));
  });
  return plazaUrls(superuserUrl, name);
};

/** The URLs of Plaza's two roles for a database of this server. */
export const plazaUrls = (superuserUrl: string, name: string): PlazaDatabase => {
  const urlOf = (role: string): string =>
    variant(superuserUrl, { database: name, user: role, password: rolePassword(superuserUrl, role) });
  return { ownerUrl: urlOf(OWNER_ROLE), appUrl: urlOf(APP_ROLE) };
};
