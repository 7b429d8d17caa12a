/** Time comes from here and nowhere else, so that a test can move it and no rule depends on the machine's whim. */

export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
