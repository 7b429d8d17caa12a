/** How the payment stream stands, told anew whenever something in it has changed. */
import { Injectable } from '@nestjs/common';
import { OUTBOX_SIGNAL } from '@plaza/messaging';
import { StreamStatusQueries } from '@plaza/payments';
import { Clock } from '@plaza/platform';
import { EventStreams } from '../http/event-stream';
import { PictureStream } from '../http/picture-stream';

@Injectable()
export class PaymentEvents extends PictureStream {
  constructor(streams: EventStreams, clock: Clock, queries: StreamStatusQueries) {
    super(streams, clock, {
      name: 'payments',
      signal: OUTBOX_SIGNAL,
      type: 'status',
      restMs: 1_000,
      look: () => queries.status(),
    });
  }
}
