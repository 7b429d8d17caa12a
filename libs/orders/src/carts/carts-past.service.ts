/** Forgets what is long over: what those who waited were told, ends of waiting, and carts that never became an order. */
import { Injectable } from '@nestjs/common';
import { dayMs, Clock, Database } from '@plaza/platform';

/** Whoever comes back later than that looks at the cart itself. */
const eventsKeptMs = 2 * dayMs;
const cartsKeptMs = 30 * dayMs;

@Injectable()
export class CartsPast {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** At most `limit` of each kind; true when there may be more. What a forgotten cart held is free long since. */
  async forget(limit: number): Promise<boolean> {
    const nowMs = this.clock.now().getTime();
    const oldEvents = new Date(nowMs - eventsKeptMs);
    const oldCarts = new Date(nowMs - cartsKeptMs);
    const forgotten = [
      await this.delete(
        `DELETE FROM orders.cart_events WHERE id IN
           (SELECT id FROM orders.cart_events WHERE at < $1 ORDER BY at LIMIT $2)`,
        [oldEvents, limit],
      ),
      await this.delete(
        `DELETE FROM orders.waiting WHERE id IN
           (SELECT id FROM orders.waiting WHERE status <> 'waiting' AND ended_at < $1 ORDER BY ended_at LIMIT $2)`,
        [oldEvents, limit],
      ),
      await this.delete(
        `DELETE FROM orders.carts WHERE id IN
           (SELECT id FROM orders.carts
            WHERE order_id IS NULL AND expires_at < $1
              AND NOT EXISTS (SELECT FROM orders.waiting WHERE waiting.cart_id = carts.id)
            ORDER BY expires_at LIMIT $2)`,
        [oldCarts, limit],
      ),
    ];
    return forgotten.some((count) => count === limit);
  }

  private async delete(sql: string, parameters: unknown[]): Promise<number> {
    const [, count] = await this.database.transaction((tx) => tx.query<[unknown, number]>(sql, parameters));
    return count;
  }
}
