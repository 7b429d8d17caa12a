/**
 * Plaza's roles in a PostgreSQL that a provider keeps: made by a master role that is no superuser. Passwords are handed over as
 * PostgreSQL stores them, so that none is ever in a statement, and in no log of statements.
 */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type { Client } from 'pg';

const extensions = ['pg_trgm', 'unaccent'] as const;
const iterations = 4_096;
const saltBytes = 16;
const keyBytes = 32;
/** Any number that nobody else uses: two secrets may be rotated at once. */
const makingLock = 7_526_703;

export interface PlazaRoles {
  owner: string;
  processes: readonly string[];
}

/**
 * Makes the roles that are missing, gives the database to its owner, and takes from everybody what everybody has by default. Safe
 * to repeat.
 * @param master connected to the database
 */
export async function prepareDatabase(
  master: Client,
  database: string,
  { owner, processes }: PlazaRoles,
): Promise<void> {
  // Freed with the connection.
  await master.query('SELECT pg_advisory_lock($1)', [makingLock]);
  for (const role of [owner, ...processes]) await makeRole(master, role);
  const [name, ownerName] = [database, owner].map((identifier) => master.escapeIdentifier(identifier));
  // Whoever makes a role may hand it on, but is not yet a member of it.
  await master.query(`GRANT ${ownerName} TO CURRENT_USER WITH INHERIT TRUE, SET TRUE`);
  await master.query(`ALTER DATABASE ${name} OWNER TO ${ownerName}`);
  for (const extension of extensions) await master.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
  await master.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  for (const role of processes)
    await master.query(`GRANT CONNECT ON DATABASE ${name} TO ${master.escapeIdentifier(role)}`);
}

export async function setPassword(master: Client, role: string, password: string): Promise<void> {
  const stored = master.escapeLiteral(storedForm(password));
  await master.query(`ALTER ROLE ${master.escapeIdentifier(role)} WITH LOGIN PASSWORD ${stored}`);
}

async function makeRole(master: Client, role: string): Promise<void> {
  const { rowCount } = await master.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount === 0) await master.query(`CREATE ROLE ${master.escapeIdentifier(role)} LOGIN`);
}

/** SCRAM-SHA-256 (RFC 5803) of a password of ASCII alone, which needs no preparation of its characters. */
function storedForm(password: string): string {
  const salt = randomBytes(saltBytes);
  const salted = pbkdf2Sync(password, salt, iterations, keyBytes, 'sha256');
  const keyed = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(keyed('Client Key')).digest('base64');
  const serverKey = keyed('Server Key').toString('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
