/** How long a record may be in the hands of one process, before another may think that it has ended. */
import { Inject, Injectable } from '@nestjs/common';
import { Clock, SETTINGS, type Settings } from '@plaza/platform';
import { streamsMax } from '../records/audio-streams';

/** For reading, writing and recording, beside what screening can take. */
const marginMs = 60_000;

export interface Lease {
  now: Date;
  until: Date;
}

@Injectable()
export class Leases {
  private readonly leaseMs: number;

  constructor(
    @Inject(SETTINGS) { screening }: Settings,
    private readonly clock: Clock,
  ) {
    this.leaseMs = streamsMax * (screening?.timeoutMs ?? 0) + marginMs;
  }

  next(): Lease {
    const now = this.clock.now();
    return { now, until: new Date(now.getTime() + this.leaseMs) };
  }
}
