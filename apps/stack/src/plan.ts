/**
 * Where everything of the stack lies: its folders and its ports. A port is moved by an environment variable; a stack that was
 * once started keeps the ports it was given until it is asked for others.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const portDefaults = {
  postgres: 15_432,
  replica: 15_433,
  redis: 16_379,
  kafka: 19_092,
  kafkaController: 19_093,
  simulator: 9_000,
} as const;

export type PortName = keyof typeof portDefaults;
export type Ports = Record<PortName, number>;

export const portVariables: Record<PortName, string> = {
  postgres: 'PLAZA_STACK_POSTGRES_PORT',
  replica: 'PLAZA_STACK_REPLICA_PORT',
  redis: 'PLAZA_STACK_REDIS_PORT',
  kafka: 'PLAZA_STACK_KAFKA_PORT',
  kafkaController: 'PLAZA_STACK_KAFKA_CONTROLLER_PORT',
  simulator: 'PLAZA_STACK_SIMULATOR_PORT',
};

const portNames = Object.keys(portDefaults) as PortName[];

export interface Plan {
  /** Data, logs and pid files; gone after a purge. */
  folder: string;
  /** Programs that were fetched; a purge keeps them. */
  programsFolder: string;
  /** What the processes of Plaza read. */
  settingsFile: string;
  ports: Ports;
  /** The ports it was last started on; undefined before the first start. */
  portsBefore: Ports | undefined;
}

/** Something that the person at the keyboard can mend; the message says all of it. */
export class StackError extends Error {}

export function readPlan(variables: Record<string, string | undefined>): Plan {
  const asked = variables['PLAZA_DATA_DIR'] ?? '';
  const dataFolder = resolve(asked === '' ? '.plaza' : asked);
  const folder = join(dataFolder, 'stack');
  const portsBefore = readPorts(stateFileOf(folder));
  return {
    folder,
    programsFolder: join(dataFolder, 'programs'),
    settingsFile: join(dataFolder, 'stack.env'),
    ports: { ...(portsBefore ?? portDefaults), ...portsAsked(variables) },
    portsBefore,
  };
}

export function rememberPorts({ folder, ports }: Plan): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(stateFileOf(folder), `${JSON.stringify({ ports }, null, 2)}\n`);
}

const stateFileOf = (folder: string): string => join(folder, 'state.json');

function portsAsked(variables: Record<string, string | undefined>): Partial<Ports> {
  const faults: string[] = [];
  const asked: Partial<Ports> = {};
  for (const name of portNames) {
    const text = variables[portVariables[name]]?.trim();
    if (text === undefined || text === '') continue;
    const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
    if (port >= 1 && port <= 65_535) asked[name] = port;
    else faults.push(`${portVariables[name]} must be a port from 1 to 65535, not "${text}"`);
  }
  if (faults.length > 0) throw new StackError(faults.join('\n'));
  return asked;
}

function readPorts(stateFile: string): Ports | undefined {
  if (!existsSync(stateFile)) return undefined;
  const state: unknown = JSON.parse(readFileSync(stateFile, 'utf8'));
  const kept: unknown =
    typeof state === 'object' && state !== null && 'ports' in state ? state.ports : undefined;
  const ports: Ports = { ...portDefaults };
  for (const [name, port] of Object.entries(kept ?? {})) {
    if (isPortName(name) && typeof port === 'number') ports[name] = port;
  }
  return ports;
}

function isPortName(name: string): name is PortName {
  return name in portDefaults;
}
