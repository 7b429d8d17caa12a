/** Members of a partner's programme: who they are, what they have and had, and how that came about. */
import { Body, Controller, Get, Header, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  HoldsQueries,
  MembersQueries,
  MembersService,
  StatementQueries,
  type BalanceView,
  type EntryView,
  type HoldView,
  type MemberView,
} from '@plaza/loyalty';
import type { Actor, CountedPage, Page } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../http/current-actor';
import {
  BalanceAnswer,
  BalanceQuery,
  HoldListAnswer,
  MemberAnswer,
  MemberListQuery,
  MemberPageAnswer,
  NewMemberDto,
  StatementAnswer,
  StatementQuery,
} from './members.dto';
import {
  ApiExternalIdParam,
  ExternalIdParam,
  PartnerProgrammes,
  PartnerQuery,
  PartnerRoute,
} from './partner-programmes';

@ApiTags('loyalty')
@ApiBearerAuth()
@PartnerRoute('loyalty:read')
@Controller('loyalty/members')
export class MembersController {
  constructor(
    private readonly programmes: PartnerProgrammes,
    private readonly members: MembersService,
    private readonly queries: MembersQueries,
    private readonly statements: StatementQueries,
    private readonly holdings: HoldsQueries,
  ) {}

  @Post()
  @PartnerRoute('loyalty:write')
  @ApiOperation({
    summary: 'Let somebody take part',
    description: '201 the first time; 200 for the same member again.',
  })
  @ApiCreatedResponse({ type: MemberAnswer })
  @ApiOkResponse({ type: MemberAnswer, description: 'They took part already' })
  async add(
    @Query() query: PartnerQuery,
    @Body() member: NewMemberDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MemberView> {
    const programme = await this.programmes.of(actor, query);
    void reply.status((await this.members.add(programme, member)) ? 201 : 200);
    return this.queries.get(programme, member.externalId);
  }

  @Get()
  @ApiOperation({ summary: 'List members, newest first' })
  @ApiOkResponse({ type: MemberPageAnswer })
  async list(
    @Query() query: MemberListQuery,
    @CurrentActor() actor: Actor,
  ): Promise<CountedPage<MemberView>> {
    return this.queries.list(await this.programmes.of(actor, query), query);
  }

  @Get(':externalId')
  @ApiOperation({ summary: 'See a member' })
  @Header('Cache-Control', 'no-store')
  @ApiExternalIdParam()
  @ApiOkResponse({ type: MemberAnswer })
  async get(
    @ExternalIdParam() externalId: string,
    @Query() query: PartnerQuery,
    @CurrentActor() actor: Actor,
  ): Promise<MemberView> {
    return this.queries.get(await this.programmes.of(actor, query), externalId);
  }

  @Get(':externalId/balance')
  @ApiOperation({ summary: "See a member's balance, now or at any instant that has passed" })
  @Header('Cache-Control', 'no-store')
  @ApiExternalIdParam()
  @ApiOkResponse({ type: BalanceAnswer })
  async balance(
    @ExternalIdParam() externalId: string,
    @Query() query: BalanceQuery,
    @CurrentActor() actor: Actor,
  ): Promise<BalanceView> {
    return this.queries.balance(await this.programmes.of(actor, query), externalId, query.asOf);
  }

  @Get(':externalId/holds')
  @ApiOperation({
    summary: 'See what of a member is set aside, what ends first to begin with',
    description: 'A hundred holds at the most.',
  })
  @Header('Cache-Control', 'no-store')
  @ApiExternalIdParam()
  @ApiOkResponse({ type: HoldListAnswer })
  async holds(
    @ExternalIdParam() externalId: string,
    @Query() query: PartnerQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<HoldView>> {
    return this.holdings.of(await this.programmes.of(actor, query), externalId);
  }

  @Get(':externalId/entries')
  @ApiOperation({ summary: "See a member's statement, newest first" })
  @ApiExternalIdParam()
  @ApiOkResponse({ type: StatementAnswer })
  async entries(
    @ExternalIdParam() externalId: string,
    @Query() query: StatementQuery,
    @CurrentActor() actor: Actor,
  ): Promise<CountedPage<EntryView>> {
    return this.statements.of(await this.programmes.of(actor, query), externalId, query);
  }
}
