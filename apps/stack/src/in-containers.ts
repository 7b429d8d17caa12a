/**
 * What containers need before Plaza can start in them: secrets, made in their volumes once and never in an image or a file of the
 * project, and the database with its roles. `docker-compose.yml` runs both and then lets the processes start.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePlazaDatabase, keptKeys, plazaUrls, writeSettings } from '@plaza/engines';
import { runPlaza } from './database';
import { StackError } from './plan';

/** A folder, which is a volume, for each that may see what lies in it. */
const secrets = '/secrets';
/** PostgreSQL and the migration. */
const databaseSecrets = join(secrets, 'database');
/** The processes of Plaza. */
const plazaSecrets = join(secrets, 'plaza');
const clickhouseSecrets = join(secrets, 'clickhouse');
const grafanaSecrets = join(secrets, 'grafana');

const databaseName = 'plaza';
const primaryHost = 'postgres';
const replicaHost = 'replica';

const usage = 'Usage: node in-containers.js secrets|migrate';
const exitUsage = 64;

/** Engines run as other users of their containers, hence readable by all who have the volume. */
function keptPassword(folder: string, name: string): string {
  const file = join(folder, `${name}.password`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const password = randomBytes(24).toString('base64url');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, password, { mode: 0o644 });
  return password;
}

function superuserUrl(): string {
  return `postgres://postgres:${keptPassword(databaseSecrets, 'superuser')}@${primaryHost}:5432/postgres`;
}

async function makeSecrets(): Promise<void> {
  keptPassword(databaseSecrets, 'replication');
  keptPassword(grafanaSecrets, 'grafana');
  const keys = await keptKeys(plazaSecrets);
  const { appUrl } = plazaUrls(superuserUrl(), databaseName);
  const replica = new URL(appUrl);
  replica.hostname = replicaHost;
  await writeSettings(join(plazaSecrets, 'plaza.env'), {
    DATABASE_URL: appUrl,
    DATABASE_REPLICA_URLS: replica.toString(),
    CLICKHOUSE_URL: `http://plaza:${keptPassword(clickhouseSecrets, 'clickhouse')}@clickhouse:8123/plaza`,
    JWT_PRIVATE_KEYS: keys.jwtPrivateKey,
    SEALING_KEYS: keys.sealingKey,
  });
}

async function migrate(): Promise<void> {
  const { appUrl, ownerUrl } = await ensurePlazaDatabase(superuserUrl(), databaseName);
  await runPlaza('migrate', { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl });
}

async function main(): Promise<void> {
  const [task, ...more] = process.argv.slice(2);
  if (task === 'secrets' && more.length === 0) return makeSecrets();
  if (task === 'migrate' && more.length === 0) return migrate();
  process.stderr.write(`${usage}\n`);
  process.exitCode = exitUsage;
}

main().catch((error: unknown) => {
  const text = error instanceof Error && !(error instanceof StackError) ? error.stack : undefined;
  process.stderr.write(`${text ?? String(error)}\n`);
  process.exitCode = 1;
});
