/** Points as they come and go: accrued, redeemed, held, transferred, taken back. */
import { Body, Controller, HttpCode, Post, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { Actor } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../http/current-actor';
import { ApiIdParam, IdParam } from '../http/fields';
import { MayBeRepeated } from '../http/idempotency.interceptor';
import { ApiExternalIdParam, ExternalIdParam, PartnerQuery, PartnerRoute } from './partner-programmes';
import { PartnerPoints } from './partner-points';
import {
  AccrualDto,
  CaptureDto,
  HoldAnswer,
  HoldDto,
  PostedAnswer,
  RedemptionDto,
  ReversalDto,
  TransferDto,
} from './points.dto';

const again = '201 the first time; 200 with the same answer for the same `sourceId` and content.';
const before = 'It had been done before';

@ApiTags('loyalty')
@ApiBearerAuth()
@PartnerRoute('loyalty:write')
@MayBeRepeated()
@ApiConflictResponse({ description: 'Not with what stands; `code` tells why and what helps to act' })
@ApiUnprocessableEntityResponse({ description: 'More than a member can have, or than can be moved at once' })
@Controller('loyalty')
export class PointsController {
  constructor(private readonly points: PartnerPoints) {}

  @Post('members/:externalId/accruals')
  @ApiOperation({ summary: 'Accrue points', description: again })
  @ApiExternalIdParam()
  @ApiCreatedResponse({ type: PostedAnswer })
  @ApiOkResponse({ type: PostedAnswer, description: before })
  accrue(
    @ExternalIdParam() externalId: string,
    @Query() query: PartnerQuery,
    @Body() { ...said }: AccrualDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostedAnswer> {
    return this.points.post({ does: 'accrue', externalId, ...said }, { actor, query, reply });
  }

  @Post('members/:externalId/redemptions')
  @ApiOperation({ summary: 'Redeem points', description: again })
  @ApiExternalIdParam()
  @ApiCreatedResponse({ type: PostedAnswer })
  @ApiOkResponse({ type: PostedAnswer, description: before })
  redeem(
    @ExternalIdParam() externalId: string,
    @Query() query: PartnerQuery,
    @Body() { ...said }: RedemptionDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostedAnswer> {
    return this.points.post({ does: 'redeem', externalId, ...said }, { actor, query, reply });
  }

  @Post('members/:externalId/holds')
  @ApiOperation({ summary: 'Set points aside', description: again })
  @ApiExternalIdParam()
  @ApiCreatedResponse({ type: HoldAnswer })
  @ApiOkResponse({ type: HoldAnswer, description: before })
  hold(
    @ExternalIdParam() externalId: string,
    @Query() query: PartnerQuery,
    @Body() { ...said }: HoldDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HoldAnswer> {
    return this.points.hold({ does: 'hold', externalId, ...said }, { actor, query, reply });
  }

  @Post('holds/:id/capture')
  @ApiOperation({
    summary: 'Use what is held',
    description: 'All of it, or part of it: the rest is released. The same again gets the same answer.',
  })
  @HttpCode(200)
  @ApiIdParam()
  @ApiOkResponse({ type: PostedAnswer })
  capture(
    @IdParam('id') holdId: string,
    @Query() query: PartnerQuery,
    @Body() { ...wish }: CaptureDto,
    @CurrentActor() actor: Actor,
  ): Promise<PostedAnswer> {
    return this.points.post({ does: 'capture', holdId, ...wish }, { actor, query });
  }

  @Post('holds/:id/release')
  @ApiOperation({ summary: 'Give back what is held', description: 'The same again gets the same answer.' })
  @HttpCode(200)
  @ApiIdParam()
  @ApiOkResponse({ type: PostedAnswer })
  release(
    @IdParam('id') holdId: string,
    @Query() query: PartnerQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PostedAnswer> {
    return this.points.post({ does: 'release', holdId }, { actor, query });
  }

  @Post('transfers')
  @ApiOperation({ summary: 'Transfer points from member to member', description: again })
  @ApiCreatedResponse({ type: PostedAnswer, description: 'The balance is that of the member who gave them' })
  @ApiOkResponse({ type: PostedAnswer, description: before })
  transfer(
    @Query() query: PartnerQuery,
    @Body() { ...said }: TransferDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostedAnswer> {
    return this.points.post({ does: 'transfer', ...said }, { actor, query, reply });
  }

  @Post('entries/:id/reversal')
  @ApiOperation({
    summary: 'Take an accrual or a redemption back',
    description:
      'By an entry that does the opposite: 201 the first time, 200 with the same answer after that.',
  })
  @ApiIdParam()
  @ApiCreatedResponse({ type: PostedAnswer })
  @ApiOkResponse({ type: PostedAnswer, description: before })
  reverse(
    @IdParam('id') entryId: string,
    @Query() query: PartnerQuery,
    @Body() { description }: ReversalDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostedAnswer> {
    return this.points.post({ does: 'reverse', entryId, description }, { actor, query, reply });
  }
}
