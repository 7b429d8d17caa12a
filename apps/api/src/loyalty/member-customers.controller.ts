/** Which customer of the shop a member is. Staff say so, who have seen the person: a partner could claim anybody. */
import { Body, Controller, Delete, Put, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { PeopleQueries } from '@plaza/identity';
import { MembersQueries, MembersService, type MemberView } from '@plaza/loyalty';
import { ForRoles, type Actor } from '@plaza/platform';
import { CurrentActor } from '../http/current-actor';
import { MemberAnswer, MemberCustomerDto } from './members.dto';
import { ApiExternalIdParam, ExternalIdParam, PartnerProgrammes, PartnerQuery } from './partner-programmes';

@ApiTags('loyalty')
@ApiBearerAuth()
@ForRoles('staff')
@ApiNotFoundResponse({ description: 'There is no such partner, member or customer' })
@Controller('loyalty/members/:externalId/customer')
export class MemberCustomersController {
  constructor(
    private readonly programmes: PartnerProgrammes,
    private readonly members: MembersService,
    private readonly queries: MembersQueries,
    private readonly people: PeopleQueries,
  ) {}

  @Put()
  @ApiOperation({
    summary: 'Say which customer of the shop a member is',
    description: 'What they pay for from then on earns points by the rules of the programme.',
  })
  @ApiExternalIdParam()
  @ApiOkResponse({ type: MemberAnswer })
  @ApiConflictResponse({ description: 'Another member of the programme is this customer' })
  async link(
    @ExternalIdParam() externalId: string,
    @Query() query: PartnerQuery,
    @Body() { customerId }: MemberCustomerDto,
    @CurrentActor() actor: Actor,
  ): Promise<MemberView> {
    const programme = await this.programmes.of(actor, query);
    await this.members.link(programme, externalId, (await this.people.customer(customerId)).id);
    return this.queries.get(programme, externalId);
  }

  @Delete()
  @ApiOperation({ summary: 'Say that a member is no customer that is known' })
  @ApiExternalIdParam()
  @ApiOkResponse({ type: MemberAnswer })
  async unlink(
    @ExternalIdParam() externalId: string,
    @Query() query: PartnerQuery,
    @CurrentActor() actor: Actor,
  ): Promise<MemberView> {
    const programme = await this.programmes.of(actor, query);
    await this.members.link(programme, externalId, null);
    return this.queries.get(programme, externalId);
  }
}
