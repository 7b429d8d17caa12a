/** The sandbox of a partner: its clock, which the partner moves, and beginning anew. These routes never mean the live programme. */
import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SandboxService, type ClockMove, type SandboxClock } from '@plaza/loyalty';
import { InvalidInput, type Actor } from '@plaza/platform';
import { CurrentActor } from '../http/current-actor';
import { PartnerProgrammes, PartnerQuery, PartnerRoute } from './partner-programmes';
import { ClockMoveDto, SandboxClockAnswer } from './sandbox.dto';

@ApiTags('loyalty')
@ApiBearerAuth()
@PartnerRoute('loyalty:sandbox')
@Controller('loyalty/sandbox')
export class SandboxController {
  constructor(
    private readonly programmes: PartnerProgrammes,
    private readonly sandbox: SandboxService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'See what time it is in the sandbox' })
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: SandboxClockAnswer })
  async get(@Query() query: PartnerQuery, @CurrentActor() actor: Actor): Promise<SandboxClock> {
    return this.sandbox.get((await this.programmes.of(actor, query)).partnerId);
  }

  @Post('clock')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Move the clock of the sandbox',
    description: 'Forward only. What becomes due by it is done and told within moments.',
  })
  @ApiOkResponse({ type: SandboxClockAnswer })
  async moveClock(
    @Query() query: PartnerQuery,
    @Body() move: ClockMoveDto,
    @CurrentActor() actor: Actor,
  ): Promise<SandboxClock> {
    return this.sandbox.moveClock((await this.programmes.of(actor, query)).partnerId, oneOf(move));
  }

  @Post('reset')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Begin the sandbox anew',
    description:
      'No members, no points, no events, and the clock as everywhere. The settings stay, and the ids of events go on.',
  })
  @ApiOkResponse({ type: SandboxClockAnswer })
  async reset(@Query() query: PartnerQuery, @CurrentActor() actor: Actor): Promise<SandboxClock> {
    return this.sandbox.reset((await this.programmes.of(actor, query)).partnerId);
  }
}

/** @throws InvalidInput unless it says one thing */
function oneOf({ advanceMs, to }: ClockMoveDto): ClockMove {
  if (advanceMs !== undefined && to === undefined) return { advanceMs };
  if (to !== undefined && advanceMs === undefined) return { to };
  throw new InvalidInput([{ pointer: '', detail: 'must have either advanceMs or to' }]);
}
