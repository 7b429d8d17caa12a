/** A partner's programme as a whole: what is decided about it, and what the partner owes by it. */
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  LiabilityQueries,
  ProgrammeSettingsService,
  type Liability,
  type ProgrammeSettings,
} from '@plaza/loyalty';
import type { Actor } from '@plaza/platform';
import { CurrentActor } from '../http/current-actor';
import { EarningTrials } from './earning-trials';
import { PartnerProgrammes, PartnerQuery, PartnerRoute } from './partner-programmes';
import { LiabilityAnswer, ProgrammeSettingsAnswer, ProgrammeSettingsDto } from './programme.dto';

@ApiTags('loyalty')
@ApiBearerAuth()
@PartnerRoute('loyalty:read')
@Controller('loyalty')
export class ProgrammeController {
  constructor(
    private readonly programmes: PartnerProgrammes,
    private readonly settings: ProgrammeSettingsService,
    private readonly trials: EarningTrials,
    private readonly liabilities: LiabilityQueries,
  ) {}

  @Get('settings')
  @ApiOperation({ summary: 'See the settings of the programme' })
  @ApiOkResponse({ type: ProgrammeSettingsAnswer })
  async getSettings(@Query() query: PartnerQuery, @CurrentActor() actor: Actor): Promise<ProgrammeSettings> {
    return this.settings.get(await this.programmes.of(actor, query));
  }

  @Put('settings')
  @PartnerRoute('loyalty:settings')
  @ApiOperation({ summary: 'Decide the settings of the programme' })
  @ApiOkResponse({ type: ProgrammeSettingsAnswer })
  async putSettings(
    @Query() query: PartnerQuery,
    @Body() settings: ProgrammeSettingsDto,
    @CurrentActor() actor: Actor,
  ): Promise<ProgrammeSettings> {
    const { earning } = settings;
    if (earning) await this.trials.requireNamed(earning, '/earning');
    return this.settings.put(await this.programmes.of(actor, query), settings);
  }

  @Get('liability')
  @ApiOperation({ summary: 'See all outstanding points, and when they expire' })
  @ApiOkResponse({ type: LiabilityAnswer })
  async liability(@Query() query: PartnerQuery, @CurrentActor() actor: Actor): Promise<Liability> {
    return this.liabilities.get(await this.programmes.of(actor, query));
  }
}
