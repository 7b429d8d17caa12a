import { Clock } from '@plaza/platform';

/** A clock that stands where the test puts it, beginning at the machine's time. */
export class MovableClock extends Clock {
  private aheadMs = 0;

  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  forwardMinutes(minutes: number): void {
    this.aheadMs += minutes * 60_000;
  }

  forwardSeconds(seconds: number): void {
    this.aheadMs += seconds * 1_000;
  }
}
