/**
 * The roles that the rotation on AWS makes and whose passwords it changes, on a PostgreSQL whose master is no superuser, as a
 * provider's is none. Plaza's own migrations run as the owner, and grant both roles of the processes the same.
 */
import { randomUUID } from 'node:crypto';
import { dropDatabase, withClient } from '@plaza/engines';
import { migrate } from '@plaza/platform';
import { serverUrl } from '#test/database';
import { schemas } from '../../apps/cli/src/schemas';
import { prepareDatabase, setPassword } from '../../deploy/aws/functions/database-roles';
import { loginIn, nextValues, type SecretKind } from '../../deploy/aws/functions/database-secrets';

const run = randomUUID().slice(0, 8);
const database = `aws_${run}`;
const master = { role: `master_${run}`, password: 'of the master' };
const roles = { owner: `owner_${run}`, processes: [`a_${run}`, `b_${run}`] };
const [first = '', second = ''] = roles.processes;

function addressAs({ role, password }: { role: string; password: string }): string {
  const address = new URL(serverUrl());
  Object.assign(address, { username: role, password, pathname: `/${database}` });
  return address.toString();
}

const asMaster = <T>(work: Parameters<typeof withClient<T>>[1]) => withClient(addressAs(master), work);

async function meets(login: { role: string; password: string }): Promise<string> {
  return withClient(addressAs(login), async (client) => {
    await client.query('SELECT count(*) FROM catalog.products');
    return 'rows';
  }).catch(String);
}

/** As a version of the secret goes through the steps of a rotation. */
async function rotated(kind: SecretKind, current: Record<string, string>): Promise<Record<string, string>> {
  const place = { host: 'db.example.org', replicaHosts: ['copy.example.org'], database };
  const next = nextValues(kind, current, roles, place);
  const { role, password } = loginIn(kind, next);
  await asMaster(async (client) => {
    await prepareDatabase(client, database, roles);
    await setPassword(client, role, password);
  });
  return next;
}

describe('On AWS, the roles of the database', () => {
  let owner: Record<string, string>;
  let processes: Record<string, string>;

  beforeAll(async () => {
    await withClient(serverUrl(), async (client) => {
      await client.query(
        `CREATE ROLE "${master.role}" LOGIN CREATEROLE CREATEDB PASSWORD '${master.password}'`,
      );
      await client.query(`CREATE DATABASE "${database}" OWNER "${master.role}"`);
    });
    owner = await rotated('owner', {});
    processes = await rotated('processes', {});
    for (const role of roles.processes) await migrate(addressAs(loginIn('owner', owner)), role, schemas);
  }, 240_000);

  afterAll(async () => {
    await dropDatabase(serverUrl(), database);
    await withClient(serverUrl(), async (client) => {
      for (const role of [...roles.processes, roles.owner, master.role])
        await client.query(`DROP ROLE IF EXISTS "${role}"`);
    });
  });

  it('are made by a master who is no superuser, with no power but that of rows', async () => {
    const powers = await asMaster((client) =>
      client.query(
        `SELECT rolname FROM pg_roles WHERE rolname = ANY($1) AND (rolsuper OR rolcreaterole OR rolcreatedb
           OR rolbypassrls OR rolreplication OR oid IN (SELECT member FROM pg_auth_members))`,
        [[roles.owner, ...roles.processes]],
      ),
    );
    expect(powers.rows).toEqual([]);
  });

  it('of the processes may do the same, and neither may do more', async () => {
    const rights = async (role: string) => {
      const { rows } = await asMaster((client) =>
        client.query<{ granted: string }>(
          `SELECT format('%s on %s.%s', privilege_type, table_schema, table_name) AS granted
           FROM information_schema.role_table_grants WHERE grantee = $1 ORDER BY granted`,
          [role],
        ),
      );
      // The months of the log are read through the log; each that is there when somebody migrates is granted by itself, too.
      return rows.map(({ granted }) => granted).filter((right) => !/audit\.log_\d/.test(right));
    };
    expect(await rights(first)).toEqual(await rights(second));
    expect(await rights(first)).toContain('SELECT on catalog.products');
    expect(
      (await rights(first)).filter((right) => /TRUNCATE|TRIGGER|UPDATE on audit\.log$/.test(right)),
    ).toEqual([]);
  });

  it('take turns: who works with the login before goes on until the one after', async () => {
    const before = loginIn('processes', processes);
    const after = loginIn('processes', await rotated('processes', processes));
    expect([before.role, after.role]).toEqual([first, second]);
    expect([await meets(before), await meets(after)]).toEqual(['rows', 'rows']);
    const third = loginIn('processes', await rotated('processes', { DATABASE_URL: addressAs(after) }));
    expect(third.role).toBe(first);
    expect(await meets(third)).toBe('rows');
    expect(await meets(before)).toMatch(/password authentication failed/);
  }, 120_000);

  it('are told to processes as the addresses that they read, of the primary and of its replicas', () => {
    expect(processes['DATABASE_URL']).toMatch(
      new RegExp(
        `^postgresql://${first}:[\\w-]{43}@db\\.example\\.org:5432/${database}\\?sslmode=verify-full$`,
      ),
    );
    expect(processes['DATABASE_REPLICA_URLS']).toContain('@copy.example.org:5432/');
    expect(Object.keys(owner)).toEqual(['DATABASE_OWNER_URL']);
  });
});
