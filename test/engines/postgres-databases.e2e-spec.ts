/** What Plaza's two database roles may do, and above all what they may not. */
import {
  APP_ROLE,
  ensurePlazaDatabase,
  OWNER_ROLE,
  startPostgres,
  withClient,
  type PlazaDatabase,
} from '@plaza/engines';
import { afterwards, newFolder, newPort } from './places';

let superuserUrl: string;
let plaza: PlazaDatabase;
let other: PlazaDatabase;

async function rows(url: string, sql: string): Promise<unknown[]> {
  return withClient(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

beforeAll(async () => {
  const server = await startPostgres({ folder: newFolder(), port: await newPort(), throwaway: true });
  afterwards(() => server.stop());
  superuserUrl = server.url;
  plaza = await ensurePlazaDatabase(superuserUrl, 'plaza');
  other = await ensurePlazaDatabase(superuserUrl, 'other');
  await rows(plaza.ownerUrl, 'CREATE SCHEMA orders; CREATE TABLE orders.orders (id int PRIMARY KEY)');
});

test('Making the database again changes neither its content nor the addresses', async () => {
  expect(await ensurePlazaDatabase(superuserUrl, 'plaza')).toEqual(plaza);
  expect(await rows(plaza.ownerUrl, 'SELECT count(*)::int AS count FROM orders.orders')).toEqual([
    { count: 0 },
  ]);
});

test('Ten processes may make the same database at once', async () => {
  const made = await Promise.all(
    Array.from({ length: 10 }, () => ensurePlazaDatabase(superuserUrl, 'wanted_by_many')),
  );
  expect(new Set(made.map(({ appUrl }) => appUrl)).size).toBe(1);
});

test('Neither role has any power over the server', async () => {
  const powers = await rows(
    superuserUrl,
    `SELECT rolname FROM pg_roles
     WHERE rolname IN ('${OWNER_ROLE}', '${APP_ROLE}') AND rolcanlogin
       AND NOT (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)
     ORDER BY rolname`,
  );
  expect(powers).toEqual([{ rolname: APP_ROLE }, { rolname: OWNER_ROLE }]);
});

test.each([
  ['read a table that no migration has granted', 'SELECT * FROM orders.orders'],
  ['make a schema', 'CREATE SCHEMA mine'],
  ['make a table', 'CREATE TABLE public.mine (id int)'],
  ['make a temporary table', 'CREATE TEMPORARY TABLE mine (id int)'],
  ['become the owner', `SET ROLE ${OWNER_ROLE}`],
  ['give itself more', `ALTER ROLE ${APP_ROLE} SUPERUSER`],
  ['make a role', 'CREATE ROLE mine'],
  ['make a database', 'CREATE DATABASE mine'],
  ['read the passwords', 'SELECT * FROM pg_authid'],
  ['read a file of the server', `SELECT pg_read_file('postgresql.conf')`],
  ['run a program on the server', `COPY (SELECT 1) TO PROGRAM 'cat'`],
])('The role of the processes cannot %s', async (_what, sql) => {
  await expect(rows(plaza.appUrl, sql)).rejects.toThrow(/permission denied|must be/i);
});

test('The role of the processes can do what a migration has granted, under row security', async () => {
  await rows(
    plaza.ownerUrl,
    `CREATE TABLE public.visible (id int PRIMARY KEY); INSERT INTO public.visible VALUES (1), (2);
     GRANT SELECT ON public.visible TO ${APP_ROLE};
     ALTER TABLE public.visible ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
     CREATE POLICY first_only ON public.visible USING (id = 1)`,
  );
  expect(await rows(plaza.appUrl, 'SELECT id FROM public.visible')).toEqual([{ id: 1 }]);
  expect(await rows(plaza.ownerUrl, 'SELECT id FROM public.visible')).toEqual([{ id: 1 }]);
});

test.each([
  ['make a role', 'CREATE ROLE mine'],
  ['make a database', 'CREATE DATABASE mine'],
  ['take part in replication', `SELECT pg_create_physical_replication_slot('mine')`],
  ['run a program on the server', `COPY (SELECT 1) TO PROGRAM 'cat'`],
])('The role that owns the tables cannot %s', async (_what, sql) => {
  await expect(rows(plaza.ownerUrl, sql)).rejects.toThrow(/permission denied|must be/i);
});

test('A copy of a database opens no door that the original keeps shut', async () => {
  await ensurePlazaDatabase(superuserUrl, 'copied', { template: 'other' });
  await rows(superuserUrl, `CREATE ROLE stranger LOGIN PASSWORD 'known'`);
  const url = new URL(inDatabase(superuserUrl, 'copied'));
  url.username = 'stranger';
  url.password = 'known';
  await expect(rows(url.toString(), 'SELECT 1')).rejects.toThrow('permission denied for database');
});

test('The extensions that searching needs are there', async () => {
  expect(
    await rows(
      other.appUrl,
      `SELECT unaccent('ñandú') AS plain, similarity('plaza', 'plazza') > 0.5 AS near`,
    ),
  ).toEqual([{ plain: 'nandu', near: true }]);
});
