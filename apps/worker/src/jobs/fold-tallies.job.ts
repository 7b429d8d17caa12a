/** Keeps the census quick to read, however long the log of messages is. */
import { Injectable } from '@nestjs/common';
import { Tallies } from '@plaza/payments';
import { Loops } from '@plaza/platform';

const everyMs = 5_000;

@Injectable()
export class FoldTalliesJob {
  constructor(loops: Loops, tallies: Tallies) {
    loops.add({ name: 'fold-tallies', everyMs, alone: true, work: () => tallies.fold() });
  }
}
