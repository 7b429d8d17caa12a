/** What can be asked about carts. */
import { Injectable } from '@nestjs/common';
import { StockQueries, type HeldView } from '@plaza/catalog';
import { Clock, Database, type Actor } from '@plaza/platform';
import { Cart } from './cart.entity';
import { cartUnknown } from './carts.errors';

export interface CartItem {
  productId: string;
  sku: string;
  name: string;
  quantity: number;
  /** Today's, in minor units of the cart's currency. */
  unitPrice: number;
  lineTotal: number;
  /** False once its time is over: it is for everybody again. */
  held: boolean;
}

export interface CartView {
  id: string;
  branchId: string;
  customerId: string | null;
  /** In the order of their names. */
  items: CartItem[];
  /** Minor units of `currency`; null when prices have changed so that there is no one sum. */
  total: number | null;
  /** Null while nothing is in it, and when prices have changed to several. */
  currency: string | null;
  createdAt: Date;
  expiresAt: Date;
  expired: boolean;
  /** It was given more time, and cannot be again. */
  extended: boolean;
  /** The order that it became. */
  orderId: string | null;
}

export interface CartLine extends CartItem {
  currency: string;
  heldUntil: Date;
}

export interface CartContents {
  cart: Cart;
  lines: CartLine[];
  /** When they were read. */
  at: Date;
}

/** What placing an order from a cart has to know of it. */
export interface CartToPlace {
  cartId: string;
  /** Whose holds are to be taken over: not the id of the cart. */
  holdOwnerId: string;
  branchId: string;
  customerId: string | null;
  /** The order that it became before. */
  orderId: string | null;
  /** There is an order of the wished id, of this cart or of something else. */
  idTaken: boolean;
}

type CartRow = Pick<
  Cart,
  | 'id'
  | 'holdOwnerId'
  | 'customerId'
  | 'createdBy'
  | 'branchId'
  | 'createdAt'
  | 'expiresAt'
  | 'extendedAt'
  | 'orderId'
>;

const columns = `id, hold_owner_id AS "holdOwnerId", customer_id AS "customerId", created_by AS "createdBy",
  branch_id AS "branchId", created_at AS "createdAt", expires_at AS "expiresAt", extended_at AS "extendedAt",
  order_id AS "orderId"`;

@Injectable()
export class CartsQueries {
  constructor(
    private readonly database: Database,
    private readonly stock: StockQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * A cart with all that lies in it, as `actor` may see it: customers see their own.
   * @throws PlazaError `orders.cart-unknown`
   */
  async view(id: string, actor: Actor): Promise<CartView> {
    return viewOf(await this.contents(id, actor));
  }

  /**
   * For placing an order from it, `wishedId` if the client insists on one, which an expired cart may try as well: what it held may still be there.
   * @throws PlazaError `orders.cart-unknown`, for a cart of somebody else too
   */
  async forPlacing(cartId: string, wishedId: string | undefined, actor: Actor): Promise<CartToPlace> {
    const [row] = await this.database.read<CartRow & { idTaken: boolean }>(
      `SELECT ${columns}, EXISTS (SELECT FROM orders.orders WHERE orders.id = $2::uuid) AS "idTaken"
       FROM orders.carts WHERE id = $1`,
      [cartId, wishedId ?? null],
    );
    if (!row || !Object.assign(new Cart(), row).isOf(actor)) throw cartUnknown(cartId);
    const { holdOwnerId, branchId, customerId, orderId, idTaken } = row;
    return { cartId, holdOwnerId, branchId, customerId, orderId, idTaken };
  }

  /** @throws PlazaError `orders.cart-unknown` */
  async contents(id: string, actor: Actor): Promise<CartContents> {
    const cart = await this.cart(id, actor);
    const lines = await this.linesOf([cart.holdOwnerId]);
    return { cart, lines: lines.get(cart.holdOwnerId) ?? [], at: this.clock.now() };
  }

  /** What lies in many carts, by the owners of their holds. */
  async linesOf(holdOwnerIds: readonly string[]): Promise<Map<string, CartLine[]>> {
    const held = await this.stock.heldBy(holdOwnerIds);
    return new Map([...held].map(([ownerId, holds]) => [ownerId, holds.map(asLine)]));
  }

  /** @throws PlazaError `orders.cart-unknown` */
  async cart(id: string, actor: Actor): Promise<Cart> {
    const cart = await this.find(id);
    if (!cart?.isOf(actor)) throw cartUnknown(id);
    return cart;
  }

  /** Whoever's it is. */
  async find(id: string): Promise<Cart | undefined> {
    const [row] = await this.database.read<CartRow>(`SELECT ${columns} FROM orders.carts WHERE id = $1`, [
      id,
    ]);
    return row && Object.assign(new Cart(), row);
  }
}

function asLine(hold: HeldView): CartLine {
  const { productId, sku, name, quantity, unitPrice, currency, live, expiresAt } = hold;
  return {
    ...{ productId, sku, name, quantity, unitPrice, lineTotal: unitPrice * quantity },
    ...{ held: live, currency, heldUntil: expiresAt },
  };
}

export function viewOf({ cart, lines, at }: CartContents): CartView {
  const { id, branchId, customerId, createdAt, expiresAt, extendedAt, orderId } = cart;
  const items = lines.map(({ currency: _currency, heldUntil: _heldUntil, ...item }) => item);
  const [currency = null, ...others] = new Set(lines.map((line) => line.currency));
  const sum = items.reduce((total, { lineTotal }) => total + lineTotal, 0);
  const total = others.length === 0 && Number.isSafeInteger(sum) ? sum : null;
  return {
    ...{ id, branchId, customerId, items, total, currency: others.length === 0 ? currency : null },
    ...{ createdAt, expiresAt, expired: cart.isExpired(at), extended: extendedAt !== null, orderId },
  };
}
