// Starts a real Kafka (KRaft, one process being broker and controller) from its own jars, for machines where nobody provides one:
// for the stack and for tests. Its data stays in one folder, from one start to the next, also after a kill.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { Kafka, logLevel } from 'kafkajs';

import {
  detachedPidFileOf,
  pidFileOptions,
  runningDetached,
  startOnFolder,
  type FolderOptions,
} from './engine-folder';
import { startEngine, stopEngine, type EngineExit, type EngineProcess } from './engine-process';
import { findKafka, type KafkaPrograms } from './kafka-programs';
import { DATA_FOLDER, LOGGING, portsIn, serverProperties, type KafkaPorts } from './kafka-settings';
import { needPort } from './ports';

const run = promisify(execFile);

const HEAP_MEBIBYTES_DEFAULT = 512;
// Compiles at once and never again, better.
const QUICK_TO_START = '-XX:TieredStopAtLevel=1';
const FORMAT_WITHIN_MS = 60_000;
const READY_WITHIN_MS = 120_000;
const STOP = { stopSignal: 'SIGTERM', stopWithinMs: 30_000 } as const;
const CONNECT_WITHIN_MS = 1_000;
const ANSWER_WITHIN_MS = 3_000;

const PROPERTIES = 'server.properties';
const LOG4J = 'log4j2.properties';

export interface KafkaOptions extends FolderOptions, KafkaPorts {
  /** Where the jars are or go, so that several folders of data share them; a folder inside `folder` when absent. */
  programsFolder?: string;
  heapMb?: number;
  /** For a server that only lives for some tests: starts with half the work, at the price of its top speed. */
  shortLived?: boolean;
}

export interface KafkaServer {
  /** As `KAFKA_BROKERS` wants it. */
  readonly brokers: string;
  readonly port: number;
  readonly pid: number;
  readonly folder: string;
  /** Settles when Kafka is gone, whether asked to or not. Absent where an earlier process has started it. */
  readonly exited?: Promise<EngineExit>;
  /** Stops the server and gives the folder back. Safe to call twice. */
  stop(): Promise<void>;
}

export const kafkaLogFileOf = (folder: string): string => join(folder, 'kafka.log');

/** Whether a broker answers there and knows of itself; quick, and never throws. */
export const isKafkaAnswering = async (brokers: string): Promise<boolean> => {
  const admin = new Kafka({
    clientId: 'plaza-engines',
    brokers: brokers.split(','),
    connectionTimeout: CONNECT_WITHIN_MS,
    requestTimeout: ANSWER_WITHIN_MS,
    retry: { retries: 0 },
    logLevel: logLevel.NOTHING,
  }).admin();
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } catch {
    return false;
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
};

const brokersOf = (port: number): string => `127.0.0.1:${port}`;

/** The detached Kafka of a folder, when it is running. */
export const runningKafka = async (folder: string): Promise<KafkaServer | undefined> => {
  const identity = await runningDetached(folder);
  const properties = join(folder, PROPERTIES);
  const ports = existsSync(properties) ? portsIn(readFileSync(properties, 'utf8')) : undefined;
  if (!identity || !ports) return undefined;
  return {
    brokers: brokersOf(ports.port),
    port: ports.port,
    pid: identity.pid,
    folder,
    stop: async () => {
      await stopEngine(detachedPidFileOf(folder), STOP);
    },
  };
};

// The first bit is none, so that the id never begins with a dash, which Kafka would take for an option.
const newClusterId = (): string => {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0] ?? 0) & 0x7f;
  return bytes.toString('base64url');
};

const format = async ({ java, jars }: KafkaPrograms, folder: string): Promise<void> => {
  const data = join(folder, DATA_FOLDER);
  if (existsSync(join(data, 'meta.properties'))) return;
  // Without that file it is a format that was cut short.
  await rm(data, { recursive: true, force: true });
  const main = ['-cp', join(jars, '*'), 'kafka.tools.StorageTool'];
  const args = ['format', `--cluster-id=${newClusterId()}`, '--config', PROPERTIES];
  await run(java, [QUICK_TO_START, ...main, ...args], { cwd: folder, timeout: FORMAT_WITHIN_MS });
};

const startServer = async (options: KafkaOptions, programs: KafkaPrograms): Promise<EngineProcess> => {
  const { folder, port, controllerPort, heapMb = HEAP_MEBIBYTES_DEFAULT, shortLived = false } = options;
  await needPort(port, `Kafka in ${folder}`);
  await needPort(controllerPort, `Kafka's controller in ${folder}`);
  await writeFile(join(folder, PROPERTIES), serverProperties({ port, controllerPort }));
  await writeFile(join(folder, LOG4J), LOGGING);
  await format(programs, folder);
  return startEngine({
    name: 'Kafka',
    command: programs.java,
    args: [
      '-Xms64m',
      `-Xmx${heapMb}m`,
      '-XX:+UseSerialGC',
      '-XX:+ExitOnOutOfMemoryError',
      ...(shortLived ? [QUICK_TO_START] : []),
      `-Dlog4j2.configurationFile=${LOG4J}`,
      '-cp',
      join(programs.jars, '*'),
      'kafka.Kafka',
      PROPERTIES,
    ],
    workingFolder: folder,
    logFile: kafkaLogFileOf(folder),
    ready: () => isKafkaAnswering(brokersOf(port)),
    readyWithinMs: READY_WITHIN_MS,
    ...STOP,
    ...pidFileOptions(folder, options.detached),
  });
};

/**
 * Starts Kafka on a folder and resolves when it answers. A Kafka that a killed process left behind is stopped first; a detached
 * one that is running already is returned as it is, whatever ports were asked for.
 *
 * @throws EngineUnavailable when Java or Kafka's jars cannot be had, PortTaken when something else listens on a port,
 * FolderInUse when a living process holds the folder
 */
export const startKafka = async (options: KafkaOptions): Promise<KafkaServer> => {
  const { folder, port, log } = options;
  const running = options.detached === true ? await runningKafka(folder) : undefined;
  if (running) return running;
  const programs = await findKafka(options.programsFolder ?? join(folder, 'programs'), log);
  const engine = await startOnFolder('Kafka', options, () => startServer(options, programs));
  return { brokers: brokersOf(port), port, folder, ...engine };
};
