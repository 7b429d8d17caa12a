/** Takes up parked payments whose account has appeared. */
import { Injectable } from '@nestjs/common';
import { ACCOUNTS_SIGNAL, ParkedPayments } from '@plaza/payments';
import { Loops } from '@plaza/platform';

const everyMs = 30_000;

@Injectable()
export class TakeUpParkedJob {
  constructor(loops: Loops, parked: ParkedPayments) {
    loops.add({ name: 'take-up-parked', everyMs, wakeOn: ACCOUNTS_SIGNAL, work: () => parked.takeUp() });
  }
}
