/**
 * Writes down what time does to points: pending ones can be used, held ones are given back, others expire. Whoever asks for a
 * balance is told the right one without this job, too; it sees to it that partners hear of it in time.
 */
import { Injectable } from '@nestjs/common';
import { LedgerService, PROGRAMME_CLOCK_SIGNAL } from '@plaza/loyalty';
import { Loops } from '@plaza/platform';

const everyMs = 1_000;

@Injectable()
export class SettlePointsJob {
  constructor(loops: Loops, ledger: LedgerService) {
    loops.add({
      name: 'settle-points',
      everyMs,
      wakeOn: PROGRAMME_CLOCK_SIGNAL,
      alone: true,
      work: () => ledger.settleDue(),
    });
  }
}
