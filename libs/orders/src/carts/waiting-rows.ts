/** The statements about the waiting list. Whoever changes an entry has the row of its cart locked. */
import type { StockPlace } from '@plaza/catalog';
import type { Database, Tx } from '@plaza/platform';
import { addCartEvents, type WaitingEnd } from './cart-events';

export type WaitingStatus = 'waiting' | 'promoted' | 'ended';

export interface WaitingEntry extends StockPlace {
  id: string;
  cartId: string;
  /** How many of it the cart is to have. */
  quantity: number;
}

/** The first in the queue for a product in a branch. */
export interface FirstInQueue extends WaitingEntry {
  holdOwnerId: string;
  cartExpiresAt: Date;
  /** Its cart has become an order: it waits in vain. */
  cartOrdered: boolean;
}

export interface EndedEntry extends WaitingEntry {
  reason: WaitingEnd;
}

const entryColumns = `waiting.id, waiting.cart_id AS "cartId", waiting.branch_id AS "branchId",
  waiting.product_id AS "productId", waiting.quantity`;
const beforeAllIds = '00000000-0000-0000-0000-000000000000';

/**
 * The first of every queue that comes after this one, of at most `limit` queues: one step through the index for each, however long
 * the queues are. Those who have waited too long are passed over.
 */
export function firstInQueues(
  database: Database,
  after: StockPlace | undefined,
  now: Date,
  limit: number,
): Promise<FirstInQueue[]> {
  const next = (place: string) => `
    SELECT id, cart_id, branch_id, product_id, quantity FROM orders.waiting
    WHERE status = 'waiting' AND waits_until > $3 AND (branch_id, product_id) > ${place}
    ORDER BY branch_id, product_id, place LIMIT 1`;
  return database.read<FirstInQueue>(
    `WITH RECURSIVE first AS (
       (${next('($1::uuid, $2::uuid)')})
       UNION ALL
       SELECT following.*
       FROM first CROSS JOIN LATERAL (${next('(first.branch_id, first.product_id)')}) following
     )
     SELECT ${entryColumns}, carts.hold_owner_id AS "holdOwnerId", carts.expires_at AS "cartExpiresAt",
            carts.order_id IS NOT NULL AS "cartOrdered"
     FROM (SELECT * FROM first LIMIT $4) waiting JOIN orders.carts ON carts.id = waiting.cart_id
     ORDER BY waiting.branch_id, waiting.product_id`,
    [after?.branchId ?? beforeAllIds, after?.productId ?? beforeAllIds, now, limit],
  );
}

/** Entries that have waited too long, longest ago first. */
export function overdueEntries(database: Database, now: Date, limit: number): Promise<WaitingEntry[]> {
  return database.read<WaitingEntry>(
    `SELECT ${entryColumns} FROM orders.waiting WHERE status = 'waiting' AND waits_until <= $1
     ORDER BY waits_until LIMIT $2`,
    [now, limit],
  );
}

/** How these entries stand; unknown ones are left out. Their carts are locked. */
export async function statusesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, WaitingStatus>> {
  const rows = await tx.query<{ id: string; status: WaitingStatus }[]>(
    'SELECT id, status FROM orders.waiting WHERE id = ANY ($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, status }) => [id, status]));
}

/** Takes entries that wait out of their queues. Their carts are locked. */
export async function leaveQueue(
  tx: Tx,
  entries: readonly WaitingEntry[],
  status: Exclude<WaitingStatus, 'waiting'>,
  now: Date,
): Promise<void> {
  if (entries.length === 0) return;
  await tx.query('UPDATE orders.waiting SET status = $2, ended_at = $3 WHERE id = ANY ($1::uuid[])', [
    entries.map(({ id }) => id),
    status,
    now,
  ]);
}

/** Ends what waits in vain, and tells it. Their carts are locked. */
export async function endEntries(tx: Tx, ended: readonly EndedEntry[], now: Date): Promise<void> {
  await leaveQueue(tx, ended, 'ended', now);
  const news = ended.map(({ id, cartId, productId, reason }) => {
    return { cartId, fact: { type: 'waiting-ended', data: { waitingId: id, productId, reason } } } as const;
  });
  await addCartEvents(tx, news, now);
}
