/** Two who write a hold of the same owner in the same moment. */
import { violatedConstraint } from '@plaza/platform';

/** Another transaction wrote one of the same holds while this one decided: like a serialisation failure, it is decided again. */
export class HoldRace extends Error {
  readonly code = '40001';
}

/** The owner got a hold of the same from elsewhere in this moment. */
export function asHoldRace(error: unknown): never {
  throw violatedConstraint(error) === 'holds_pk' ? new HoldRace() : error;
}
