/** The third party that wants to hear of every failed payment. */
import type { ErrorType } from './failures';

export interface LoggedError {
  /** Null where the message that failed has none that could be read. */
  paymentId: string | null;
  errorType: ErrorType;
  description: string;
}

/**
 * What came of telling it once. `refused`: it will not take this report. `not-taken`: it said, or could not even be reached
 * to say, that it takes nothing now. `unknown`: it may have taken it or not. `unanswered`: it said nothing in time, and may still take it.
 */
export interface Telling {
  outcome: 'taken' | 'refused' | 'not-taken' | 'unknown' | 'unanswered';
  detail: string;
}

export abstract class ErrorLog {
  /** Tells one error once; never throws. */
  abstract tell(error: LoggedError): Promise<Telling>;

  /**
   * Which of these texts occur among the descriptions that the log holds; null when it has no way to tell.
   * @throws Error when it cannot be asked now
   */
  abstract holding(texts: ReadonlySet<string>): Promise<Set<string> | null>;
}
