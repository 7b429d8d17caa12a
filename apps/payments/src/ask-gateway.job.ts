/** Asks the gateway about every open payment that is due. Any number of processes may do so at once. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GatewayCalls, PAYMENTS_OPEN_SIGNAL } from '@plaza/payments';
import { Loops, Signals } from '@plaza/platform';

const lookAgainMs = 1_000;

@Injectable()
export class AskGatewayJob implements OnModuleInit {
  constructor(
    loops: Loops,
    private readonly calls: GatewayCalls,
    private readonly signals: Signals,
  ) {
    loops.add({
      name: 'ask-gateway',
      everyMs: lookAgainMs,
      wakeOn: PAYMENTS_OPEN_SIGNAL,
      work: () => calls.work(),
    });
  }

  /** The loop's own signal reaches it only between two pieces of work, and one may wait for a slow gateway. */
  async onModuleInit(): Promise<void> {
    await this.signals.on(PAYMENTS_OPEN_SIGNAL, () => {
      this.calls.lookAgain();
    });
  }
}
