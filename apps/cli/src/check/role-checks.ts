/** What the role that the processes work as may do in PostgreSQL: rows, and nothing else. */
import { schemas } from '../schemas';
import { foundWhere, type Check } from './check';

const mendByMigrating =
  'Migrate as the owner with DATABASE_URL naming the role of the processes: plaza migrate grants what it needs and no more.';
const rowsThatStay = schemas.flatMap(({ schema, appendOnly = [] }) =>
  appendOnly.map((table) => `${schema}.${table}`),
);
const schemasToRead = schemas.filter(({ readOnly }) => readOnly).map(({ schema }) => schema);
const ownSchemas = schemas.map(({ schema }) => schema);

interface Powers {
  role: string;
  powers: string[];
}

export const roleChecks: Check[] = [
  {
    name: 'roles.powerless',
    weight: 'fault',
    why: 'A superuser, or a role that bypasses row security, sees the rows of every partner whatever the policies say.',
    mend: 'ALTER ROLE … NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION, and REVOKE the roles that it is a member of.',
    look: async (deployment) => {
      const primary = await deployment.primary();
      const { role, powers } = await primary.one<Powers>(`
        SELECT rolname AS role, array_remove(ARRAY[
          CASE WHEN rolsuper THEN 'superuser' END, CASE WHEN rolbypassrls THEN 'bypasses row security' END,
          CASE WHEN rolcreatedb THEN 'makes databases' END, CASE WHEN rolcreaterole THEN 'makes roles' END,
          CASE WHEN rolreplication THEN 'replicates' END
        ] || ARRAY(SELECT 'is a member of ' || roleid::regrole FROM pg_auth_members WHERE member = role.oid), NULL) AS powers
        FROM pg_roles AS role WHERE rolname = current_user`);
      return powers.map((power) => `${role}: ${power}`);
    },
  },
  {
    name: 'roles.owns-nothing',
    weight: 'fault',
    why: 'The owner of a table may do everything to it, switch off its triggers and its policies included.',
    mend: 'Use two roles: one that owns and migrates (DATABASE_OWNER_URL), another for the processes (DATABASE_URL).',
    look: async (deployment) => {
      const primary = await deployment.primary();
      const { owned } = await primary.one<{ owned: number }>(
        `SELECT count(*)::integer AS owned FROM pg_class AS relation JOIN pg_namespace AS schema ON schema.oid = relnamespace
         WHERE relowner = current_user::regrole AND nspname = ANY($1)`,
        [ownSchemas],
      );
      return foundWhere(owned > 0, `the role of the processes owns ${owned} tables, indexes or sequences`);
    },
  },
  {
    name: 'roles.rows-only',
    weight: 'fault',
    why: 'What can make or empty tables can take the log of changes away.',
    mend: mendByMigrating,
    look: async (deployment) => {
      const primary = await deployment.primary();
      const rows = await primary.read<{ found: string }>(
        `SELECT 'makes tables in ' || nspname AS found FROM pg_namespace
         WHERE nspname = ANY($1) AND has_schema_privilege(oid, 'CREATE')
         UNION ALL
         SELECT 'empties ' || oid::regclass FROM pg_class
         WHERE relkind IN ('r', 'p') AND relnamespace::regnamespace::text = ANY($1) AND has_table_privilege(oid, 'TRUNCATE')
         ORDER BY found`,
        [ownSchemas],
      );
      return rows.map(({ found }) => `the role of the processes ${found}`);
    },
  },
  {
    name: 'roles.history-stays',
    weight: 'fault',
    why: 'History that the processes can rewrite proves nothing: ledger, movements and the audit log are added to and never changed.',
    mend: mendByMigrating,
    look: async (deployment) => {
      const primary = await deployment.primary();
      const rows = await primary.read<{ name: string }>(
        `SELECT nspname || '.' || relname AS name FROM pg_class AS relation JOIN pg_namespace AS schema ON schema.oid = relnamespace
         WHERE relkind IN ('r', 'p') AND (nspname || '.' || relname = ANY($1) OR nspname = ANY($2))
           AND has_table_privilege(relation.oid, 'UPDATE, DELETE')
         ORDER BY name`,
        [rowsThatStay, schemasToRead],
      );
      return rows.map(({ name }) => `the role of the processes changes or deletes rows of ${name}`);
    },
  },
  {
    name: 'roles.row-security',
    weight: 'fault',
    why: 'A policy that is not switched on shows the rows of one partner to another.',
    mend: 'ALTER TABLE … ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, as the owner.',
    look: async (deployment) => {
      const primary = await deployment.primary();
      const rows = await primary.read<{ name: string }>(`
        SELECT oid::regclass::text AS name FROM pg_class
        WHERE oid IN (SELECT polrelid FROM pg_policy) AND NOT (relrowsecurity AND relforcerowsecurity)
        ORDER BY name`);
      return rows.map(({ name }) => `${name} has a policy that does not hold for everybody`);
    },
  },
];
