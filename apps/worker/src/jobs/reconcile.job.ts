/** Holds orders, payments and stock against each other, once a night in one process. */
import { Injectable } from '@nestjs/common';
import { Loops } from '@plaza/platform';
import { Nights } from '@plaza/reporting';

const everyMs = 5 * 60_000;

@Injectable()
export class ReconcileJob {
  constructor(loops: Loops, nights: Nights) {
    loops.add({ name: 'reconcile', everyMs, alone: true, work: () => nights.reconcileDue() });
  }
}
