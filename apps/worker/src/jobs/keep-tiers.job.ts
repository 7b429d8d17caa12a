/** Sees to it that partners hear of members who reach another tier, or are about to lose theirs. */
import { Injectable } from '@nestjs/common';
import { LOYALTY_EARNED_SIGNAL, TiersService } from '@plaza/loyalty';
import { Loops } from '@plaza/platform';

const everyMs = 1_000;

@Injectable()
export class KeepTiersJob {
  constructor(loops: Loops, tiers: TiersService) {
    loops.add({
      name: 'keep-tiers',
      everyMs,
      wakeOn: LOYALTY_EARNED_SIGNAL,
      alone: true,
      work: () => tiers.keepDue(),
    });
  }
}
