/** What every command shares: a connection to Plaza made only when it is needed, and answers for people or for programs. */
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { InvalidArgumentError } from 'commander';
import {
  createLogger,
  EXIT_CONFIGURATION,
  NestLogger,
  PlatformModule,
  PlazaError,
  readSettings,
  SettingsError,
  SystemClock,
  requestContext,
  newId,
  type Settings,
} from '@plaza/platform';
import { CliModule } from './cli.module';

export interface OutputOptions {
  json?: boolean;
}

export function settingsOfEnvironment(): Settings {
  return readSettings(process.env);
}

/** Runs `work` with Plaza's services at hand and lets go of everything afterwards. */
export async function withPlaza<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const settings = settingsOfEnvironment();
  const logger = createLogger({ level: 'warn', pretty: process.stderr.isTTY, name: 'cli' });
  const platform = PlatformModule.for({ process: 'cli', settings, logger, clock: new SystemClock() });
  const app = await NestFactory.createApplicationContext(
    { module: CliModule, imports: [platform] },
    { logger: new NestLogger(logger), abortOnError: false },
  );
  try {
    const context = { correlationId: newId(), actor: { kind: 'system', id: 'plaza cli' } as const };
    return await requestContext.run(context, () => work(app));
  } finally {
    await app.close();
  }
}

/** One service of Plaza for one piece of work. */
export function withService<S, T>(service: Type<S>, work: (service: S) => Promise<T>): Promise<T> {
  return withPlaza((app) => work(app.get(service)));
}

/** Reads the id of a payment as it is given to a command. */
export function idOption(text: string): string {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError("A payment's id is a UUID.");
}

/** Prints `value` as JSON for programs, or `text(value)` for people. */
export function print<T>(value: T, { json }: OutputOptions, text: (value: T) => string): void {
  process.stdout.write(`${json ? JSON.stringify(value, null, 2) : text(value)}\n`);
}

/** Columns as wide as their widest cell; numbers to the right. */
export function table(rows: readonly Record<string, string | number | null>[]): string {
  const [first] = rows;
  if (!first) return '(none)';
  const columns = Object.keys(first);
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '-')))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  const isNumber = columns.map((column) => rows.every((row) => typeof row[column] !== 'string'));
  return cells
    .map((line) =>
      line
        .map((cell, at) => (isNumber[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** One thing as names and values, the values below each other. */
export function fields(thing: object): string {
  const entries = Object.entries(thing).map(([name, value]) => [name, textOf(value)] as const);
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n');
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** How far long work is, on a terminal only: in one line, which is gone in the end. */
export function progress(): { tell(text: string): void; end(): void } {
  const write = (text: string) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[0K${text}`);
  };
  return { tell: write, end: () => write('') };
}

/** Tells what went wrong and sets the exit code: 78 for the configuration, 1 for everything else. */
export function fail(error: unknown): void {
  if (error instanceof SettingsError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT_CONFIGURATION;
    return;
  }
  const code = error instanceof PlazaError ? ` (${error.code})` : '';
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}${code}\n`);
  process.exitCode = 1;
}
