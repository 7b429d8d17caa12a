/** The role that Plaza's processes work as uses the tables and can do nothing to them: migrations alone change their shape. */
import { APP_ROLE } from '@plaza/engines';
import { Client } from 'pg';
import { freshDatabase, serverUrl, type FreshDatabase } from '#test/database';
import { schemas } from '../../apps/cli/src/schemas';
import type { SchemaRule } from './schema.rules';

const contexts = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'`;
const appendOnly = schemas.flatMap(({ schema, appendOnly: tables = [] }) =>
  tables.map((table) => `${schema}.${table}`),
);

const rules: SchemaRule[] = [
  {
    rule: 'owns nothing',
    question: `
      SELECT identity AS found
      FROM pg_shdepend
      CROSS JOIN LATERAL pg_identify_object(classid, objid, objsubid)
      WHERE refobjid = '${APP_ROLE}'::regrole AND deptype = 'o'
        AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    breaking: `ALTER TABLE orders.orders OWNER TO ${APP_ROLE}`,
    found: ['orders.orders', 'orders.orders_number_seq'],
  },
  {
    rule: 'makes nothing new in any schema',
    question: `
      SELECT n.nspname AS found FROM pg_namespace n
      WHERE ${contexts} AND has_schema_privilege('${APP_ROLE}', n.oid, 'CREATE')`,
    breaking: `GRANT CREATE ON SCHEMA orders TO ${APP_ROLE}; GRANT CREATE ON SCHEMA public TO PUBLIC`,
    found: ['orders', 'public'],
  },
  {
    rule: 'neither empties tables nor hangs anything on them',
    question: `
      SELECT c.oid::regclass || ' ' || privilege AS found
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      CROSS JOIN unnest(ARRAY['TRUNCATE', 'REFERENCES', 'TRIGGER']) privilege
      WHERE ${contexts} AND c.relkind IN ('r', 'p') AND has_table_privilege('${APP_ROLE}', c.oid, privilege)`,
    breaking: `
      GRANT TRUNCATE ON orders.orders TO ${APP_ROLE};
      GRANT REFERENCES ON orders.order_lines TO ${APP_ROLE};
      GRANT TRIGGER ON catalog.stock TO PUBLIC`,
    found: ['catalog.stock TRIGGER', 'orders.order_lines REFERENCES', 'orders.orders TRUNCATE'],
  },
  {
    rule: 'does not rewrite the history of the migrations',
    question: `
      SELECT n.nspname AS found FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relname = 'migrations' AND has_table_privilege('${APP_ROLE}', c.oid, 'INSERT, UPDATE, DELETE')`,
    breaking: `GRANT UPDATE ON orders.migrations TO ${APP_ROLE}`,
    found: ['orders'],
  },
  {
    rule: 'has no power over the server or other roles',
    question: `
      SELECT 'attribute' AS found FROM pg_roles
      WHERE rolname = '${APP_ROLE}'
        AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)
      UNION ALL
      SELECT 'member of ' || roleid::regrole FROM pg_auth_members WHERE member = '${APP_ROLE}'::regrole`,
    breaking: `ALTER ROLE ${APP_ROLE} CREATEDB; GRANT pg_write_all_data TO ${APP_ROLE}`,
    found: ['attribute', 'member of pg_write_all_data'],
  },
];

const refused = [
  'CREATE TABLE orders.notes (id uuid)',
  'CREATE TABLE public.notes (id uuid)',
  'CREATE SCHEMA notes',
  'ALTER TABLE orders.orders ADD note text',
  'ALTER TABLE orders.orders DISABLE TRIGGER ALL',
  'CREATE INDEX orders_by_note ON orders.orders (id)',
  'DROP TABLE orders.order_lines',
  'TRUNCATE orders.order_lines',
  'DELETE FROM orders.migrations',
  'SET ROLE plaza_owner',
  `INSERT INTO audit.log (at, transaction_id, table_no, action, listed) VALUES (now(), '1', 1, 'I', true)`,
  'UPDATE audit.log SET actor_id = NULL',
  'DELETE FROM audit.log',
  'DELETE FROM audit.statements',
  'UPDATE audit.tables SET reason = NULL',
  'ALTER TABLE catalog.stock DISABLE TRIGGER stock_recorded_update',
  ...appendOnly.map((table) => `DELETE FROM ${table}`),
];

let database: FreshDatabase;
let superuser: Client;
let application: Client;

beforeAll(async () => {
  database = await freshDatabase();
  const url = new URL(serverUrl());
  url.pathname = new URL(database.appUrl).pathname;
  superuser = new Client({ connectionString: url.toString() });
  application = new Client({ connectionString: database.appUrl });
  await superuser.connect();
  await application.connect();
});

afterAll(async () => {
  await superuser.end();
  await application.end();
  await database.drop();
});

async function offenders(question: string): Promise<string[]> {
  const { rows } = await superuser.query<{ found: string }>(question);
  return rows.map(({ found }) => found).sort();
}

describe("The application's role", () => {
  it.each(rules)('$rule', async ({ question }) => {
    expect(await offenders(question)).toEqual([]);
  });

  it('works with the tables', async () => {
    await expect(application.query('SELECT FROM orders.orders WHERE false')).resolves.toBeDefined();
    await expect(
      application.query('UPDATE catalog.stock SET held = held WHERE false'),
    ).resolves.toBeDefined();
  });

  it.each(refused)('is refused: %s', async (statement) => {
    // 42501: insufficient_privilege
    await expect(application.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('A role that can do more is noticed, which', () => {
  afterEach(() => superuser.query('ROLLBACK'));

  it.each(rules)('$rule no longer', async ({ question, breaking, found }) => {
    await superuser.query('BEGIN');
    await superuser.query(breaking);
    expect(await offenders(question)).toEqual([...found].sort());
  });
});
