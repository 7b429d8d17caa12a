/**
 * Changes passwords of the database's roles when Secrets Manager says so, in its four steps. The first time makes the roles
 * themselves. Where the processes' role has changed, their tasks are replaced, since a task reads its secrets at its start alone.
 */
import {
  ECSClient,
  ServiceNotActiveException,
  ServiceNotFoundException,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { Client } from 'pg';
import { z } from 'zod';
import { prepareDatabase, setPassword } from './database-roles';
import {
  addressIn,
  addressOf,
  loginIn,
  nextValues,
  type SecretKind,
  type SecretValues,
} from './database-secrets';

interface RotationEvent {
  Step: 'createSecret' | 'setSecret' | 'testSecret' | 'finishSecret';
  SecretId: string;
  ClientRequestToken: string;
}

const connectMsMax = 10_000;

const settings = z
  .object({
    DATABASE_HOST: z.string(),
    REPLICA_HOSTS: z.string().transform((list) => list.split(',').filter((host) => host !== '')),
    DATABASE: z.string(),
    MASTER_SECRET: z.string(),
    OWNER_SECRET: z.string(),
    OWNER_ROLE: z.string(),
    PROCESS_ROLES: z.string().transform((list) => list.split(',')),
    CLUSTER: z.string(),
    SERVICES: z.string().transform((list) => list.split(',')),
  })
  .parse(process.env);
const place = {
  host: settings.DATABASE_HOST,
  replicaHosts: settings.REPLICA_HOSTS,
  database: settings.DATABASE,
};
const roles = { owner: settings.OWNER_ROLE, processes: settings.PROCESS_ROLES };
const secrets = new SecretsManagerClient();
const services = new ECSClient();

export async function handler(event: RotationEvent): Promise<void> {
  const kind = kindOf(event.SecretId);
  switch (event.Step) {
    case 'createSecret':
      return createVersion(kind, event);
    case 'setSecret':
      return setVersion(kind, event);
    case 'testSecret':
      return tryVersion(kind, event);
    case 'finishSecret':
      await promote(event);
      if (kind === 'processes') await replaceTasks();
  }
}

function kindOf(secret: string): SecretKind {
  if (secret === settings.MASTER_SECRET) return 'master';
  return secret === settings.OWNER_SECRET ? 'owner' : 'processes';
}

async function createVersion(
  kind: SecretKind,
  { SecretId, ClientRequestToken }: RotationEvent,
): Promise<void> {
  const made = await pendingVersion(SecretId, ClientRequestToken).catch((error: unknown) => {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  });
  if (made !== undefined) return;
  const next = nextValues(kind, await currentVersion(SecretId), roles, place);
  await secrets.send(
    new PutSecretValueCommand({
      SecretId,
      ClientRequestToken,
      SecretString: JSON.stringify(next),
      VersionStages: ['AWSPENDING'],
    }),
  );
}

async function setVersion(kind: SecretKind, event: RotationEvent): Promise<void> {
  const { role, password } = loginIn(kind, await pendingVersion(event.SecretId, event.ClientRequestToken));
  const login = loginIn('master', await currentVersion(settings.MASTER_SECRET));
  // A step that is repeated finds the master's password changed already.
  if (kind === 'master' && (await answers(addressOf(place.host, { role, password }, place)))) return;
  await connected(addressOf(place.host, login, place), async (master) => {
    if (kind !== 'master') await prepareDatabase(master, place.database, roles);
    await setPassword(master, role, password);
  });
}

async function tryVersion(kind: SecretKind, event: RotationEvent): Promise<void> {
  const values = await pendingVersion(event.SecretId, event.ClientRequestToken);
  const address =
    kind === 'master' ? addressOf(place.host, loginIn(kind, values), place) : addressIn(kind, values);
  await connected(address, (client) => client.query('SELECT 1'));
}

async function promote({ SecretId, ClientRequestToken }: RotationEvent): Promise<void> {
  const { VersionIdsToStages: stages = {} } = await secrets.send(new DescribeSecretCommand({ SecretId }));
  const [current] = Object.entries(stages).find(([, of]) => of.includes('AWSCURRENT')) ?? [];
  if (current === ClientRequestToken) return;
  await secrets.send(
    new UpdateSecretVersionStageCommand({
      SecretId,
      VersionStage: 'AWSCURRENT',
      MoveToVersionId: ClientRequestToken,
      ...(current === undefined ? {} : { RemoveFromVersionId: current }),
    }),
  );
}

/** One after the other, as in any deployment. Before the first deployment there are none. */
async function replaceTasks(): Promise<void> {
  for (const service of settings.SERVICES) {
    const update = new UpdateServiceCommand({ cluster: settings.CLUSTER, service, forceNewDeployment: true });
    await services.send(update).catch((error: unknown) => {
      if (!isNotThereYet(error)) throw error;
    });
  }
}

function isNotThereYet(error: unknown): boolean {
  if (error instanceof ServiceNotFoundException || error instanceof ServiceNotActiveException) return true;
  return error instanceof Error && error.name === 'ClusterNotFoundException';
}

async function currentVersion(SecretId: string): Promise<SecretValues> {
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId }));
  return valuesIn(SecretString);
}

async function pendingVersion(SecretId: string, VersionId: string): Promise<SecretValues> {
  const asked = new GetSecretValueCommand({ SecretId, VersionId, VersionStage: 'AWSPENDING' });
  return valuesIn((await secrets.send(asked)).SecretString);
}

/** A master's secret holds a port, too, which is a number. */
function valuesIn(text = '{}'): SecretValues {
  return z.record(z.string(), z.coerce.string()).parse(JSON.parse(text));
}

async function answers(address: string): Promise<boolean> {
  try {
    await connected(address, (client) => client.query('SELECT 1'));
    return true;
  } catch {
    return false;
  }
}

async function connected(address: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({
    connectionString: address,
    connectionTimeoutMillis: connectMsMax,
    query_timeout: connectMsMax,
    application_name: 'plaza rotation',
  });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
