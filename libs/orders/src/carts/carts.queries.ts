/** What can be asked about carts. */
import { Injectable } from '@nestjs/common';
import { Database, type Actor } from '@plaza/platform';
import { Cart } from './cart.entity';
import { cartUnknown } from './carts.errors';

/** What placing an order from a cart has to know of it. */
export interface CartToPlace {
  cartId: string;
  /** Whose holds are to be taken over: not the id of the cart. */
  holdOwnerId: string;
  branchId: string;
  customerId: string | null;
  /** The order that it became before. */
  orderId: string | null;
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
  constructor(private readonly database: Database) {}

  /**
   * For placing an order from it, which an expired cart may try as well: what it held may still be there.
   * @throws PlazaError `orders.cart-unknown`, for a cart of somebody else too
   */
  async forPlacing(cartId: string, actor: Actor): Promise<CartToPlace> {
    const { holdOwnerId, branchId, customerId, orderId } = await this.cart(cartId, actor);
    return { cartId, holdOwnerId, branchId, customerId, orderId };
  }

  private async cart(id: string, actor: Actor): Promise<Cart> {
    const [row] = await this.database.read<CartRow>(`SELECT ${columns} FROM orders.carts WHERE id = $1`, [
      id,
    ]);
    const cart = row && Object.assign(new Cart(), row);
    if (!cart?.isOf(actor)) throw cartUnknown(id);
    return cart;
  }
}
