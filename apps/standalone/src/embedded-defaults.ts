/**
 * What stands in for everything that the environment does not name: a real PostgreSQL below the data folder, and keys that are
 * made once and kept there. Deleting the folder is a fresh start. While it runs, what was made up is written down for the commands
 * of `plaza`.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  ensurePlazaDatabase,
  freePort,
  keepPostgres,
  keptKeys,
  oneMachineLimits,
  type PostgresServer,
  writeSettings,
} from '@plaza/engines';

type Variables = Record<string, string | undefined>;

export interface EmbeddedDefaults {
  /** The process's environment with the defaults laid under it. */
  variables: Variables;
  /** True when no gateway was given, so that the simulator stands in for it. */
  simulated: boolean;
  /** The credentials with which the simulator feeds messages in. */
  feedSecret: string;
  stop(): Promise<void>;
}

export const databaseName = 'plaza';
const defaultSimulatorPort = 9000;

export async function embeddedDefaults(
  folder: string,
  given: Variables,
  say: (line: string) => void,
): Promise<EmbeddedDefaults> {
  const keys = await keptKeys(folder);
  const server = given['DATABASE_URL'] === undefined ? await embeddedPostgres(folder, say) : undefined;
  const database = server && (await ensurePlazaDatabase(server.url, databaseName));
  const simulatorUrl = `http://127.0.0.1:${given['SIMULATOR_PORT'] ?? defaultSimulatorPort}`;
  const made = {
    ...(given['GATEWAY_URL'] === undefined && standIns(simulatorUrl)),
    ...(database && { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl }),
    JWT_PRIVATE_KEYS: keys.jwtPrivateKey,
    SEALING_KEYS: keys.sealingKey,
    ...oneMachineLimits,
    // A partner's machine that is tried out is this one.
    ...(given['NODE_ENV'] !== 'production' && { WEBHOOK_PRIVATE_ADDRESSES: '1' }),
    ...(hasClickHouse() && { CLICKHOUSE_FOLDER: join(folder, 'clickhouse') }),
  };
  const settingsFile = join(folder, 'standalone.env');
  await writeSettings(settingsFile, made);
  return {
    simulated: given['GATEWAY_URL'] === undefined,
    variables: { ...made, LOG_LEVEL: 'warn', ...given },
    feedSecret: keys.feedSecret,
    stop: async () => {
      rmSync(settingsFile, { force: true });
      await server?.stop();
    },
  };
}

/** Its engine is half a gigabyte, so it need not have been installed; without it no totals are kept over time. */
function hasClickHouse(): boolean {
  try {
    require.resolve('chdb/connection');
    return true;
  } catch {
    return false;
  }
}

/** The simulator in place of every third party. */
function standIns(url: string): Variables {
  return { GATEWAY_URL: url, ERROR_LOG_URL: url, SCREENING_URL: url, TRANSFERS_URL: url };
}

export async function embeddedPostgres(folder: string, say: (line: string) => void): Promise<PostgresServer> {
  const postgresFolder = join(folder, 'postgres');
  say(existsSync(postgresFolder) ? 'Starting PostgreSQL' : 'Creating a PostgreSQL database (first start)');
  return keepPostgres({
    folder: postgresFolder,
    port: await freePort(), // nobody needs to know it
    log: say,
    onLost: (error) => {
      process.stderr.write(`PostgreSQL cannot be kept running: ${error.message}\n`);
      process.exit(1);
    },
  });
}
