/** Asks the gateway about every refund that is due. Any number of processes may do so at once. */
import { Injectable } from '@nestjs/common';
import { REFUNDS_SIGNAL, RefundCalls } from '@plaza/payments';
import { Loops } from '@plaza/platform';

const everyMs = 1_000;

@Injectable()
export class AskRefundsJob {
  constructor(loops: Loops, calls: RefundCalls) {
    loops.add({ name: 'ask-refunds', everyMs, wakeOn: REFUNDS_SIGNAL, work: () => calls.askDue() });
  }
}
