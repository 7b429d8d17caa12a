/** How orders come by their stock: it is held for what they wish for, or what a cart holds becomes theirs. */
import { Injectable } from '@nestjs/common';
import {
  StockQueries,
  StockService,
  type HoldAgainAnswer,
  type HoldAnswer,
  type HoldRequest,
  type TakeOverAnswer,
} from '@plaza/catalog';
import type { PricedLine } from '../orders/order-lines';
import { branchUnknown, cartEmpty, idConflict, outOfStock, productsUnknown } from '../orders.errors';
import type { PlaceOrder } from './place-order';

export type OrderHold = HoldAnswer | HoldAgainAnswer | TakeOverAnswer;
type Refusal = Exclude<OrderHold, { outcome: 'held' | 'asked-before' }>;

/** A payment taken in the last second still finds its stock; an order that ends gives it back at once all the same. */
const holdBeyondPaymentMs = 15 * 60_000;

export function holdUntil(now: Date, paymentMs: number): Date {
  return new Date(now.getTime() + paymentMs + holdBeyondPaymentMs);
}

export function payBeforeOf(heldUntil: Date): Date {
  return new Date(heldUntil.getTime() - holdBeyondPaymentMs);
}

@Injectable()
export class OrderHolds {
  constructor(
    private readonly stock: StockService,
    private readonly held: StockQueries,
  ) {}

  /** @returns one answer per command, in the same order */
  take(commands: readonly PlaceOrder[], until: Date): Promise<OrderHold[]> {
    return splitByCart(
      commands,
      (fromItems) => this.stock.hold(fromItems.map((command) => requestOf(command, until))),
      (fromCarts) =>
        this.stock.takeOver(fromCarts.map(({ id, cart }) => ({ from: cart.holdOwnerId, to: id, until }))),
    );
  }

  /** For orders that got no further than their hold. */
  takeAgain(commands: readonly PlaceOrder[], until: Date): Promise<OrderHold[]> {
    return splitByCart(
      commands,
      (fromItems) => this.stock.holdAgain(fromItems.map((command) => requestOf(command, until))),
      (fromCarts) => this.keepTakenOver(fromCarts, until),
    );
  }

  async giveBack(orderIds: readonly string[]): Promise<void> {
    await this.stock.release(orderIds);
  }

  /** What was the cart's is the order's already. */
  private async keepTakenOver(commands: readonly FromCart[], until: Date): Promise<OrderHold[]> {
    const owners = commands.flatMap(({ id, cart }) => [id, cart.holdOwnerId]);
    const held = await this.held.heldBy(owners);
    const answers: OrderHold[] = [];
    for (const command of commands) {
      const own = held.get(command.id) ?? [];
      const [first] = own;
      const cartHolds = held.has(command.cart.holdOwnerId);
      if (!first || cartHolds) {
        answers.push({ outcome: 'other-content' });
      } else {
        const request = requestOf({ ...command, branchId: first.branchId, items: own }, until);
        answers.push(...(await this.stock.holdAgain([request])));
      }
    }
    return answers;
  }
}

type FromCart = PlaceOrder & Required<Pick<PlaceOrder, 'cart'>>;

async function splitByCart(
  commands: readonly PlaceOrder[],
  forItems: (commands: PlaceOrder[]) => Promise<OrderHold[]>,
  forCarts: (commands: FromCart[]) => Promise<OrderHold[]>,
): Promise<OrderHold[]> {
  const fromCarts = commands.flatMap(({ cart, ...command }) => (cart ? [{ ...command, cart }] : []));
  const fromItems = commands.filter(({ cart }) => cart === undefined);
  const ofCarts = (fromCarts.length > 0 ? await forCarts(fromCarts) : []).values();
  const ofItems = (fromItems.length > 0 ? await forItems(fromItems) : []).values();
  return commands.map(({ cart }): OrderHold => {
    const { value } = (cart ? ofCarts : ofItems).next();
    if (value === undefined) throw new Error('Fewer holds were answered than were asked for');
    return value;
  });
}

function requestOf({ id, branchId, items }: PlaceOrder, until: Date): HoldRequest {
  const lines = items.map(({ productId, quantity }) => ({ productId, quantity }));
  return { ownerId: id, branchId, lines, until };
}

/** The held lines at the prices that count: the list's, unless somebody at the counter named others. */
export function pricedLines(
  held: readonly { productId: string; name: string; quantity: number; unitPrice: number; currency: string }[],
  wished: PlaceOrder['items'] = [],
): PricedLine[] {
  const prices = new Map(wished.map(({ productId, unitPrice }) => [productId, unitPrice]));
  return held.map(({ productId, name, quantity, unitPrice: listPrice, currency }) => {
    const unitPrice = prices.get(productId) ?? listPrice;
    return { productId, name, quantity, unitPrice, listPrice, currency };
  });
}

export function refusalOf(
  { id, branchId, items, cart }: Pick<PlaceOrder, 'id' | 'branchId' | 'items' | 'cart'>,
  answer: Refusal,
): Error {
  switch (answer.outcome) {
    case 'short':
      return outOfStock(answer.short);
    case 'branch-unknown':
      return branchUnknown(branchId);
    case 'products-unknown':
      return productsUnknown(
        answer.productIds.map((productId) => ({
          productId,
          line: items.findIndex((item) => item.productId === productId),
        })),
      );
    case 'nothing-held':
      return cartEmpty(cart?.cartId ?? id);
    case 'other-content':
      return idConflict(id, [cart ? 'cartId' : 'items']);
    case 'ended':
      return idConflict(id, []);
  }
}
