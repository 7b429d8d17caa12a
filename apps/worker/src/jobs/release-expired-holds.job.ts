/**
 * Writes down that stock was held longer than agreed, so that it is announced and those who wait for it hear of it. Whoever wants such
 * stock, or asks how much there is, gets it without this job, too.
 */
import { Injectable } from '@nestjs/common';
import { StockService } from '@plaza/catalog';
import { Loops } from '@plaza/platform';

/** A look that finds nothing is one step in a small index. */
const everyMs = 500;
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
