/**
 * What a cart's customer is told while they wait. Written in the transaction that made it true, with ids that only grow, so that
 * a client that was away asks for what came after the last it has heard of.
 */
import type { Tx } from '@plaza/platform';

/** Raised after the commit of new events, for those who pass them on. */
export const CART_EVENTS_SIGNAL = 'plaza_cart_events';

export type WaitingEnd = 'time-over' | 'withdrawn' | 'cart-ordered' | 'does-not-fit' | 'product-not-sold';

/** What was waited for is in the cart now. */
export interface Promoted {
  type: 'promoted';
  data: { waitingId: string; productId: string; quantity: number; expiresAt: string };
}

/** It is not waited for any more. */
export interface WaitingEnded {
  type: 'waiting-ended';
  data: { waitingId: string; productId: string; reason: WaitingEnd };
}

export type CartFact = Promoted | WaitingEnded;
export type CartEvent = CartFact & { id: string; cartId: string };

export interface CartNews {
  cartId: string;
  fact: CartFact;
}

/** In the order given. The rows of these carts are locked. */
export async function addCartEvents(tx: Tx, news: readonly CartNews[], at: Date): Promise<void> {
  if (news.length === 0) return;
  await tx.query(
    `INSERT INTO orders.cart_events (cart_id, type, data, at)
     SELECT cart_id, type, data, $4 FROM unnest($1::uuid[], $2::text[], $3::jsonb[]) WITH ORDINALITY AS told (cart_id, type, data, turn)
     ORDER BY turn`,
    [
      news.map(({ cartId }) => cartId),
      news.map(({ fact }) => fact.type),
      news.map(({ fact }) => JSON.stringify(fact.data)),
      at,
    ],
  );
}
