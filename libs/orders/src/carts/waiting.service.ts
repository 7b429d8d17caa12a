/** What is done with the waiting list by those who wait, and by time. */
import { Injectable } from '@nestjs/common';
import { CatalogQueries } from '@plaza/catalog';
import { Clock, Database, newId, Signals, type Actor, type Tx } from '@plaza/platform';
import type { Cart } from './cart.entity';
import { CART_EVENTS_SIGNAL } from './cart-events';
import { lockCarts } from './cart-rows';
import {
  cartUnknown,
  cartWaitsForTooMuch,
  inStock,
  itemUnknown,
  queueFull,
  waitingAlready,
  waitingPromoted,
  waitingUnknown,
} from './carts.errors';
import { CartsQueries } from './carts.queries';
import {
  endEntries,
  overdueEntries,
  statusesOf,
  type EndedEntry,
  type WaitingEntry,
  type WaitingStatus,
} from './waiting-rows';
import { WaitingQueries, type WaitingView } from './waiting.queries';

export interface AwaitedItem {
  productId: string;
  /** How many the cart is to have of it. */
  quantity: number;
}

export interface JoinedQueue {
  waiting: WaitingView;
  /** False when the cart waited for as many already. */
  created: boolean;
}

const waitMs = 24 * 60 * 60_000;
const waitingOfCartMax = 20;
const queueLengthMax = 1_000;

@Injectable()
export class WaitingService {
  constructor(
    private readonly database: Database,
    private readonly carts: CartsQueries,
    private readonly queries: WaitingQueries,
    private readonly catalog: CatalogQueries,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /**
   * Joins the queue for a product that is out of stock, for at most a day. The same again stays where it is.
   * @throws PlazaError `orders.in-stock` with how many there are, `orders.waiting-already` for another quantity,
   *   `orders.cart-waits-for-too-much`, `orders.waiting-list-full`, `orders.product-unknown`, `catalog.product-unknown`,
   *   `orders.cart-unknown`, `orders.cart-expired`, `orders.cart-ordered`
   */
  async join(cartId: string, item: AwaitedItem, actor: Actor): Promise<JoinedQueue> {
    const { cart, lines } = await this.carts.contents(cartId, actor);
    const { productId, quantity } = item;
    const product = await this.catalog.product(productId);
    if (!product.active) throw itemUnknown(productId);
    const [available = 0] = await this.catalog.available([{ productId, branchId: cart.branchId }]);
    const own = lines.find((line) => line.held && line.productId === productId)?.quantity ?? 0;
    if (own + available >= quantity) throw inStock(productId, own + available);
    const { id, created } = await this.database.transaction((tx) => this.enter(tx, cart, item));
    const waiting = await this.queries.entry(id);
    if (!waiting) throw waitingUnknown(id);
    return { waiting, created };
  }

  /**
   * Leaves the queue. Doing it again changes nothing.
   * @throws PlazaError `orders.cart-unknown`, `orders.waiting-unknown`, `orders.waiting-promoted`
   */
  async withdraw(cartId: string, waitingId: string, actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const cart = (await lockCarts(tx, [cartId])).get(cartId);
      if (!cart?.isOf(actor)) throw cartUnknown(cartId);
      const entry = await entryOf(tx, cartId, waitingId);
      if (!entry) throw waitingUnknown(waitingId);
      if (entry.status === 'promoted') throw waitingPromoted(waitingId);
      if (entry.status === 'waiting') await this.end(tx, [{ ...entry, reason: 'withdrawn' }]);
    });
  }

  /** Ends what has been waited for too long, at most `limit` entries; true when there may be more. */
  async endOverdue(limit: number): Promise<boolean> {
    const overdue = await overdueEntries(this.database, this.clock.now(), limit);
    if (overdue.length === 0) return false;
    await this.database.transaction(async (tx) => {
      await lockCarts(
        tx,
        overdue.map(({ cartId }) => cartId),
      );
      const statuses = await statusesOf(
        tx,
        overdue.map(({ id }) => id),
      );
      const ended = overdue.filter(({ id }) => statuses.get(id) === 'waiting');
      await this.end(
        tx,
        ended.map((entry) => ({ ...entry, reason: 'time-over' })),
      );
    });
    return overdue.length === limit;
  }

  private async enter(
    tx: Tx,
    { id: cartId }: Cart,
    item: AwaitedItem,
  ): Promise<{ id: string; created: boolean }> {
    const now = this.clock.now();
    const cart = (await lockCarts(tx, [cartId])).get(cartId);
    if (!cart) throw cartUnknown(cartId);
    cart.refuseUnlessOpen(now);
    const { productId, quantity } = item;
    const standing = await this.standing(tx, cart, productId);
    if (standing.id !== null && standing.quantity === quantity) return { id: standing.id, created: false };
    if (standing.id !== null) throw waitingAlready(standing.id, standing.quantity);
    if (standing.ofCart >= waitingOfCartMax) throw cartWaitsForTooMuch(waitingOfCartMax);
    if (standing.inQueue >= queueLengthMax) throw queueFull(productId, queueLengthMax);
    const id = newId();
    await tx.query(
      `INSERT INTO orders.waiting (id, cart_id, branch_id, product_id, quantity, status, asked_at, waits_until)
       VALUES ($1, $2, $3, $4, $5, 'waiting', $6, $7)`,
      [id, cart.id, cart.branchId, productId, quantity, now, new Date(now.getTime() + waitMs)],
    );
    return { id, created: true };
  }

  /** Locks the queue, so that places in it are committed in the order they count; what stands there, and in what the cart waits for. */
  private async standing(tx: Tx, { id, branchId }: Cart, productId: string): Promise<Standing> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [`${branchId} ${productId}`]);
    const [standing] = await tx.query<Standing[]>(
      `SELECT own.id, own.quantity,
              (SELECT count(*)::integer FROM orders.waiting WHERE cart_id = $1 AND status = 'waiting') AS "ofCart",
              (SELECT count(*)::integer FROM orders.waiting
               WHERE branch_id = $2 AND product_id = $3 AND status = 'waiting') AS "inQueue"
       FROM (VALUES (1)) one
       LEFT JOIN orders.waiting own ON own.cart_id = $1 AND own.product_id = $3 AND own.status = 'waiting'`,
      [id, branchId, productId],
    );
    if (!standing) throw new Error('One row was asked for and none came');
    return standing;
  }

  private async end(tx: Tx, ended: EndedEntry[]): Promise<void> {
    await endEntries(tx, ended, this.clock.now());
    if (ended.length > 0) this.signals.raiseAfterCommit(CART_EVENTS_SIGNAL);
  }
}

type Standing = ({ id: null; quantity: null } | { id: string; quantity: number }) & {
  ofCart: number;
  inQueue: number;
};

async function entryOf(tx: Tx, cartId: string, waitingId: string) {
  const [entry] = await tx.query<(WaitingEntry & { status: WaitingStatus })[]>(
    `SELECT id, cart_id AS "cartId", branch_id AS "branchId", product_id AS "productId", quantity, status
     FROM orders.waiting WHERE id = $1 AND cart_id = $2`,
    [waitingId, cartId],
  );
  return entry;
}
