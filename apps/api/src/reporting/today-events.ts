/** How the shop stands, told anew whenever something in it has changed. */
import { Injectable } from '@nestjs/common';
import { ORDER_SIGNAL } from '@plaza/orders';
import { Clock } from '@plaza/platform';
import { Today } from '@plaza/reporting';
import { EventStreams } from '../http/event-stream';
import { PictureStream } from '../http/picture-stream';

@Injectable()
export class TodayEvents extends PictureStream {
  constructor(streams: EventStreams, clock: Clock, today: Today) {
    super(streams, clock, {
      name: 'today',
      signal: ORDER_SIGNAL,
      type: 'today-changed',
      restMs: 2_000,
      look: () => today.look(),
    });
  }
}
