/**
 * What can go wrong, in words. A context names its refusals by a stable code (`orders.out-of-stock`) and a kind; only the
 * protocol at the edge knows what a kind means there (an HTTP status, an exit code).
 */

export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'unprocessable'
  | 'limit'
  | 'unavailable';

/** Members of every problem+json: what a refusal says besides has other names, or it would be lost behind these. */
type ProblemMember = 'type' | 'title' | 'status' | 'detail' | 'code' | 'instance' | 'requestId';

export type ErrorDetails = Record<string, unknown> & Partial<Record<ProblemMember, never>>;

/** A refusal that its reader can act on. `details` are shown to them: never put a secret or a card number there. */
export class PlazaError extends Error {
  constructor(
    readonly kind: ErrorKind,
    /** `<context>.<what>`, stable: clients branch on it. */
    readonly code: string,
    message: string,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A refusal that is itself worth remembering: what its transaction recorded before it was thrown is committed. */
export class RecordedRefusal extends PlazaError {}

/** One fault of an input: a JSON pointer to the place (RFC 6901) and what is wrong there. */
export interface InputFault {
  pointer: string;
  detail: string;
}

export class InvalidInput extends PlazaError {
  constructor(errors: InputFault[], message = 'The request is not valid') {
    super('invalid', 'request.invalid', message, { errors });
  }
}
