/** Carts: begun, filled, emptied, given more time. What lies in one is held for its customer until it expires. */
import { Body, Controller, Delete, Get, Header, HttpCode, Post, Put, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import { CartsQueries, CartsService, type CartView } from '@plaza/orders';
import { ForRoles, newId, type Actor } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../http/current-actor';
import { ApiIdParam, IdParam } from '../http/fields';
import { MayBeRepeated } from '../http/idempotency.interceptor';
import { CartAnswer, CartItemDto, OpenCartDto } from './carts.dto';

@ApiTags('carts')
@ApiBearerAuth()
@ForRoles('customer', 'staff')
@Controller('orders/carts')
export class CartsController {
  constructor(
    private readonly carts: CartsService,
    private readonly queries: CartsQueries,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Open a cart',
    description:
      'With an id in the body it is safe to send again: 201 the first time, 200 with the same cart after that.',
  })
  @Header('Cache-Control', 'no-store')
  @ApiCreatedResponse({ type: CartAnswer })
  @ApiOkResponse({ type: CartAnswer, description: 'It had been begun before' })
  async open(
    @Body() { id = newId(), branchId = ONLINE_BRANCH_ID }: OpenCartDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CartView> {
    const { cart, created } = await this.carts.open(id, branchId, actor);
    void reply.status(created ? 201 : 200);
    return cart;
  }

  @Get(':id')
  @ApiOperation({ summary: 'See a cart' })
  @Header('Cache-Control', 'no-store')
  @ApiIdParam()
  @ApiOkResponse({ type: CartAnswer })
  get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<CartView> {
    return this.queries.view(id, actor);
  }

  @Put(':id/items/:productId')
  @ApiOperation({
    summary: 'Set how many of a product the cart holds',
    description: 'Sets how many of a product are in the cart, so that sending it again changes nothing.',
  })
  @Header('Cache-Control', 'no-store')
  @MayBeRepeated()
  @ApiIdParam()
  @ApiIdParam('productId')
  @ApiOkResponse({ type: CartAnswer })
  @ApiUnprocessableEntityResponse({ description: 'It cannot be in one order with what is in the cart' })
  setItem(
    @IdParam() id: string,
    @IdParam('productId') productId: string,
    @Body() { quantity }: CartItemDto,
    @CurrentActor() actor: Actor,
  ): Promise<CartView> {
    return this.carts.setItem(id, { productId, quantity }, actor);
  }

  @Delete(':id/items/:productId')
  @ApiOperation({
    summary: 'Take a product out of the cart',
    description: 'Takes a product out of the cart; one that is not in it may be taken out, too.',
  })
  @Header('Cache-Control', 'no-store')
  @MayBeRepeated()
  @ApiIdParam()
  @ApiIdParam('productId')
  @ApiOkResponse({ type: CartAnswer })
  removeItem(
    @IdParam() id: string,
    @IdParam('productId') productId: string,
    @CurrentActor() actor: Actor,
  ): Promise<CartView> {
    return this.carts.setItem(id, { productId, quantity: 0 }, actor);
  }

  @Post(':id/extend')
  @ApiOperation({
    summary: "Extend the cart's holds, once",
    description: 'Begins the time of the cart and of all that it holds anew, once.',
  })
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiIdParam()
  @ApiOkResponse({ type: CartAnswer })
  extend(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<CartView> {
    return this.carts.extend(id, actor);
  }
}
