/**
 * Gives back stock that was held longer than agreed, so that lists tell it. Whoever wants such stock gets it without this job,
 * too.
 */
import { Injectable } from '@nestjs/common';
import { StockService } from '@plaza/catalog';
import { Loops } from '@plaza/platform';

const everyMs = 5_000;
const releasedAtOnceMax = 500;

@Injectable()
export class ReleaseExpiredHoldsJob {
  constructor(loops: Loops, stock: StockService) {
    loops.add({
      name: 'release-expired-holds',
      everyMs,
      alone: true,
      work: () => stock.releaseExpired(releasedAtOnceMax),
    });
  }
}
