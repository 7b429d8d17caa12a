/** What can be asked about the waiting list, and about what was told to those in it. */
import { Injectable } from '@nestjs/common';
import { Clock, Database, type Actor } from '@plaza/platform';
import type { CartEvent } from './cart-events';
import { CartsQueries } from './carts.queries';

export interface WaitingView {
  id: string;
  productId: string;
  /** How many the cart is to have of it. */
  quantity: number;
  /** 1 is next. */
  position: number;
  askedAt: Date;
  waitsUntil: Date;
}

/** What is known already of a cart's events. */
export interface CartEventsKnown {
  cartId: string;
  /** The id of the last; 0 when none is. */
  after: bigint;
}

const columns = `waiting.id, waiting.product_id AS "productId", waiting.quantity, waiting.asked_at AS "askedAt",
  waiting.waits_until AS "waitsUntil",
  (SELECT count(*)::integer FROM orders.waiting ahead
   WHERE ahead.status = 'waiting' AND ahead.waits_until > $2 AND ahead.branch_id = waiting.branch_id
     AND ahead.product_id = waiting.product_id AND ahead.place <= waiting.place) AS position`;

@Injectable()
export class WaitingQueries {
  constructor(
    private readonly database: Database,
    private readonly carts: CartsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * What a cart waits for, in the order in which it was asked for.
   * @throws PlazaError `orders.cart-unknown`
   */
  async list(cartId: string, actor: Actor): Promise<{ items: WaitingView[]; next: null }> {
    await this.carts.cart(cartId, actor);
    const items = await this.database.read<WaitingView>(
      `SELECT ${columns} FROM orders.waiting
       WHERE cart_id = $1 AND status = 'waiting' AND waits_until > $2 ORDER BY place`,
      [cartId, this.clock.now()],
    );
    return { items, next: null };
  }

  /** One entry that waits, by its id. */
  async entry(id: string): Promise<WaitingView | undefined> {
    const [entry] = await this.database.read<WaitingView>(
      `SELECT ${columns} FROM orders.waiting WHERE id = $1 AND waits_until > $2`,
      [id, this.clock.now()],
    );
    return entry;
  }

  /** What carts were told after what they know, at most `limit` each, for many of them with one question. */
  eventsAfter(known: readonly CartEventsKnown[], limit: number): Promise<CartEvent[]> {
    return this.database.read<CartEvent>(
      `SELECT event.id, event.cart_id AS "cartId", event.type, event.data
       FROM unnest($1::uuid[], $2::bigint[]) AS known (cart_id, event_id)
       CROSS JOIN LATERAL (
         SELECT id, cart_id, type, data FROM orders.cart_events
         WHERE cart_id = known.cart_id AND id > known.event_id ORDER BY id LIMIT $3
       ) event
       ORDER BY event.id`,
      [known.map(({ cartId }) => cartId), known.map(({ after }) => String(after)), limit],
    );
  }
}
