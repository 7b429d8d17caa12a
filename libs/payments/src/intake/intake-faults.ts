/** Tells apart why a batch could not be written: another process was faster, one of the messages is to blame, or neither. */
import type { ForeignMessage } from '@plaza/messaging';
import { PlazaError, violatedConstraint } from '@plaza/platform';
import { QueryFailedError } from 'typeorm';
import type { Decision } from './intake-decision';

/** Where two processes meet that take the same payment, or the same stretch of a topic, at the same time. */
const meetingPoints = new Set(['messages_pk', 'payments_pk']);

/** Data exception, violated constraint, limit of the program: https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const classesOfData = /^(22|23|54)/;

/** What the other process wrote can be seen now: decide again. */
export function metAnother(error: unknown): boolean {
  const constraint = violatedConstraint(error);
  return constraint !== undefined && meetingPoints.has(constraint);
}

/** True when it is about what we write, and not about whether or how well the database works. */
export function isFaultOfData(error: unknown): boolean {
  if (error instanceof PlazaError) return error.kind !== 'unavailable';
  const code = codeOf(error);
  return code === '' || classesOfData.test(code);
}

/** A message that cannot be taken even alone is kept with the reason, so that the others can go on. */
export function unstorable(
  message: ForeignMessage,
  error: unknown,
): Extract<Decision, { outcome: 'rejected' }> {
  const code = codeOf(error);
  return {
    message,
    outcome: 'rejected',
    paymentId: null,
    reason: {
      code: 'cannot-be-stored',
      text: `The payment could not be stored${code && ` (${code})`}`,
      errorType: 'database',
    },
  };
}

function codeOf(error: unknown): string {
  const driverError: unknown = error instanceof QueryFailedError ? error.driverError : undefined;
  if (!(driverError instanceof Error)) return '';
  return 'code' in driverError && typeof driverError.code === 'string' ? driverError.code : '';
}
