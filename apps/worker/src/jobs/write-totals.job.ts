/** Writes once a minute what every programme's total was, in one process at a time, and makes up what was missed. */
import { Injectable } from '@nestjs/common';
import { TotalsService } from '@plaza/loyalty';
import { Loops } from '@plaza/platform';

/** A minute is written soon after it can be. */
const everyMs = 10_000;

@Injectable()
export class WriteTotalsJob {
  constructor(loops: Loops, totals: TotalsService) {
    loops.add({ name: 'write-totals', everyMs, alone: true, work: () => totals.write() });
  }
}
