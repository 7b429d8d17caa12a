/** Orders: placed, seen and cancelled by their customers, seen and cancelled by staff. */
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import {
  OrdersQueries,
  OrdersService,
  type HistoryEntry,
  type OrderPage,
  type OrderView,
} from '@plaza/orders';
import { ForRoles, newId, requestContext, type Actor } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../http/current-actor';
import { ApiIdParam, IdParam } from '../http/fields';
import { WithoutIdempotencyKey } from '../http/idempotency.interceptor';
import {
  CancelOrderDto,
  HistoryAnswer,
  OrderAnswer,
  OrderListQuery,
  OrderPageAnswer,
  PlaceOrderDto,
} from './orders.dto';

@ApiTags('orders')
@ApiBearerAuth()
@ForRoles('customer', 'staff')
@Controller('orders')
export class OrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly queries: OrdersQueries,
  ) {}

  /** The id in the body makes it safe to send again: 201 the first time, 200 with the same order after that. */
  @Post()
  @WithoutIdempotencyKey()
  @ApiCreatedResponse({ type: OrderAnswer })
  @ApiOkResponse({ type: OrderAnswer, description: 'It had been placed before' })
  async place(
    @Body() { id = newId(), branchId = ONLINE_BRANCH_ID, items }: PlaceOrderDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrderView> {
    const customerId = actor.kind === 'customer' ? actor.id : null;
    const context = requestContext.current();
    const { order, created } = await this.orders.place({ id, customerId, branchId, items, context });
    void reply.status(created ? 201 : 200);
    return order;
  }

  @Get()
  @ApiOkResponse({ type: OrderPageAnswer })
  list(@Query() filter: OrderListQuery, @CurrentActor() actor: Actor): Promise<OrderPage> {
    return this.queries.list(filter, actor);
  }

  @Get(':id')
  @ApiIdParam()
  @ApiOkResponse({ type: OrderAnswer })
  get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<OrderView> {
    return this.queries.get(id, actor);
  }

  @Get(':id/history')
  @ApiIdParam()
  @ApiOkResponse({ type: HistoryAnswer })
  history(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: HistoryEntry[]; next: null }> {
    return this.queries.history(id, actor);
  }

  @Post(':id/cancel')
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
}
