/** Forgets sessions and claim codes that are long over, a bounded number at once. */
import { Injectable } from '@nestjs/common';
import { PastSessions } from '@plaza/identity';
import { Loops } from '@plaza/platform';

const everyMs = 10 * 60_000;

@Injectable()
export class ForgetPastSessionsJob {
  constructor(loops: Loops, past: PastSessions) {
    loops.add({ name: 'forget-past-sessions', everyMs, alone: true, work: () => past.forget() });
  }
}
