/** Orders: placed, seen and cancelled by their customers; seen, handed over and refunded by staff. */
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  OrdersQueries,
  OrdersService,
  type HistoryEntry,
  type OrderPage,
  type OrderView,
} from '@plaza/orders';
import { ForRoles, type Actor } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../http/current-actor';
import { ApiEventStream } from '../http/event-stream';
import { ApiIdParam, IdParam } from '../http/fields';
import { MayBeRepeated } from '../http/idempotency.interceptor';
import { OrderEvents } from './order-events';
import { OrderLists } from './order-lists';
import { HistoryAnswer, OrderAnswer, OrderPageAnswer } from './orders.answers';
import { CancelOrderDto, OrderListQuery, PlaceOrderDto, RefundOrderDto } from './orders.dto';
import { OrderPlacing } from './place-order';
import { RefundOrder } from './refund-order';

@ApiTags('orders')
@ApiBearerAuth()
@ForRoles('customer', 'staff')
@Controller('orders')
export class OrdersController {
  constructor(
    private readonly placing: OrderPlacing,
    private readonly orders: OrdersService,
    private readonly queries: OrdersQueries,
    private readonly lists: OrderLists,
    private readonly streams: OrderEvents,
    private readonly refunds: RefundOrder,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Place an order',
    description:
      'From items or from a cart. The id in the body makes it safe to send again: 201 the first time, 200 with the same order after that. With `Prefer: respond-async` the items are taken in at once and decided when their turn comes.',
  })
  @MayBeRepeated()
  @ApiHeader({ name: 'Prefer', required: false, description: '`respond-async`: to be decided later' })
  @ApiCreatedResponse({ type: OrderAnswer })
  @ApiAcceptedResponse({ type: OrderAnswer, description: 'Taken in; `Location` tells what becomes of it' })
  @ApiOkResponse({ type: OrderAnswer, description: 'It had been placed before' })
  place(
    @Body() wish: PlaceOrderDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrderView> {
    return this.placing.place(wish, actor, reply);
  }

  @Get()
  @ApiOperation({ summary: 'List orders, newest first' })
  @ApiOkResponse({ type: OrderPageAnswer })
  list(@Query() filter: OrderListQuery, @CurrentActor() actor: Actor): Promise<OrderPage> {
    return this.lists.list(filter, actor);
  }

  @Get(':id')
  @ApiOperation({ summary: 'See an order' })
  @ApiIdParam()
  @ApiOkResponse({ type: OrderAnswer })
  get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<OrderView> {
    return this.queries.get(id, actor);
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'See every change of an order' })
  @ApiIdParam()
  @ApiOkResponse({ type: HistoryAnswer })
  history(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: HistoryEntry[]; next: null }> {
    return this.queries.history(id, actor);
  }

  @Get(':id/events')
  @ApiOperation({ summary: 'Listen to what happens to the order' })
  @ApiIdParam()
  @ApiEventStream('One event per change of status, until nothing can follow')
  events(@IdParam() id: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    return this.streams.connect(id, actor, reply);
  }

  @Post(':id/cancel')
  @ApiOperation({ summary: 'Cancel an order' })
  @HttpCode(200)
  @ApiIdParam()
  @ApiOkResponse({ type: OrderAnswer })
  async cancel(
    @IdParam() id: string,
    @Body() cancellation: CancelOrderDto,
    @CurrentActor() actor: Actor,
  ): Promise<OrderView> {
    await this.orders.cancel(id, cancellation.reason ?? null, actor);
    return this.queries.get(id, actor);
  }

  @Post(':id/fulfil')
  @ApiOperation({ summary: 'Hand an order over', description: 'Handed over, or sent.' })
  @HttpCode(200)
  @ForRoles('staff')
  @ApiIdParam()
  @ApiOkResponse({ type: OrderAnswer })
  async fulfil(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<OrderView> {
    await this.orders.fulfil(id, actor);
    return this.queries.get(id, actor);
  }

  @Post(':id/refund')
  @ApiOperation({
    summary: 'Refund an order',
    description:
      'Gives back all that is left of its payment. The order becomes `refunded` when the money has been given back; sending it again changes nothing.',
  })
  @HttpCode(200)
  @ForRoles('staff')
  @ApiIdParam()
  @ApiOkResponse({ type: OrderAnswer })
  async refund(
    @IdParam() id: string,
    @Body() { reason }: RefundOrderDto,
    @CurrentActor() actor: Actor,
  ): Promise<OrderView> {
    await this.refunds.refund(id, reason ?? null, actor);
    return this.queries.get(id, actor);
  }
}
