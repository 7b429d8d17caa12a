/** Where contexts do not say the same of one thing, for staff: seen, and corrected or dismissed. */
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ForRoles, type Actor, type CountedPage } from '@plaza/platform';
import { Drifts, type DriftView } from '@plaza/reporting';
import { CurrentActor } from '../http/current-actor';
import { ApiIdParam, IdParam } from '../http/fields';
import { CorrectDrift } from './correct-drift';
import { DriftAnswer, DriftPageAnswer } from './reconciliation.answers';
import { DismissDriftDto, DriftListQuery } from './reporting.dto';

@ApiTags('reports')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('reports/reconciliation')
export class ReconciliationController {
  constructor(
    private readonly drifts: Drifts,
    private readonly correcting: CorrectDrift,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'List drifts, newest first',
    description:
      'Places where orders, payments, stock and points do not say the same of one thing, found every night, each with what both sides say and what would mend it.',
  })
  @ApiOkResponse({ type: DriftPageAnswer })
  list(@Query() filter: DriftListQuery): Promise<CountedPage<DriftView>> {
    return this.drifts.list(filter);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Approve the correction of a drift',
    description: 'It is done at once, by the rules of whoever owns the thing, which may refuse it.',
  })
  @ApiIdParam()
  @ApiOkResponse({ type: DriftAnswer })
  approve(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<DriftView> {
    return this.correcting.approve(id, actor);
  }

  @Post(':id/dismiss')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Dismiss a drift',
    description:
      'Nothing is to be mended, and why is kept with who said so. It is open again only if either side says something else.',
  })
  @ApiIdParam()
  @ApiOkResponse({ type: DriftAnswer })
  dismiss(
    @IdParam() id: string,
    @Body() { reason }: DismissDriftDto,
    @CurrentActor() actor: Actor,
  ): Promise<DriftView> {
    return this.drifts.dismiss(id, reason, actor);
  }
}
