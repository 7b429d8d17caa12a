/** How the shop stands at this moment, for staff: asked for, or told as it changes. */
import { Controller, Get, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ForRoles } from '@plaza/platform';
import { Today, type TodayView } from '@plaza/reporting';
import type { FastifyReply } from 'fastify';
import { ApiEventStream } from '../http/event-stream';
import { TodayEvents } from './today-events';
import { TodayAnswer } from './today.answers';

@ApiTags('reports')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('reports/today')
export class TodayController {
  constructor(
    private readonly today: Today,
    private readonly streams: TodayEvents,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'See how the shop stands',
    description: 'What was sold since midnight, what waits, and what somebody has to see to.',
  })
  @ApiOkResponse({ type: TodayAnswer })
  look(): Promise<TodayView> {
    return this.today.look();
  }

  @Get('events')
  @ApiOperation({ summary: 'Listen to how the shop stands' })
  @ApiEventStream('`today-changed` with the whole of it, at once and whenever something in it changes')
  events(@Res() reply: FastifyReply): Promise<void> {
    return this.streams.connect(reply);
  }
}
