/** The third party that says how risky a payment is. */

export interface ScreeningAnswer {
  /** Null when no status came. */
  httpStatus: number | null;
  /** The whole answer as it came; null when none did. */
  text: string | null;
  /** Why there is no answer; null when there is one. */
  fault: string | null;
}

export abstract class Screening {
  /** Asks once about a payment, which is known there by its id alone; never throws. */
  abstract ask(paymentId: string): Promise<ScreeningAnswer>;
}
