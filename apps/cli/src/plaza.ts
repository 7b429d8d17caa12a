/** What every command shares: a connection to Plaza made only when it is needed, and answers for people or for programs. */
import { userInfo } from 'node:os';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { InvalidArgumentError } from 'commander';
import {
  createLogger,
  EXIT_CONFIGURATION,
  NestLogger,
  PlatformModule,
  readSettings,
  SettingsError,
  SystemClock,
  requestContext,
  newId,
  type Settings,
} from '@plaza/platform';
import { CliModule } from './cli.module';
import { faultText, showsColours, styled } from './terminal';

export * from './terminal';

export interface OutputOptions {
  json?: boolean;
}

export function settingsOfEnvironment(): Settings {
  return readSettings(process.env);
}

/** Plaza's services, for whoever closes them afterwards. */
export function openPlaza(): Promise<INestApplicationContext> {
  const settings = settingsOfEnvironment();
  const logger = createLogger({ level: 'warn', pretty: process.stderr.isTTY, name: 'cli' });
  const platform = PlatformModule.for({ process: 'cli', settings, logger, clock: new SystemClock() });
  return NestFactory.createApplicationContext(
    { module: CliModule, imports: [platform] },
    { logger: new NestLogger(logger), abortOnError: false },
  );
}

/** Who sits at the terminal, as the machine knows them. */
export function operatorId(): string {
  try {
    return `plaza cli, ${userInfo().username}`;
  } catch {
    // A container may run as a user without a name.
    return `plaza cli, user ${String(process.getuid?.() ?? 'unknown')}`;
  }
}

/** Whatever `work` does is done, for the log of changes and reads, by whoever sits at the terminal. */
export function asOperator<T>(work: () => Promise<T>): Promise<T> {
  const actor = { kind: 'system', id: operatorId() } as const;
  return requestContext.run({ correlationId: newId(), actor, byOperator: true }, work);
}

/** Runs `work` with Plaza's services at hand and lets go of everything afterwards. */
export async function withPlaza<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const app = await openPlaza();
  try {
    return await asOperator(() => work(app));
  } finally {
    await app.close();
  }
}

/** One service of Plaza for one piece of work. */
export function withService<S, T>(service: Type<S>, work: (service: S) => Promise<T>): Promise<T> {
  return withPlaza((app) => work(app.get(service)));
}

/** Reads an id as it is given to a command. */
export function idOption(text: string): string {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError('An id is a UUID.');
}

/** Prints `value` as JSON for programs, or `text(value)` for people. */
export function print<T>(value: T, { json }: OutputOptions, text: (value: T) => string): void {
  process.stdout.write(`${json ? JSON.stringify(value, null, 2) : text(value)}\n`);
}

/** Tells what went wrong and sets the exit code: 78 for the configuration, 1 for everything else. */
export function fail(error: unknown): void {
  if (error instanceof SettingsError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT_CONFIGURATION;
    return;
  }
  process.stderr.write(`${styled(faultText(error), 'red', showsColours(process.stderr))}\n`);
  process.exitCode = 1;
}
