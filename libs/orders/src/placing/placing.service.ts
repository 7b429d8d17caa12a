/** The ways in which an order begins: from items, from a cart, at the counter, or taken in to be decided later. */
import { setTimeout as passed } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { checkLines } from '@plaza/catalog';
import {
  idFrom,
  newId,
  PlazaError,
  requestContext,
  together,
  type Actor,
  type Member,
  type RequestContext,
} from '@plaza/platform';
import { Accepting } from './accepting';
import { CartsQueries, type CartToPlace } from '../carts/carts.queries';
import { cartOrdered } from '../carts/carts.errors';
import { placingContended, tooBusy } from '../orders.errors';
import { OrdersQueries } from '../orders/orders.queries';
import { answerAgain, type PlacedOrder, type PlaceOrder } from './place-order';
import { Placing } from './placing';

export interface OrderCart extends Pick<PlaceOrder, 'context'> {
  /** The client made it, and insists on it. */
  id?: string;
  cartId: string;
  /** Whose cart it has to be. */
  actor: Actor;
}

const limits = { underWayMax: 2, waitingMax: 1_000, onFull: tooBusy };
const placedTogetherMax = 64;
/** One at a time keeps the line, so it takes more with it. */
const acceptedTogetherMax = 256;
const acceptingWaitingMax = 5_000;
const lookAgainAfterMs = [0, 10, 20, 40, 80, 160, 320];

@Injectable()
export class PlacingService {
  private readonly placeTogether: (command: PlaceOrder) => Promise<PlacedOrder>;
  private readonly acceptTogether: (command: PlaceOrder) => Promise<PlacedOrder>;

  constructor(
    placing: Placing,
    accepting: Accepting,
    private readonly carts: CartsQueries,
    private readonly queries: OrdersQueries,
  ) {
    const placeAll = (commands: PlaceOrder[]) =>
      requestContext.runTogether('place-orders', commands.map(memberOf), () => placing.placeAll(commands));
    const acceptAll = (commands: PlaceOrder[]) =>
      requestContext.runTogether('accept-orders', commands.map(memberOf), () =>
        accepting.acceptAll(commands),
      );
    this.placeTogether = together(placeAll, {
      ...limits,
      batchMax: placedTogetherMax,
    });
    this.acceptTogether = together(acceptAll, {
      ...limits,
      batchMax: acceptedTogetherMax,
      underWayMax: 1,
      waitingMax: acceptingWaitingMax,
    });
  }

  /**
   * Places an order: its stock is held, whole or not at all, and it waits to be paid; a sale is paid at once. The same order again
   * gets the same answer.
   * @throws PlazaError `orders.out-of-stock` naming every short line, `orders.id-conflict` for other content under the same id,
   *   `orders.product-unknown`, `orders.branch-unknown`, `orders.mixed-currencies`, `orders.too-busy`; InvalidInput
   */
  async place(command: PlaceOrder): Promise<PlacedOrder> {
    checkLines(command.items, '/items');
    return this.placeTogether(command);
  }

  /**
   * Takes an order in, to be decided when its turn comes: its stock is not held yet, and it has no prices. The same order again gets
   * the same order, whatever became of it.
   * @throws PlazaError `orders.id-conflict`, `orders.line-full`, `orders.too-busy`; InvalidInput
   */
  async accept(command: PlaceOrder): Promise<PlacedOrder> {
    checkLines(command.items, '/items');
    return this.acceptTogether(command);
  }

  /**
   * Makes an order of what a cart holds, which is the order's from then on. The same cart again gets the same order.
   * @throws PlazaError `orders.cart-unknown`, `orders.cart-ordered` when it became another order, `orders.cart-empty`, and as `place`
   */
  async placeFromCart(wish: OrderCart): Promise<PlacedOrder> {
    const { id, cartId, actor, context } = wish;
    const cart = await this.carts.forPlacing(cartId, id, actor);
    if (cart.orderId !== null || cart.idTaken) return this.placedBefore(wish, cart);
    try {
      // Wherever the same cart is sent to at the same time, and after a crash, it is the same order that is gone on with.
      return await this.placeTogether(commandOf(id ?? idFrom(cart.holdOwnerId), cart, context));
    } catch (error) {
      if (!(error instanceof PlazaError)) throw error;
      // An order of this cart came to nothing before, and what has been put into the cart since is another one.
      const idIsSpent = id === undefined && error.code === 'orders.id-conflict';
      if (idIsSpent) return this.placeTogether(commandOf(newId(), cart, context));
      // Sent twice at the same time, the other one has what the cart held.
      if (error.code !== 'orders.cart-empty') throw error;
      const since = await this.orderedSince(wish);
      if (!since) throw error;
      return this.placedBefore(wish, since);
    }
  }

  /** What a cart held is gone before its order is written: whoever is in between is waited for, for less than a second. */
  private async orderedSince({ id, cartId, actor }: OrderCart): Promise<CartToPlace | undefined> {
    for (const waitMs of lookAgainAfterMs) {
      await passed(waitMs);
      const since = await this.carts.forPlacing(cartId, id, actor);
      if (since.orderId !== null) return since;
    }
    return undefined;
  }

  private async placedBefore({ id, context }: OrderCart, cart: CartToPlace): Promise<PlacedOrder> {
    const { cartId, orderId } = cart;
    if (orderId !== null && id !== undefined && orderId !== id) throw cartOrdered(cartId, orderId);
    const standingId = orderId ?? id ?? idFrom(cart.holdOwnerId);
    const standing = (await this.queries.byId([standingId])).get(standingId);
    if (!standing) throw placingContended(standingId);
    const again = answerAgain(commandOf(standing.id, cart, context), standing);
    if (again instanceof Error) throw again;
    return again;
  }
}

function commandOf(id: string, cart: CartToPlace, context: RequestContext): PlaceOrder {
  const { cartId, holdOwnerId, branchId, customerId } = cart;
  return { id, customerId, branchId, items: [], cart: { cartId, holdOwnerId }, context };
}

/** What is written under these ids is this one's. */
function memberOf({ id, cart, context }: PlaceOrder): Member {
  return { ids: cart ? [id, cart.cartId, cart.holdOwnerId] : [id], context };
}
