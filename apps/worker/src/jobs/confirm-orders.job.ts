/** Decides the orders that were taken in to be decided later, in the order of their line, in one process at a time. */
import { Injectable } from '@nestjs/common';
import { ACCEPTED_SIGNAL, Confirming } from '@plaza/orders';
import { Loops } from '@plaza/platform';

const everyMs = 1_000;
const decidedAtOnceMax = 500;

@Injectable()
export class ConfirmOrdersJob {
  constructor(loops: Loops, confirming: Confirming) {
    loops.add({
      name: 'confirm-orders',
      everyMs,
      wakeOn: ACCEPTED_SIGNAL,
      alone: true,
      work: () => confirming.confirmNext(decidedAtOnceMax),
    });
  }
}
