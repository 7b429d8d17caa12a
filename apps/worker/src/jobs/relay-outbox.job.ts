/** Carries what was committed in the outbox to whoever reacts to it, in one process at a time so that the order holds. */
import { Injectable } from '@nestjs/common';
import { OUTBOX_SIGNAL, Relay } from '@plaza/messaging';
import { Loops } from '@plaza/platform';

const lookAgainMs = 1_000;

@Injectable()
export class RelayOutboxJob {
  constructor(loops: Loops, relay: Relay) {
    loops.add({
      name: 'relay-outbox',
      everyMs: lookAgainMs,
      wakeOn: OUTBOX_SIGNAL,
      alone: true,
      work: () => relay.relayBatch(),
    });
  }
}
