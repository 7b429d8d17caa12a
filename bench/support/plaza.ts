/** Plaza as a benchmark sees it: the processes of a production, each a real one, configured by its environment alone. */
import { execFile } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  builtProgram,
  ensurePlazaDatabase,
  startEngine,
  type PlazaDatabase,
  type PostgresServer,
} from '@plaza/engines';
import type { Workshop } from './benchmark';
import { filesFolder } from './folders';
import { freePort } from './ports';

const run = promisify(execFile);
/** As every way of starting a process has it. */
const youngGeneration = '--max-semi-space-size=32';
const readyWithinMs = 60_000;
const answerWithinMs = 2_000;
const migrateWithinMs = 60_000;

export interface PlazaProcess {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

type Environment = Record<string, string>;
type App = 'api' | 'payments' | 'worker' | 'gateway-simulator';

const program = (app: App | 'cli') => builtProgram(`apps/${app}/src/main.js`);

/** What every process of one benchmark has in common. Whatever the caller's environment says of Plaza is overruled. */
export function plazaEnvironment(database: PlazaDatabase, variables: Environment = {}): Environment {
  return {
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_REPLICA_URLS: '',
    REDIS_URL: '',
    KAFKA_BROKERS: '',
    RATE_LIMIT_PER_MINUTE: '1000000000',
    RATE_LIMIT_SIGN_IN_PER_MINUTE: '1000000000',
    JWT_PRIVATE_KEYS: privateKey,
    SEALING_KEYS: sealingKey,
    ...variables,
  };
}

const privateKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).privateKey;
const sealingKey = randomBytes(32).toString('base64');

/** A database with all of Plaza's schemas. */
export async function migratedDatabase(server: PostgresServer, name: string): Promise<PlazaDatabase> {
  const database = await ensurePlazaDatabase(server.url, name);
  await run(process.execPath, [program('cli'), 'migrate'], {
    env: { ...process.env, ...plazaEnvironment(database) },
    timeout: migrateWithinMs,
  });
  return database;
}

/** Starts one process and waits until it says that it is ready. */
export async function startPlaza(
  { running, options }: Workshop,
  app: App,
  environment: Environment,
): Promise<PlazaProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const logFile = join(filesFolder('logs'), `${app}.log`);
  rmSync(logFile, { force: true });
  const profiling = options.profile
    ? [
        '--cpu-prof',
        '--cpu-prof-dir',
        filesFolder('profiles'),
        '--cpu-prof-name',
        `${app}-${port}.cpuprofile`,
      ]
    : [];
  const ready = app === 'gateway-simulator' ? '/scenario' : '/health/ready';
  return running.start(app, async () => {
    const started = await startEngine({
      name: app,
      command: process.execPath,
      args: [youngGeneration, ...profiling, program(app)],
      environment: { ...environment, PORT: String(port) },
      logFile,
      ready: () => answers(`${url}${ready}`),
      readyWithinMs,
    });
    return { url, pid: started.pid, stop: () => started.stop() };
  });
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(answerWithinMs) })).ok;
  } catch {
    return false;
  }
}
