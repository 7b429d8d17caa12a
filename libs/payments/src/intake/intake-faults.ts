/**
 * What to do when a batch of messages could not be written: another process was faster, one of the messages is to blame, or
 * neither. Messages that come and messages that are replayed go the same way.
 */
import { PlazaError, violatedConstraint, type Tx } from '@plaza/platform';
import { QueryFailedError } from 'typeorm';
import type { Decision, ReceivedMessage } from './intake-decision';

/** How often a batch is tried: other processes may take the same payments first, and one message may fail the others. */
const triesMax = 8;

/** Where two processes meet that take the same payment, or the same stretch of a topic, at the same time. */
const meetingPoints = new Set(['messages_pk', 'payments_pk']);

/** Data exception, violated constraint, limit of the program: https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const classesOfData = /^(22|23|54)/;

/**
 * Runs `work`, which is one transaction: anew when another process was faster, because what that wrote can be seen now; and with
 * care when the database refuses what is written.
 */
export async function untilWritten<T>(work: (careful: boolean) => Promise<T>): Promise<T> {
  let careful = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(careful);
    } catch (error) {
      if (attempt === triesMax) throw error;
      if (metAnother(error)) continue;
      if (careful || !isFaultOfData(error)) throw error;
      careful = true;
    }
  }
}

/** Halves a batch until the member stands alone that cannot be written; `alone` says what becomes of that one. */
export async function writeInHalves<Member, Written>(
  tx: Tx,
  members: readonly Member[],
  write: (members: readonly Member[]) => Promise<Written[]>,
  alone: (member: Member, error: unknown) => Promise<Written[]>,
): Promise<Written[]> {
  await tx.query('SAVEPOINT part');
  try {
    const written = await write(members);
    await tx.query('RELEASE SAVEPOINT part');
    return written;
  } catch (error) {
    if (metAnother(error) || !isFaultOfData(error)) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT part');
    const [member] = members;
    if (members.length === 1 && member !== undefined) return alone(member, error);
    const half = members.length >> 1;
    const first = await writeInHalves(tx, members.slice(0, half), write, alone);
    return [...first, ...(await writeInHalves(tx, members.slice(half), write, alone))];
  }
}

function metAnother(error: unknown): boolean {
  const constraint = violatedConstraint(error);
  return constraint !== undefined && meetingPoints.has(constraint);
}

/** True when it is about what we write, and not about whether or how well the database works. */
function isFaultOfData(error: unknown): boolean {
  if (error instanceof PlazaError) return error.kind !== 'unavailable';
  const code = codeOf(error);
  return code === '' || classesOfData.test(code);
}

/** A message that cannot be taken even alone is kept with the reason, so that the others can go on. */
export function unstorable(
  { message, content }: ReceivedMessage,
  error: unknown,
): Extract<Decision, { outcome: 'rejected' }> {
  const code = codeOf(error);
  return {
    message,
    outcome: 'rejected',
    paymentId: 'payment' in content ? content.payment.paymentId : content.refusal.paymentId,
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
