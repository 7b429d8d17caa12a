/** Tells those who wait what becomes of it, as it happens. */
import { Controller, Get, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CART_EVENTS_SIGNAL, CartsQueries, WaitingQueries } from '@plaza/orders';
import { ForRoles, type Actor } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../http/current-actor';
import { ApiEventStream, EventStreams, type EventFeed } from '../http/event-stream';
import { ApiIdParam, IdParam } from '../http/fields';

@ApiTags('carts')
@ApiBearerAuth()
@ForRoles('customer', 'staff')
@Controller('orders/carts')
export class WaitingEventsController {
  private readonly feed: EventFeed;

  constructor(
    private readonly carts: CartsQueries,
    waiting: WaitingQueries,
    streams: EventStreams,
  ) {
    this.feed = streams.feed({
      name: 'carts',
      signal: CART_EVENTS_SIGNAL,
      read: async (positions, limit) => {
        const known = positions.map(({ subject, after }) => ({ cartId: subject, after }));
        const events = await waiting.eventsAfter(known, limit);
        return events.map(({ id, cartId, type, data }) => ({ id: BigInt(id), subject: cartId, type, data }));
      },
    });
  }

  @Get(':id/events')
  @ApiOperation({ summary: 'Listen to what happens to the cart' })
  @ApiIdParam()
  @ApiEventStream(
    '`promoted` when what was waited for lies in the cart, `waiting-ended` when it is not waited for any more',
  )
  async events(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.carts.cart(id, actor);
    await this.feed.connect(id, reply);
  }
}
