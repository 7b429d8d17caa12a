/** The waiting list: what a cart waits for while it is out of stock. Its first is promoted as soon as there is enough. */
import { Body, Controller, Delete, Get, Header, HttpCode, Post, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { WaitingQueries, WaitingService, type WaitingView } from '@plaza/orders';
import { ForRoles, type Actor } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../http/current-actor';
import { ApiIdParam, IdParam } from '../http/fields';
import { AwaitedItemDto, WaitingAnswer, WaitingListAnswer } from './carts.dto';

@ApiTags('carts')
@ApiBearerAuth()
@ForRoles('customer', 'staff')
@Controller('orders/carts/:id/waiting')
export class WaitingController {
  constructor(
    private readonly waiting: WaitingService,
    private readonly queries: WaitingQueries,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Wait for a product that is sold out',
    description: '201 the first time; 200 with the same place for as many of the same product again.',
  })
  @Header('Cache-Control', 'no-store')
  @ApiIdParam()
  @ApiCreatedResponse({ type: WaitingAnswer })
  @ApiOkResponse({ type: WaitingAnswer, description: 'The cart waited for as many already' })
  async join(
    @IdParam() id: string,
    @Body() item: AwaitedItemDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WaitingView> {
    const { waiting, created } = await this.waiting.join(id, item, actor);
    void reply.status(created ? 201 : 200);
    return waiting;
  }

  @Get()
  @ApiOperation({ summary: 'See what the cart waits for' })
  @Header('Cache-Control', 'no-store')
  @ApiIdParam()
  @ApiOkResponse({ type: WaitingListAnswer })
  list(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<{ items: WaitingView[]; next: null }> {
    return this.queries.list(id, actor);
  }

  @Delete(':waitingId')
  @ApiOperation({ summary: 'Wait no more' })
  @HttpCode(204)
  @ApiIdParam()
  @ApiIdParam('waitingId')
  @ApiNoContentResponse({ description: 'It is not waited for any more' })
  withdraw(
    @IdParam() id: string,
    @IdParam('waitingId') waitingId: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.waiting.withdraw(id, waitingId, actor);
  }
}
