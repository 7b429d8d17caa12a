/**
 * Structured logs: one JSON object a line with the correlation id of the call under way, and with everything that must not
 * be read by an operator struck out. ERROR means that someone has to act now; a refused request is not an error.
 */
import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';
import { spanIds } from './process/spans';
import { requestContext } from './request-context';

const secretFields = [
  'password',
  'accessToken',
  'refreshToken',
  'authorization',
  'secret',
  'clientSecret',
  'client_secret',
  'creditCard',
  'credit_card',
  'cookie',
];

export type PlazaLogger = Logger;

export interface LoggerOptions {
  level: string;
  pretty: boolean;
  name: string;
  /** Where lines go instead of the standard output. */
  destination?: DestinationStream;
}

export function createLogger(options: LoggerOptions): PlazaLogger {
  const settings: pino.LoggerOptions = {
    level: options.level,
    base: { process: options.name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`, `*.*.*.${field}`]),
      censor: '[hidden]',
    },
    mixin: () => {
      const correlationId = requestContext.correlationId();
      return { ...(correlationId !== undefined && { correlationId }), ...spanIds() };
    },
    ...(options.pretty && {
      transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname,process', singleLine: true } },
    }),
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}

/** Lets Nest's own messages go the same way; its start-up chatter is for those who debug. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: PlazaLogger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  private write(level: 'trace' | 'debug' | 'warn' | 'error', message: unknown, rest: unknown[]): void {
    const [context] = rest.slice(-1);
    const source = typeof context === 'string' ? { source: context } : {};
    if (message instanceof Error) this.logger[level]({ ...source, err: message }, message.message);
    else this.logger[level]({ ...source, ...(rest.length > 1 && { stack: rest[0] }) }, String(message));
  }
}
