/** Addresses of partners that are called with every event, and what came of each call. */
import { Body, Controller, Delete, Get, Header, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import {
  WebhooksQueries,
  WebhooksService,
  type DeliveryView,
  type RotatedWebhookSecret,
  type WebhookView,
} from '@plaza/loyalty';
import type { Actor, CountedPage, Page } from '@plaza/platform';
import { CurrentActor } from '../http/current-actor';
import { ApiIdParam, IdParam } from '../http/fields';
import { TellsSecrets } from '../http/idempotency.interceptor';
import { RotateSecretDto } from '../identity/partners.dto';
import { PartnerProgrammes, PartnerQuery, PartnerRoute } from './partner-programmes';
import {
  DeliveryListQuery,
  WebhookDeliveryPageAnswer,
  NewWebhookAnswer,
  NewWebhookDto,
  WebhookReplayAnswer,
  WebhookReplayDto,
  RotatedWebhookSecretAnswer,
  WebhookAnswer,
  WebhookChangeDto,
  WebhookListAnswer,
} from './webhooks.dto';

const minuteMs = 60_000;

@ApiTags('loyalty')
@ApiBearerAuth()
@PartnerRoute('loyalty:settings')
@Controller('loyalty/webhooks')
export class WebhooksController {
  constructor(
    private readonly programmes: PartnerProgrammes,
    private readonly webhooks: WebhooksService,
    private readonly queries: WebhooksQueries,
  ) {}

  @Get()
  @PartnerRoute('loyalty:read')
  @ApiOperation({ summary: 'List webhooks' })
  @ApiOkResponse({ type: WebhookListAnswer })
  async list(@Query() query: PartnerQuery, @CurrentActor() actor: Actor): Promise<Page<WebhookView>> {
    return { items: await this.queries.list(await this.programmes.of(actor, query)), next: null };
  }

  @Post()
  @ApiOperation({ summary: 'Be called with every event from now on' })
  @TellsSecrets()
  @Header('cache-control', 'no-store')
  @ApiCreatedResponse({ type: NewWebhookAnswer })
  @ApiUnprocessableEntityResponse({ description: 'The programme has as many as it can have' })
  async add(
    @Query() query: PartnerQuery,
    @Body() { url, description = null, eventTypes = null }: NewWebhookDto,
    @CurrentActor() actor: Actor,
  ): Promise<NewWebhookAnswer> {
    const programme = await this.programmes.of(actor, query);
    const { id, secret } = await this.webhooks.add(programme, { url, description, eventTypes });
    return { ...(await this.queries.get(programme, id)), secret };
  }

  @Get(':id')
  @PartnerRoute('loyalty:read')
  @ApiOperation({ summary: 'See a webhook, and how it is' })
  @ApiIdParam()
  @ApiOkResponse({ type: WebhookAnswer })
  async get(
    @IdParam() id: string,
    @Query() query: PartnerQuery,
    @CurrentActor() actor: Actor,
  ): Promise<WebhookView> {
    return this.queries.get(await this.programmes.of(actor, query), id);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a webhook, disable it or make it active again' })
  @ApiIdParam()
  @ApiOkResponse({ type: WebhookAnswer })
  async change(
    @IdParam() id: string,
    @Query() query: PartnerQuery,
    @Body() { ...change }: WebhookChangeDto,
    @CurrentActor() actor: Actor,
  ): Promise<WebhookView> {
    const programme = await this.programmes.of(actor, query);
    await this.webhooks.change(programme, id, change);
    return this.queries.get(programme, id);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Remove a webhook' })
  @HttpCode(204)
  @ApiIdParam()
  @ApiNoContentResponse()
  async remove(
    @IdParam() id: string,
    @Query() query: PartnerQuery,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.webhooks.remove(await this.programmes.of(actor, query), id);
  }

  @Post(':id/rotate-secret')
  @ApiOperation({
    summary: 'Give a webhook a new secret',
    description:
      'Deliveries are signed with all that are good. Those until now stay so for the overlap, so an answer that was lost can be asked for again.',
  })
  @TellsSecrets()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiIdParam()
  @ApiOkResponse({ type: RotatedWebhookSecretAnswer })
  @ApiUnprocessableEntityResponse({ description: 'The webhook has as many good secrets as it can have' })
  async rotateSecret(
    @IdParam() id: string,
    @Query() query: PartnerQuery,
    @Body() { overlapMinutes }: RotateSecretDto,
    @CurrentActor() actor: Actor,
  ): Promise<RotatedWebhookSecret> {
    const programme = await this.programmes.of(actor, query);
    return this.webhooks.rotateSecret(programme, id, overlapMinutes * minuteMs);
  }

  @Get(':id/deliveries')
  @PartnerRoute('loyalty:read')
  @ApiOperation({
    summary: 'See what was delivered to a webhook and what is to be, the newest events first',
    description: 'With every attempt: when it was, how long it took and what was answered.',
  })
  @ApiIdParam()
  @ApiOkResponse({ type: WebhookDeliveryPageAnswer })
  async deliveries(
    @IdParam() id: string,
    @Query() query: DeliveryListQuery,
    @CurrentActor() actor: Actor,
  ): Promise<CountedPage<DeliveryView>> {
    return this.queries.deliveries(await this.programmes.of(actor, query), id, query);
  }

  @Post(':id/replay')
  @ApiOperation({
    summary: 'Have an event, or a range of them, delivered again',
    description: 'Under the same ids and with the same content, by the schedule from its beginning.',
  })
  @HttpCode(202)
  @ApiIdParam()
  @ApiAcceptedResponse({ type: WebhookReplayAnswer })
  @ApiConflictResponse({ description: 'The webhook is not active' })
  async replay(
    @IdParam() id: string,
    @Query() query: PartnerQuery,
    @Body() { from, to = from }: WebhookReplayDto,
    @CurrentActor() actor: Actor,
  ): Promise<WebhookReplayAnswer> {
    return { events: await this.webhooks.replay(await this.programmes.of(actor, query), id, { from, to }) };
  }
}
