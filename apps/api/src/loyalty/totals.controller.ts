/** What programmes owed their members, over time. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TotalsQueries } from '@plaza/loyalty';
import { ForRoles, type Actor } from '@plaza/platform';
import { CurrentActor } from '../http/current-actor';
import { PartnerProgrammes, PartnerRoute } from './partner-programmes';
import { PartnerTotalsQuery, TotalsAnswer, TotalsQuery } from './totals.dto';

@ApiTags('loyalty')
@ApiBearerAuth()
@Controller('loyalty/totals')
export class TotalsController {
  constructor(
    private readonly programmes: PartnerProgrammes,
    private readonly totals: TotalsQueries,
  ) {}

  @Get()
  @PartnerRoute('loyalty:read')
  @ApiOperation({ summary: 'See all outstanding points of the programme over time' })
  @ApiOkResponse({ type: TotalsAnswer })
  async of(@Query() query: PartnerTotalsQuery, @CurrentActor() actor: Actor): Promise<TotalsAnswer> {
    return { points: await this.totals.of(await this.programmes.of(actor, query), query) };
  }

  @Get('all')
  @ForRoles('staff')
  @ApiOperation({ summary: 'See all outstanding points of all programmes over time' })
  @ApiOkResponse({ type: TotalsAnswer })
  async ofAll(@Query() query: TotalsQuery): Promise<TotalsAnswer> {
    return { points: await this.totals.ofAll(query) };
  }
}
