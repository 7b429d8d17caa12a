/**
 * Gives stock that came free to the first of those who wait for it, ends what was waited for too long, and forgets what is long
 * over.
 */
import { Injectable } from '@nestjs/common';
import { STOCK_FREED_SIGNAL } from '@plaza/catalog';
import { CartsPast, PromotionService, WaitingService } from '@plaza/orders';
import { Loops } from '@plaza/platform';

/** For signals that were lost, and for stock that came free while somebody was joining the queue. */
const lookAgainMs = 1_000;
const endedAtOnceMax = 200;
const forgetEveryMs = 10 * 60_000;
const forgottenAtOnceMax = 500;

@Injectable()
export class PromoteWaitingJob {
  constructor(loops: Loops, promotion: PromotionService, waiting: WaitingService, past: CartsPast) {
    loops.add({
      name: 'promote-waiting',
      everyMs: lookAgainMs,
      wakeOn: STOCK_FREED_SIGNAL,
      alone: true,
      work: async () => {
        const moreOverdue = await waiting.endOverdue(endedAtOnceMax);
        const moreFirst = await promotion.promote();
        return moreOverdue || moreFirst;
      },
    });
    loops.add({
      name: 'forget-carts',
      everyMs: forgetEveryMs,
      alone: true,
      work: () => past.forget(forgottenAtOnceMax),
    });
  }
}
