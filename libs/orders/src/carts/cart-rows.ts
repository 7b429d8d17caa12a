/** The statements that lock and write carts. */
import type { Tx } from '@plaza/platform';
import { In } from 'typeorm';
import { Cart } from './cart.entity';

/** Locks the carts, in the order of their ids, so that nobody waits in a circle. */
export async function lockCarts(tx: Tx, ids: readonly string[]): Promise<Map<string, Cart>> {
  const carts = await tx.find(Cart, {
    where: { id: In(ids) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return new Map(carts.map((cart) => [cart.id, cart]));
}

/** Writes a new cart. @returns false when its id is taken */
export async function insertCart(tx: Tx, cart: Cart): Promise<boolean> {
  const { id, holdOwnerId, customerId, createdBy, branchId, createdAt, expiresAt } = cart;
  const inserted = await tx.query<unknown[]>(
    `INSERT INTO orders.carts (id, hold_owner_id, customer_id, created_by, branch_id, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT ON CONSTRAINT carts_pk DO NOTHING RETURNING id`,
    [id, holdOwnerId, customerId, createdBy, branchId, createdAt, expiresAt],
  );
  return inserted.length === 1;
}

/** Writes until when carts that are locked stand. */
export async function recordTimes(tx: Tx, carts: readonly Cart[]): Promise<void> {
  await tx.query(
    `UPDATE orders.carts SET expires_at = new.expires_at, extended_at = new.extended_at
     FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS new (id, expires_at, extended_at)
     WHERE carts.id = new.id`,
    [
      carts.map(({ id }) => id),
      carts.map(({ expiresAt }) => expiresAt),
      carts.map(({ extendedAt }) => extendedAt),
    ],
  );
}
