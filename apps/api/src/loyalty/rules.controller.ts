/** Trying earning rules: what an order would earn and why, without giving anything. */
import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Earned } from '@plaza/loyalty';
import type { Actor } from '@plaza/platform';
import { CurrentActor } from '../http/current-actor';
import { EarningTrials } from './earning-trials';
import { DryRunDto, EarnedAnswer } from './earning.dto';
import { PartnerProgrammes, PartnerQuery, PartnerRoute } from './partner-programmes';

@ApiTags('loyalty')
@ApiBearerAuth()
@PartnerRoute('loyalty:read')
@Controller('loyalty/rules')
export class RulesController {
  constructor(
    private readonly programmes: PartnerProgrammes,
    private readonly trials: EarningTrials,
  ) {}

  @Post('dry-run')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Explain what an order would earn',
    description: "By the programme's rules, or by others that are sent along to be tried. Nothing is given.",
  })
  @ApiOkResponse({ type: EarnedAnswer })
  @ApiConflictResponse({ description: 'There are no rules, or the order has no prices yet' })
  async dryRun(
    @Query() query: PartnerQuery,
    @Body() wish: DryRunDto,
    @CurrentActor() actor: Actor,
  ): Promise<Earned> {
    return this.trials.explain(await this.programmes.of(actor, query), actor, wish);
  }
}
