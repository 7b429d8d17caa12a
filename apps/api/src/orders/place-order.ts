/** Turns what a client sends into an order of its own: from items or from a cart, decided at once or when its turn comes. */
import { Injectable } from '@nestjs/common';
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import { PlacingService, type OrderView, type PlacedOrder, type PlaceOrder } from '@plaza/orders';
import { InvalidInput, requestContext, type Actor } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import type { BatchedOrderDto, PlaceOrderDto } from './orders.dto';

/** RFC 7240, section 4.1; other preferences are not looked at. */
const respondAsync = /(?:^|,)\s*respond-async\s*(?:,|;|$)/i;

@Injectable()
export class OrderPlacing {
  constructor(private readonly placing: PlacingService) {}

  async place(wish: PlaceOrderDto, actor: Actor, reply: FastifyReply): Promise<OrderView> {
    const { id, cartId, branchId, items } = wish;
    refuseUnlessOne(wish);
    if (cartId !== undefined || items === undefined) {
      const context = requestContext.current();
      const cart = { ...(id !== undefined && { id }), cartId: cartId ?? '', actor, context };
      return answered(await this.placing.placeFromCart(cart), reply);
    }
    const command = this.commandOf({ id, branchId, items }, actor);
    if (!wishesAsync(reply)) return answered(await this.placing.place(command), reply);
    const accepted = await this.placing.accept(command);
    void reply.header('preference-applied', 'respond-async').header('vary', 'Prefer');
    if (accepted.order.status !== 'accepted') return answered({ ...accepted, created: false }, reply);
    void reply.status(202).header('location', `/v1/orders/${accepted.order.id}`);
    return accepted.order;
  }

  placeOneOfBatch(wish: BatchedOrderDto, actor: Actor): Promise<PlacedOrder> {
    return this.placing.place(this.commandOf(wish, actor));
  }

  private commandOf(
    wish: Pick<PlaceOrder, 'items'> & {
      id?: string | undefined;
      branchId?: string | undefined;
      placedAt?: Date | undefined;
    },
    actor: Actor,
  ): PlaceOrder {
    const { id = requestContext.idToMake(), branchId = ONLINE_BRANCH_ID, items, placedAt } = wish;
    const customerId = actor.kind === 'customer' ? actor.id : null;
    const context = requestContext.current();
    return { id, customerId, branchId, items, context, ...(placedAt && { placedAt }) };
  }
}

function answered({ order, created }: PlacedOrder, reply: FastifyReply): OrderView {
  void reply.status(created ? 201 : 200);
  return order;
}

function wishesAsync({ request }: FastifyReply): boolean {
  const { prefer } = request.headers;
  return respondAsync.test(Array.isArray(prefer) ? prefer.join() : (prefer ?? ''));
}

/** A cart has its branch and its items. */
function refuseUnlessOne({ cartId, branchId, items }: PlaceOrderDto): void {
  if (cartId === undefined && items === undefined) {
    throw new InvalidInput([{ pointer: '/items', detail: 'must be given, unless a cart is ordered' }]);
  }
  if (cartId === undefined) return;
  const extra = [
    ...(items === undefined ? [] : ['/items']),
    ...(branchId === undefined ? [] : ['/branchId']),
  ];
  if (extra.length === 0) return;
  throw new InvalidInput(extra.map((pointer) => ({ pointer, detail: 'is told by the cart; leave it out' })));
}
