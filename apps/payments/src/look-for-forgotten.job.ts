/** Looks now and then whether Kafka has forgotten messages that were never taken. */
import { Injectable } from '@nestjs/common';
import { ForgottenMessages } from '@plaza/payments';
import { Loops } from '@plaza/platform';

const everyMs = 60_000;

@Injectable()
export class LookForForgottenJob {
  constructor(loops: Loops, forgotten: ForgottenMessages) {
    loops.add({
      name: 'look-for-forgotten',
      everyMs,
      alone: true,
      work: async () => {
        await forgotten.look();
        return false;
      },
    });
  }
}
