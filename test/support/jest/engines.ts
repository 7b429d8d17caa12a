/**
 * The real engines of a test run: brought up once before the first file, told to the tests by environment variables, ended
 * after the last. Their data lies in the system's temporary folder and is gone afterwards. An engine whose variable is set
 * already is taken as it is.
 */
import { rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import {
  EngineUnavailable,
  findChromium,
  FolderInUse,
  freePort,
  startKafka,
  startPostgres,
  startRedis,
} from '@plaza/engines';
import type { NeededEngines } from './needed-engines';

interface Server {
  stop(): Promise<void>;
}

const runsAtOnceMax = 8;
/** Programs that had to be fetched are kept beside what `npm start` keeps. */
const programsFolder = resolve(__dirname, '../../../.plaza/programs');
const log = (line: string) => void process.stderr.write(`${line}\n`);

const endings: (() => Promise<void>)[] = [];
let starting: Promise<PromiseSettledResult<void>[]> = Promise.resolve([]);
let stopping: Promise<void> | undefined;

export async function startEngines(needed: NeededEngines): Promise<void> {
  endWhenInterrupted();
  const starts = [
    ...(needed.postgres ? [provide('PLAZA_TEST_POSTGRES_URL', async () => (await postgres()).url)] : []),
    ...(needed.kafka ? [provide('PLAZA_TEST_KAFKA_BROKERS', async () => (await kafka()).brokers)] : []),
    ...(needed.redis ? [provide('PLAZA_TEST_REDIS_URL', async () => (await redis()).url)] : []),
    ...(needed.chromium ? [provide('PLAZA_TEST_CHROMIUM_PROGRAM', chromium)] : []),
  ];
  starting = Promise.allSettled(starts);
  const failure = (await starting).find((outcome) => outcome.status === 'rejected');
  if (failure === undefined) return;
  await stopEngines();
  throw failure.reason;
}

/** Also ends what is only just starting, as soon as it has; asked twice, it ends everything once and both wait for that. */
export function stopEngines(): Promise<void> {
  stopping ??= starting.then(async () => {
    await Promise.all(endings.map((end) => end()));
  });
  return stopping;
}

/** An engine that cannot be had leaves its reason, by which `describeWith` skips. */
async function provide(variable: string, start: () => Promise<string>): Promise<void> {
  if (process.env[variable] !== undefined) return;
  try {
    process.env[variable] = await start();
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    process.env[variable.replace(/_(BROKERS|URL|PROGRAM)$/, '_MISSING')] = error.reason;
  }
}

const postgres = () =>
  inFreeFolder('postgres', async (folder) =>
    startPostgres({
      folder,
      port: await freePort(),
      throwaway: true,
      // Tests connect by the thousand, and nobody guesses their passwords.
      settings: { max_connections: '200', shared_buffers: '128MB', scram_iterations: '1' },
    }),
  );

const kafka = () =>
  inFreeFolder('kafka', async (folder) =>
    startKafka({ folder, port: await freePort(), controllerPort: await freePort(), programsFolder, log }),
  );

const redis = () =>
  inFreeFolder('redis', async (folder) =>
    startRedis({ folder, port: await freePort(), programsFolder, log }),
  );

/** Each test file starts it for itself. */
const chromium = async () => JSON.stringify(await findChromium(programsFolder, log));

/**
 * Folders are numbered rather than named at random: when a run was killed, the next one finds the server it left behind and
 * stops it.
 */
async function inFreeFolder<S extends Server>(
  name: string,
  start: (folder: string) => Promise<S>,
): Promise<S> {
  for (let number = 1; ; number += 1) {
    const folder = join(tmpdir(), `plaza-test-${userInfo().username}`, `${name}-${String(number)}`);
    try {
      const server = await start(folder);
      endings.push(async () => {
        await server.stop();
        await rm(folder, { recursive: true, force: true });
      });
      return server;
    } catch (error) {
      if (!(error instanceof FolderInUse) || number === runsAtOnceMax) throw error;
    }
  }
}

function endWhenInterrupted(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void stopEngines().finally(() => process.exit(1));
    });
  }
}
