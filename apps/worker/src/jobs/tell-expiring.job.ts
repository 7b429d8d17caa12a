/** Tells partners of points that are about to expire. */
import { Injectable } from '@nestjs/common';
import { ExpiryNoticesService, PROGRAMME_CLOCK_SIGNAL } from '@plaza/loyalty';
import { Loops } from '@plaza/platform';

const everyMs = 5_000;

@Injectable()
export class TellExpiringJob {
  constructor(loops: Loops, notices: ExpiryNoticesService) {
    loops.add({
      name: 'tell-expiring',
      everyMs,
      wakeOn: PROGRAMME_CLOCK_SIGNAL,
      alone: true,
      work: () => notices.tellDue(),
    });
  }
}
