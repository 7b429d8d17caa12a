/** Tells partners what happened in their programmes, in one process at a time; what another one left off is gone on with. */
import { Injectable } from '@nestjs/common';
import { FollowerService, LOYALTY_NEWS_SIGNAL } from '@plaza/loyalty';
import { Loops } from '@plaza/platform';

const lookAgainMs = 1_000;

@Injectable()
export class FollowProgrammesJob {
  constructor(loops: Loops, follower: FollowerService) {
    loops.add({
      name: 'follow-programmes',
      everyMs: lookAgainMs,
      wakeOn: LOYALTY_NEWS_SIGNAL,
      alone: true,
      work: () => follower.follow(),
    });
  }
}
