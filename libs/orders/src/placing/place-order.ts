/** The wish to place an order, and when a second one is the same wish. */
import type { RequestContext } from '@plaza/platform';
import type { OrderView } from '../orders/order-view';
import { idConflict } from '../orders.errors';

export interface WishedLine {
  productId: string;
  quantity: number;
  /** The price at the counter, in place of the list's. */
  unitPrice?: number;
}

export interface PlaceOrder {
  /** Made by the client, so that sending it again is safe. */
  id: string;
  /** Null for somebody at the counter whom nobody knows. */
  customerId: string | null;
  branchId: string;
  /** None where a cart is ordered: what it holds is what is wished. */
  items: WishedLine[];
  /** The cart that is ordered. */
  cart?: { cartId: string; holdOwnerId: string };
  /** At the counter, and paid at once. */
  sale?: boolean;
  /** When its client says that it was placed. */
  placedAt?: Date;
  /** Whose request it is. */
  context: RequestContext;
}

export interface PlacedOrder {
  order: OrderView;
  /** False when it had been placed before. */
  created: boolean;
}

/** The answer to a wish whose id is that of an order which stands. */
export function answerAgain(command: PlaceOrder, order: OrderView): PlacedOrder | Error {
  if (order.customerId !== command.customerId) {
    return idConflict(command.id, command.sale && order.sale ? ['document'] : []);
  }
  const differs = command.cart
    ? order.cartId === command.cart.cartId
      ? []
      : ['cartId']
    : [
        ...(order.branchId === command.branchId ? [] : ['branchId']),
        ...(isSameContent(command, order) ? [] : ['items']),
        ...(order.sale === (command.sale ?? false) ? [] : ['sale']),
        ...(order.cartId === null ? [] : ['cartId']),
      ];
  return differs.length > 0 ? idConflict(command.id, differs) : { order, created: false };
}

function isSameContent({ items, sale = false }: PlaceOrder, order: OrderView): boolean {
  if (items.length !== order.items.length) return false;
  const lines = new Map(order.items.map((line) => [line.productId, line]));
  return items.every(({ productId, quantity, unitPrice }) => {
    const line = lines.get(productId);
    if (line?.quantity !== quantity) return false;
    return !sale || line.unitPrice === (unitPrice ?? line.listPrice);
  });
}
