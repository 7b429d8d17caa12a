/** Orders that come in other ways than one by one from their customers: sold at the counter, or made without a connection. */
import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { OrderView } from '@plaza/orders';
import { ForRoles, type Actor } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../http/current-actor';
import { MayBeRepeated } from '../http/idempotency.interceptor';
import { OrderBatch, type BatchItem } from './batch';
import { BatchAnswer, OrderAnswer } from './orders.answers';
import { OrderBatchDto, SaleDto } from './orders.dto';
import { Sales } from './sales';

@ApiTags('orders')
@ApiBearerAuth()
@MayBeRepeated()
@Controller('orders')
export class SalesController {
  constructor(
    private readonly orders: OrderBatch,
    private readonly sales: Sales,
  ) {}

  @Post('batch')
  @ApiOperation({
    summary: 'Place orders that were made offline',
    description: 'Every order has its own outcome, in the order in which they were sent.',
  })
  @HttpCode(200)
  @ForRoles('customer', 'staff')
  @ApiOkResponse({ type: BatchAnswer })
  batch(@Body() { orders }: OrderBatchDto, @CurrentActor() actor: Actor): Promise<{ items: BatchItem[] }> {
    return this.orders.place(orders, actor);
  }

  @Post('sales')
  @ApiOperation({
    summary: 'Sell at the counter',
    description: 'Paid at the counter, at once. The id in the body makes it safe to send again.',
  })
  @ForRoles('staff')
  @ApiCreatedResponse({ type: OrderAnswer })
  @ApiOkResponse({ type: OrderAnswer, description: 'It had been sold before' })
  sell(@Body() sale: SaleDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<OrderView> {
    return this.sales.sell(sale, reply);
  }
}
