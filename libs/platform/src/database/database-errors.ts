/** Tells apart what PostgreSQL's errors mean for the caller: try again at once, try again later, or a fault of ours. */
import { QueryFailedError } from 'typeorm';
import { PlazaError } from '../errors';

/** Serialisation failure and deadlock: https://www.postgresql.org/docs/current/errcodes-appendix.html, class 40. */
const repeatable = new Set(['40001', '40P01']);

/**
 * The server is starting, stopping, full or gone; the request may be right and can be sent again. A violation of the protocol (08P01) is
 * none of these: it is a statement that says it has other parameters than it has, and would be one again.
 */
const unavailable = /^(08(?!P01)|53|57P|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|25006)/;
const unavailableMessage =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|read-only transaction/;

export function isWorthRepeating(error: unknown): boolean {
  return repeatable.has(codeOf(error));
}

/** An error of the connection becomes a refusal that says so; every other error is passed on as it is. */
export function asPlazaError(error: unknown): unknown {
  if (error instanceof PlazaError || !(error instanceof Error)) return error;
  if (unavailable.test(codeOf(error)) || unavailableMessage.test(error.message)) {
    return new PlazaError(
      'unavailable',
      'platform.database-unavailable',
      'The database cannot be reached at the moment; nothing was done, so the request can be sent again',
      { retryAfter: 2 },
      { cause: error },
    );
  }
  return error;
}

/** The server gave a statement up for taking longer than it may. */
export function tookTooLong(error: unknown): boolean {
  return codeOf(error) === '57014';
}

/** The name of the violated constraint, when that is what went wrong. */
export function violatedConstraint(error: unknown): string | undefined {
  const cause = driverError(error);
  if (cause && 'constraint' in cause && typeof cause.constraint === 'string') return cause.constraint;
  return undefined;
}

function codeOf(error: unknown): string {
  const cause = driverError(error);
  return cause && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}

function driverError(error: unknown): Error | undefined {
  if (error instanceof QueryFailedError) return error.driverError as Error;
  return error instanceof Error ? error : undefined;
}
