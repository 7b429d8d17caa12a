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

/** A refusal that its reader can act on. `details` are shown to them: never put a secret or a card number there. */
export class PlazaError extends Error {
  constructor(
    readonly kind: ErrorKind,
    /** `<context>.<what>`, stable: clients branch on it. */
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
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
