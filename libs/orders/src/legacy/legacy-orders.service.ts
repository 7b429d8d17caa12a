/**
 * Brings in what the legacy shop sold, many purchases at a time. It is no news, so nothing is announced; no stock moves; and what is
 * here already stays as it is.
 */
import { Injectable } from '@nestjs/common';
import { Database, newId, requestContext, type Tx } from '@plaza/platform';
import { priceOf, type LegacyPurchase } from './legacy-purchase';

/** What became of one: new, here with the same content, or here with other content, which stays. */
export interface LegacyOrderImport {
  legacyId: number;
  outcome: 'created' | 'same' | 'different';
}

@Injectable()
export class LegacyOrdersService {
  constructor(private readonly database: Database) {}

  /**
   * @param purchases each id once
   * @returns what became of each, in this order
   */
  async bring(
    purchases: readonly LegacyPurchase[],
    { dryRun = false }: { dryRun?: boolean } = {},
  ): Promise<LegacyOrderImport[]> {
    if (purchases.length === 0) return [];
    return this.database.transaction(async (tx) => {
      const created = dryRun ? await unknownOf(tx, purchases) : await insert(tx, purchases);
      const known = purchases.filter(({ legacyId }) => !created.has(legacyId));
      const same = known.length > 0 ? await sameOf(tx, known, dryRun) : new Set<number>();
      return purchases.map(({ legacyId }) => {
        if (created.has(legacyId)) return { legacyId, outcome: 'created' };
        return { legacyId, outcome: same.has(legacyId) ? 'same' : 'different' };
      });
    });
  }
}

/** Those that are not there. */
async function unknownOf(tx: Tx, purchases: readonly LegacyPurchase[]): Promise<Set<number>> {
  const unknown = new Set(purchases.map(({ legacyId }) => legacyId));
  const rows = await tx.query<{ legacyId: string }[]>(
    'SELECT legacy_id AS "legacyId" FROM orders.orders WHERE legacy_id = ANY ($1::bigint[])',
    [[...unknown]],
  );
  for (const { legacyId } of rows) unknown.delete(Number(legacyId));
  return unknown;
}

/** @returns those that were not there */
async function insert(tx: Tx, purchases: readonly LegacyPurchase[]): Promise<Set<number>> {
  const { actor } = requestContext.current();
  const rows = await tx.query<{ legacyId: string }[]>(
    `WITH purchases AS (
       SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::timestamptz[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[],
                            $8::bigint[], $9::bigint[], $10::bigint[], $11::text[], $12::text[])
         AS purchase (id, legacy_id, at, customer_id, branch_id, product_id, name, charged, list_price, price, currency, description)
     ), placed AS (
       INSERT INTO orders.orders
         (id, legacy_id, customer_id, branch_id, status, total, currency, version, created_at, paid_at)
       SELECT id, legacy_id, customer_id, branch_id, 'fulfilled', price, CASE WHEN price IS NOT NULL THEN currency END, 1, at, at
       FROM purchases ORDER BY legacy_id
       ON CONFLICT (legacy_id) WHERE legacy_id IS NOT NULL DO NOTHING
       RETURNING id, legacy_id
     ), lines AS (
       INSERT INTO orders.order_lines
         (order_id, line_no, product_id, name, quantity, unit_price, list_price, line_total, legacy)
       SELECT id, 1, product_id, name, 1, charged, list_price, price, true FROM purchases JOIN placed USING (id)
     ), history AS (
       INSERT INTO orders.order_history (order_id, version, to_status, at, actor_kind, actor_id, reason)
       SELECT id, 1, 'fulfilled', at, $13, $14, description FROM purchases JOIN placed USING (id)
     )
     SELECT legacy_id AS "legacyId" FROM placed`,
    [purchases.map(() => newId()), ...columnsOf(purchases), actor?.kind ?? null, actor?.id ?? null],
  );
  return new Set(rows.map(({ legacyId }) => Number(legacyId)));
}

/**
 * Those that say the same as what is here.
 * @param anyCustomer in a dry run, in which customers may not have their ids yet
 */
async function sameOf(
  tx: Tx,
  purchases: readonly LegacyPurchase[],
  anyCustomer: boolean,
): Promise<Set<number>> {
  const rows = await tx.query<{ legacyId: string }[]>(
    `SELECT orders.legacy_id AS "legacyId"
     FROM unnest($1::bigint[], $2::timestamptz[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::bigint[], $8::bigint[],
                 $9::bigint[], $10::text[], $11::text[])
       AS purchase (legacy_id, at, customer_id, branch_id, product_id, name, charged, list_price, price, currency, description)
     JOIN orders.orders ON orders.legacy_id = purchase.legacy_id
     JOIN orders.order_lines line ON line.order_id = orders.id AND line.line_no = 1
     WHERE (orders.created_at, orders.branch_id, line.product_id, line.unit_price, orders.total)
         IS NOT DISTINCT FROM (purchase.at, purchase.branch_id, purchase.product_id, purchase.charged, purchase.price)
       AND ($12 OR orders.customer_id IS NOT DISTINCT FROM purchase.customer_id)`,
    [...columnsOf(purchases), anyCustomer],
  );
  return new Set(rows.map(({ legacyId }) => Number(legacyId)));
}

/** One array per column, as `unnest` takes them. */
function columnsOf(purchases: readonly LegacyPurchase[]): unknown[][] {
  return [
    purchases.map(({ legacyId }) => legacyId),
    purchases.map(({ boughtAt }) => boughtAt),
    purchases.map(({ customerId }) => customerId),
    purchases.map(({ branchId }) => branchId),
    purchases.map(({ product }) => product?.id ?? null),
    purchases.map(({ product }) => product?.name ?? null),
    purchases.map(({ charged }) => charged),
    purchases.map(({ product }) => product?.listPrice ?? null),
    purchases.map(priceOf),
    purchases.map(({ currency }) => currency),
    purchases.map(({ description }) => description),
  ];
}
