/**
 * Brings every context's schema up to date, each with its own history. Safe to run from two processes at once: the second
 * waits for the first and then finds nothing to do. Afterwards the application's role is given what it needs and no more.
 */
import { Client, escapeIdentifier } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';

export interface ContextSchema {
  /** Name of the PostgreSQL schema, which is the context's name. */
  schema: string;
  /** In the order in which they run. */
  migrations: (new () => MigrationInterface)[];
  /** Tables of which the application may insert and read rows, and nothing else. */
  appendOnly?: string[];
  /** True where the application may only read, but for tables that are append-only. */
  readOnly?: boolean;
  /** Whose changes the audit log keeps, by name. */
  audited?: Record<string, AuditedTable>;
  /** The other tables, each with the reason. */
  notAudited?: Record<string, string>;
  /** Brings up to date what follows from all schemas, once they are; each time, and without harm. */
  complete?: (owner: Client, schemas: readonly ContextSchema[]) => Promise<void>;
}

/** How the audit log keeps the rows of a table. */
export interface AuditedTable {
  /** Columns of which the log must not have the values. */
  masked?: string[];
  /** Columns that sound as if they had to be masked, and need not be. */
  plain?: string[];
  /** The column that tells, where several requests are worked as one, whose a row is. */
  member?: string;
  /** True for what is changed with every order or payment: a list of its changes is read off the log itself. */
  often?: boolean;
}

export interface MigrationReport {
  schema: string;
  applied: string[];
}

/** Any constant: the key of the advisory lock that lets one migration run at a time. */
const migrationLock = 7_526_701;

/**
 * @param ownerUrl connection of the role that owns the schemas
 * @param applicationRole the role of the running processes; no rights are granted when it is the owner itself
 */
export async function migrate(
  ownerUrl: string,
  applicationRole: string,
  schemas: ContextSchema[],
): Promise<MigrationReport[]> {
  const guard = new Client({ connectionString: ownerUrl, application_name: 'plaza migrate' });
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const reports: MigrationReport[] = [];
    for (const context of schemas) {
      await guard.query(`CREATE SCHEMA IF NOT EXISTS ${escapeIdentifier(context.schema)}`);
      reports.push(await migrateSchema(ownerUrl, context));
      if (new URL(ownerUrl).username !== applicationRole) await grant(guard, context, applicationRole);
    }
    for (const { complete } of schemas) await complete?.(guard, schemas);
    return reports;
  } finally {
    await guard.end();
  }
}

async function migrateSchema(ownerUrl: string, context: ContextSchema): Promise<MigrationReport> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    schema: context.schema,
    migrations: context.migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    poolSize: 2,
  });
  await dataSource.initialize();
  try {
    const applied = await dataSource.runMigrations();
    return { schema: context.schema, applied: applied.map(({ name }) => name) };
  } finally {
    await dataSource.destroy();
  }
}

async function grant(client: Client, context: ContextSchema, role: string): Promise<void> {
  const schema = escapeIdentifier(context.schema);
  const grantee = escapeIdentifier(role);
  const rights = context.readOnly ? 'SELECT' : 'SELECT, INSERT, UPDATE, DELETE';
  await client.query(`
    GRANT USAGE ON SCHEMA ${schema} TO ${grantee};
    GRANT ${rights} ON ALL TABLES IN SCHEMA ${schema} TO ${grantee};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${grantee};
    REVOKE INSERT, UPDATE, DELETE ON ${schema}.migrations FROM ${grantee};
  `);
  for (const table of context.appendOnly ?? []) {
    const name = `${schema}.${escapeIdentifier(table)}`;
    await client.query(
      `GRANT INSERT ON ${name} TO ${grantee}; REVOKE UPDATE, DELETE ON ${name} FROM ${grantee}`,
    );
  }
}
