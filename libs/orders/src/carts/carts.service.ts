/** What is done with carts: begun, filled, emptied and given more time. */
import { Inject, Injectable } from '@nestjs/common';
import { CatalogQueries, StockService, type HoldChange, type HoldChangeAnswer } from '@plaza/catalog';
import { Clock, Database, SETTINGS, together, type Actor, type Settings, type Tx } from '@plaza/platform';
import { branchUnknown } from '../orders.errors';
import { misfit } from './cart-fit';
import { insertCart, lockCarts, recordTimes } from './cart-rows';
import { Cart } from './cart.entity';
import {
  cartExtendedAlready,
  cartIdConflict,
  cartsTooBusy,
  cartUnknown,
  itemOutOfStock,
  itemUnknown,
  tooManyCarts,
} from './carts.errors';
import { CartsQueries, viewOf, type CartContents, type CartView } from './carts.queries';

export interface OpenedCart {
  cart: CartView;
  /** False when it had been made before. */
  created: boolean;
}

export interface CartItemWish {
  productId: string;
  /** How many the cart is to have; 0 takes the product out. */
  quantity: number;
}

/** Carts of one person that hold something or may yet; requests of the same instant can pass it by as many as they are. */
const openCartsMax = 20;

const changedTogetherMax = 64;
const changesUnderWayMax = 2;
const changesWaitingMax = 1_000;

@Injectable()
export class CartsService {
  private readonly changeHold: (change: HoldChange) => Promise<HoldChangeAnswer>;

  constructor(
    private readonly stock: StockService,
    private readonly catalog: CatalogQueries,
    private readonly queries: CartsQueries,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.changeHold = together((changes: HoldChange[]) => stock.setHolds(changes), {
      batchMax: changedTogetherMax,
      underWayMax: changesUnderWayMax,
      waitingMax: changesWaitingMax,
      onFull: cartsTooBusy,
    });
  }

  /**
   * Begins a cart. The same again gets the same cart.
   * @throws PlazaError `orders.cart-id-conflict` for other content under the same id, `orders.branch-unknown`,
   *   `orders.too-many-carts`
   */
  async open(id: string, branchId: string, actor: Actor): Promise<OpenedCart> {
    if (!(await this.catalog.isBranch(branchId))) throw branchUnknown(branchId);
    const now = this.clock.now();
    const cart = Cart.open({ id, branchId, actor, now, holdMs: this.settings.orders.cartHoldMs });
    const created = await this.database.transaction((tx) => this.insert(tx, cart, now));
    const standing = await this.queries.find(id);
    if (standing?.createdBy !== actor.id) throw cartIdConflict(id, []);
    if (standing.branchId !== branchId) throw cartIdConflict(id, ['branchId']);
    return { cart: await this.queries.view(id, actor), created };
  }

  /**
   * Sets how many of a product lie in the cart, which are held from now until the cart expires. Doing it again changes nothing. Not to
   * be called inside another transaction.
   * @throws PlazaError `orders.cart-unknown`, `orders.cart-expired`, `orders.cart-ordered`, `orders.out-of-stock`,
   *   `orders.product-unknown`, `orders.branch-unknown`, `orders.cart-full`, `orders.mixed-currencies`,
   *   `orders.total-too-large`, `orders.too-busy`; the cart is as it was then
   */
  async setItem(id: string, item: CartItemWish, actor: Actor): Promise<CartView> {
    const before = await this.queries.contents(id, actor);
    before.cart.refuseUnlessOpen(this.clock.now());
    refuseUnlessHeld(await this.hold(before.cart, item), before.cart, item);
    const after = await this.queries.contents(id, actor);
    await this.takeBackWhatCannotStay(after, before, item);
    // It may have been given more time since what was put in was held until it was to expire.
    if (after.lines.some(({ held, heldUntil }) => held && heldUntil < after.cart.expiresAt)) {
      await this.stock.extendHolds(after.cart.holdOwnerId, after.cart.expiresAt);
    }
    return viewOf(after);
  }

  /**
   * Gives the customer more time for all that is in the cart, once.
   * @throws PlazaError `orders.cart-unknown`, `orders.cart-extended-already`, `orders.cart-expired`, `orders.cart-ordered`
   */
  async extend(id: string, actor: Actor): Promise<CartView> {
    const { cart, extended } = await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const locked = (await lockCarts(tx, [id])).get(id);
      if (!locked?.isOf(actor)) throw cartUnknown(id);
      const first = locked.extend(now, this.settings.orders.cartHoldMs);
      if (first) await recordTimes(tx, [locked]);
      return { cart: locked, extended: first };
    });
    // Also when it was extended before: that may have got no further than the cart.
    await this.stock.extendHolds(cart.holdOwnerId, cart.expiresAt);
    if (!extended) throw cartExtendedAlready(id, cart.expiresAt);
    return this.queries.view(id, actor);
  }

  private hold(
    { holdOwnerId, branchId, expiresAt }: Cart,
    change: Pick<HoldChange, 'productId' | 'quantity' | 'onlyFrom'>,
  ): Promise<HoldChangeAnswer> {
    return this.changeHold({ ownerId: holdOwnerId, branchId, until: expiresAt, ...change });
  }

  /** A cart that has expired meanwhile gives back by time alone; in one that became an order nothing may be left. */
  private async takeBackWhatCannotStay(
    after: CartContents,
    before: CartContents,
    item: CartItemWish,
  ): Promise<void> {
    const { productId } = item;
    const closed = after.cart.closedBecause(this.clock.now());
    if (after.cart.isOrdered) await this.hold(before.cart, { productId, quantity: 0 });
    if (closed) throw closed;
    const refusal =
      item.quantity > 0 ? misfit(after.lines, { productId, isNew: !lineOf(before, productId) }) : undefined;
    if (!refusal) return;
    const quantity = lineOf(before, productId)?.quantity ?? 0;
    await this.hold(before.cart, { productId, quantity, onlyFrom: item.quantity });
    throw refusal;
  }

  /** True when the cart was written, false when its id is taken. */
  private async insert(tx: Tx, cart: Cart, now: Date): Promise<boolean> {
    const [row] = await tx.query<{ known: boolean; open: number }[]>(
      `SELECT EXISTS (SELECT FROM orders.carts WHERE id = $1) AS known,
              (SELECT count(*)::integer FROM orders.carts
               WHERE created_by = $2 AND order_id IS NULL AND expires_at > $3) AS open`,
      [cart.id, cart.createdBy, now],
    );
    if (row?.known) return false;
    if ((row?.open ?? 0) >= openCartsMax) throw tooManyCarts(openCartsMax);
    return insertCart(tx, cart);
  }
}

function lineOf({ lines }: CartContents, productId: string) {
  return lines.find((line) => line.productId === productId);
}

function refuseUnlessHeld(answer: HoldChangeAnswer, { branchId }: Cart, item: CartItemWish): void {
  switch (answer.outcome) {
    case 'held':
    case 'released':
      return;
    case 'short':
      throw itemOutOfStock(item.productId, item.quantity, answer.available);
    case 'product-unknown':
      throw itemUnknown(item.productId);
    case 'branch-unknown':
      throw branchUnknown(branchId);
    case 'held-otherwise':
      throw new Error('A change was answered as if it had had a condition');
  }
}
