/** The programmes there are, for staff, who say with everything else that they ask of loyalty whose programme they mean. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PartnersQueries, type PartnerView } from '@plaza/identity';
import { PartnerEventsQueries } from '@plaza/loyalty';
import { ForRoles, type CountedPage } from '@plaza/platform';
import { ApiIdParam, IdParam } from '../http/fields';
import { PartnerListQuery, PartnerPageAnswer } from '../identity/partners.dto';
import { ProgrammeAnswer } from './programme.dto';

@ApiTags('loyalty')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('loyalty/programmes')
export class ProgrammesController {
  constructor(
    private readonly partners: PartnersQueries,
    private readonly events: PartnerEventsQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the programmes by their partners', description: 'Every partner has one.' })
  @ApiOkResponse({ type: PartnerPageAnswer })
  list(@Query() page: PartnerListQuery): Promise<CountedPage<PartnerView>> {
    return this.partners.list(page);
  }

  @Get(':id')
  @ApiOperation({ summary: 'See whose programme it is, and how much its partner was told' })
  @ApiIdParam()
  @ApiOkResponse({ type: ProgrammeAnswer })
  @ApiNotFoundResponse({ description: 'There is no such partner' })
  async get(@IdParam() id: string): Promise<ProgrammeAnswer> {
    const partner = await this.partners.get(id);
    return { ...partner, lastEventId: await this.events.lastId({ partnerId: id, mode: 'live' }) };
  }
}
