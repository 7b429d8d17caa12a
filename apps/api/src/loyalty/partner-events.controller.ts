/** What a partner hears of its programme: a feed to ask, and the same events as a stream, as they happen. */
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  PARTNER_EVENTS_SIGNAL,
  PartnerEventsQueries,
  type PartnerEvent,
  type ProgrammeName,
} from '@plaza/loyalty';
import type { Actor, Page } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../http/current-actor';
import { ApiEventStream, EventStreams, type EventFeed, type StreamPosition } from '../http/event-stream';
import { PartnerProgrammes, PartnerRoute } from './partner-programmes';
import { PartnerEventPageAnswer, PartnerEventQuery, PartnerStreamQuery } from './programme.dto';

@ApiTags('loyalty')
@ApiBearerAuth()
@PartnerRoute('loyalty:read')
@Controller('loyalty/events')
export class PartnerEventsController {
  private readonly feed: EventFeed;

  constructor(
    private readonly programmes: PartnerProgrammes,
    private readonly events: PartnerEventsQueries,
    streams: EventStreams,
  ) {
    this.feed = streams.feed({
      name: 'partners',
      signal: PARTNER_EVENTS_SIGNAL,
      read: async (positions, limit) =>
        (await Promise.all(positions.map((position) => this.eventsAfter(position, limit)))).flat(),
    });
  }

  @Get()
  @ApiOperation({
    summary: 'Read what happened, oldest first',
    description:
      'The id of any event goes into `after`: who has heard everything asks again with the last id.',
  })
  @ApiOkResponse({ type: PartnerEventPageAnswer })
  async list(@Query() query: PartnerEventQuery, @CurrentActor() actor: Actor): Promise<Page<PartnerEvent>> {
    return this.events.feed(await this.programmes.of(actor, query), query);
  }

  @Get('stream')
  @ApiOperation({ summary: 'Listen to what happens', description: 'The same events as in the feed.' })
  @ApiEventStream('Every event that the feed has, as it comes')
  async stream(
    @Query() query: PartnerStreamQuery,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { partnerId, mode } = await this.programmes.of(actor, query);
    await this.feed.connect(`${mode} ${partnerId}`, reply, ['partnerId']);
  }

  /** Rows of one partner are seen at a time, so each is asked for alone. */
  private async eventsAfter({ subject, after }: StreamPosition, limit: number) {
    const [mode, partnerId = ''] = subject.split(' ');
    const programme: ProgrammeName = { partnerId, mode: mode === 'sandbox' ? mode : 'live' };
    const events = await this.events.after(programme, after, limit);
    return events.map((event) => ({ subject, id: BigInt(event.id), type: event.type, data: event }));
  }
}
