/**
 * What holds past their time have given back, although nobody has written it down yet. Time alone ends a hold, so whoever tells
 * what is available counts that as free; whoever changes stock finds it with the rows locked (`stock-rows.ts`).
 */

/** Far more than there are for a moment after they expire; those of a shop in which nobody writes them down for hours. */
const expiredMax = 10_000;

/**
 * Says nothing new to the rows, and to PostgreSQL that they are few. It counts most of the table as past its time, which is so, and
 * would take that for true of those that are live.
 */
const earliest = `(SELECT min(expires_at) FROM catalog.holds WHERE status = 'live')`;

/** How many came back to one place. */
export function freedAt(place: string, now: string): string {
  return `(SELECT coalesce(sum(holds.quantity), 0)::integer FROM catalog.holds
    WHERE holds.branch_id = ${place}.branch_id AND holds.product_id = ${place}.product_id
      AND holds.status = 'live' AND holds.expires_at <= ${now})`;
}

/**
 * Tables for a statement: in `freed` what came back in a branch, by product; in `returned` those products that are sold there and
 * had nothing left without it, with the columns of `catalog.offers`. The first look is a step in the index by expiry.
 */
export function freedTables(branch: string, now: string): string {
  return `freed AS MATERIALIZED (
      SELECT product_id, sum(quantity)::integer AS quantity
      FROM (SELECT branch_id, product_id, quantity FROM catalog.holds
            WHERE status = 'live' AND expires_at BETWEEN ${earliest} AND ${now}
            ORDER BY expires_at LIMIT ${String(expiredMax)}) expired
      WHERE branch_id = ${branch} GROUP BY product_id
    ), returned AS MATERIALIZED (
      SELECT stock.branch_id, stock.product_id, products.category_id, products.plain, products.price, products.created_at
      FROM freed
      JOIN catalog.stock ON stock.product_id = freed.product_id AND stock.branch_id = ${branch}
      JOIN catalog.products ON products.id = freed.product_id
      WHERE stock.available = 0 AND products.active AND products.deleted_at IS NULL
    )`;
}

/** When the next of a branch's sold-out products comes back, if one does before `until`; else null. */
export function nextFreedAt(branch: string, now: string, until: string): string {
  return `(SELECT min(holds.expires_at) FROM catalog.holds JOIN catalog.stock USING (branch_id, product_id)
    WHERE holds.status = 'live' AND holds.expires_at > ${now} AND holds.expires_at <= ${until}
      AND holds.branch_id = ${branch} AND stock.available = 0)`;
}
