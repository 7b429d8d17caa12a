/** PostgreSQL itself: whether it is up to date, and keeps what it has confirmed. */
import { schemas } from '../schemas';
import { foundWhere, type Check } from './check';
import type { DatabaseServer, Deployment } from './deployment';

/** Replicas are asked what a caller has just written only as far as clocks are trusted. */
const clockSkewMsMax = 1_000;
/** api, payments and worker. */
const processes = 3;
/** Beside its pool: its session, and the log of reads. */
const connectionsBeside = 2;
const archivedHoursMax = 24;

export const databaseChecks: Check[] = [
  {
    name: 'database.primary',
    weight: 'fault',
    why: 'A replica takes no orders.',
    mend: 'Name the primary in DATABASE_URL and the replicas in DATABASE_REPLICA_URLS.',
    look: async (deployment) => {
      const { standby } = await (
        await deployment.primary()
      ).one<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby');
      return foundWhere(standby, 'DATABASE_URL names a replica');
    },
  },
  {
    name: 'database.migrated',
    weight: 'fault',
    why: 'Processes of a newer version ask for columns that are not there yet.',
    mend: 'Run plaza migrate before the processes are started.',
    look: async (deployment) => {
      const primary = await deployment.primary();
      const missing: string[] = [];
      for (const { schema, migrations } of schemas) {
        const applied = await migrationsOf(primary, schema);
        const names = migrations.map((migration) => new migration().name ?? migration.name);
        missing.push(...names.filter((name) => !applied.has(name)).map((name) => `${schema}: ${name}`));
      }
      return missing.map((name) => `a migration is missing in ${name}`);
    },
  },
  {
    name: 'database.durable',
    weight: 'fault',
    why: 'What is confirmed before it is on the disk is gone after a power cut: an order, a payment, an offset.',
    mend: 'Set fsync, full_page_writes and synchronous_commit to on in PostgreSQL.',
    look: async (deployment) => {
      const primary = await deployment.primary();
      const rows = await primary.read<{ name: string }>(`
        SELECT name FROM pg_settings
        WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name`);
      return rows.map(({ name }) => `${name} is off`);
    },
  },
  {
    name: 'database.checksums',
    weight: 'warning',
    why: 'Without checksums a disk that forgets is noticed when a wrong row is read, or never.',
    mend: 'Initialise with --data-checksums, or run pg_checksums --enable on the stopped server.',
    look: async (deployment) => {
      const { checksums } = await (
        await deployment.primary()
      ).one<{ checksums: string }>(`SELECT current_setting('data_checksums') AS checksums`);
      return foundWhere(checksums !== 'on', `data_checksums is ${checksums}`);
    },
  },
  {
    name: 'database.archived',
    weight: 'warning',
    why: 'What is not archived is lost with the server, and cannot be restored to an instant before a mistake.',
    mend: 'Set archive_mode and archive_command (or let your provider archive), and see that the last archiving went well.',
    look: async (deployment) => archivingOf(await deployment.primary()),
  },
  {
    name: 'database.connections',
    weight: 'warning',
    why: 'A process that gets no connection answers 503, just when most is asked of it.',
    mend: 'Raise max_connections of PostgreSQL, or lower DATABASE_POOL_MAX.',
    look: async (deployment) => {
      const { poolMax } = deployment.settings.database;
      const primary = await deployment.primary();
      const { free } = await primary.one<{ free: number }>(`
        SELECT current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer AS free`);
      const needed = processes * (poolMax + connectionsBeside);
      return foundWhere(
        needed > free,
        `${processes} processes may want ${needed} connections, and PostgreSQL has ${free}`,
      );
    },
  },
  {
    name: 'database.clock',
    weight: 'fault',
    why: 'Whether a replica has what a caller wrote is judged by the clock, and so are expiries that the database decides.',
    mend: 'Keep all machines in time by NTP.',
    look: async (deployment) => {
      const skewMs = await clockSkewMsOf(deployment);
      return foundWhere(skewMs > clockSkewMsMax, `the clock of PostgreSQL is ${Math.round(skewMs)} ms away`);
    },
  },
];

async function migrationsOf(primary: DatabaseServer, schema: string): Promise<Set<string>> {
  const { there } = await primary.one<{ there: boolean }>(
    `SELECT to_regclass(format('%I.migrations', $1::text)) IS NOT NULL AS there`,
    [schema],
  );
  if (!there) return new Set();
  const rows = await primary.read<{ name: string }>(`SELECT name FROM "${schema}".migrations`);
  return new Set(rows.map(({ name }) => name));
}

interface Archiving {
  mode: string;
  failing: boolean;
  hours: number | null;
}

async function archivingOf(primary: DatabaseServer): Promise<string[]> {
  const { mode, failing, hours } = await primary.one<Archiving>(`
    SELECT current_setting('archive_mode') AS mode,
           coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) AS failing,
           floor(extract(epoch FROM now() - last_archived_time) / 3600)::integer AS hours
    FROM pg_stat_archiver`);
  if (mode === 'off') return ['archive_mode is off'];
  return [
    ...foundWhere(failing, 'the last archiving has failed'),
    ...foundWhere(hours === null, 'nothing has been archived yet'),
    ...foundWhere(hours !== null && hours > archivedHoursMax, `the last archiving was ${hours} hours ago`),
  ];
}

/** As far as it can be told: the answer was under way for a while, and the clocks may differ by that much less. */
async function clockSkewMsOf(deployment: Deployment): Promise<number> {
  const primary = await deployment.primary();
  const asked = deployment.clock.now().getTime();
  const { at } = await primary.one<{ at: number }>(
    'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS at',
  );
  const answered = deployment.clock.now().getTime();
  return Math.max(0, Math.abs(at - (asked + answered) / 2) - (answered - asked) / 2);
}
