/**
 * The usual case of holding stock, in one statement: of everything there is more than all who ask now want together, so it does not
 * matter who came first. Who wants something scarce is left for the decision in order of arrival, which this cannot change: nobody
 * here takes of what is scarce.
 */
import { minorUnits, prepared, violatedConstraint, type Tx } from '@plaza/platform';
import type { HeldLine, HoldAnswer, HoldRequest } from './hold';

interface HeldRow extends Omit<HeldLine, 'unitPrice'> {
  request: number;
  price: string;
}

/**
 * Holds those of the requests whose products are all sold and plentiful, and whose owners ask for the first time. It brings no
 * product down to nothing, so there is nothing to tell. Its commit does not wait for the disk, as that of no hold does.
 * @returns the answers to those, each at the place of its request
 */
export async function holdPlentiful(tx: Tx, requests: readonly HoldRequest[]): Promise<HoldAnswer[]> {
  const wanted = requests.flatMap(({ lines, ...request }, at) =>
    lines.map((line) => ({ ...request, ...line, at })),
  );
  const held = await tx.query<HeldRow[]>(statement, [
    wanted.map(({ at }) => at),
    wanted.map(({ ownerId }) => ownerId),
    wanted.map(({ branchId }) => branchId),
    wanted.map(({ productId }) => productId),
    wanted.map(({ quantity }) => quantity),
    wanted.map(({ until }) => until),
  ]);
  const answers: Extract<HoldAnswer, { outcome: 'held' }>[] = [];
  for (const { request, productId, quantity, name, price, currency } of held) {
    const until = requests[request]?.until;
    if (until === undefined) throw new Error('What nobody asked for was held');
    const answer = (answers[request] ??= { outcome: 'held', until, lines: [] });
    answer.lines.push({ productId, quantity, name, unitPrice: minorUnits(price), currency });
  }
  return answers;
}

/**
 * What came too close to others holds nothing, and is left to the decision: somebody holds for one of the owners in this moment; or
 * stock became plentiful only while its row was waited for. PostgreSQL checks the row as it was before the wait, too, and refuses
 * what that could not have borne.
 */
export function noneWhenTooClose(error: unknown): HoldAnswer[] {
  const constraint = violatedConstraint(error);
  if (constraint === 'holds_pk' || constraint === 'stock_available_not_negative') return [];
  throw error;
}

/** Rows of stock are locked in the order in which everybody locks them. */
const statement = prepared(`
  WITH wanted AS MATERIALIZED (
    SELECT *
    FROM unnest($1::integer[], $2::uuid[], $3::uuid[], $4::uuid[], $5::integer[], $6::timestamptz[]) WITH ORDINALITY
      AS line (request, owner_id, branch_id, product_id, quantity, expires_at, place)
  ), demanded AS MATERIALIZED (
    SELECT branch_id, product_id, sum(quantity) AS quantity FROM wanted GROUP BY branch_id, product_id
  ), locked AS MATERIALIZED (
    SELECT stock.branch_id, stock.product_id, stock.available > demanded.quantity AS plentiful
    FROM catalog.stock JOIN demanded USING (branch_id, product_id)
    ORDER BY stock.branch_id, stock.product_id
    FOR NO KEY UPDATE OF stock
  ), offered AS MATERIALIZED (
    SELECT locked.branch_id, products.id AS product_id, products.name, products.price, products.currency
    FROM locked
    JOIN catalog.products ON products.id = locked.product_id
    JOIN catalog.branches ON branches.id = locked.branch_id
    WHERE locked.plentiful AND products.active AND products.deleted_at IS NULL AND branches.closed_at IS NULL
  ), served AS MATERIALIZED (
    SELECT wanted.owner_id
    FROM wanted LEFT JOIN offered USING (branch_id, product_id)
    GROUP BY wanted.owner_id
    HAVING count(*) = count(offered.product_id) AND min(wanted.request) = max(wanted.request)
       AND NOT EXISTS (SELECT FROM catalog.holds WHERE holds.owner_id = wanted.owner_id)
  ), held AS (
    INSERT INTO catalog.holds (owner_id, branch_id, product_id, quantity, expires_at, status)
    SELECT owner_id, branch_id, product_id, quantity, expires_at, 'live' FROM wanted JOIN served USING (owner_id)
  ), counted AS (
    UPDATE catalog.stock SET held = stock.held + taken.quantity
    FROM (SELECT branch_id, product_id, sum(quantity)::integer AS quantity
          FROM wanted JOIN served USING (owner_id) GROUP BY branch_id, product_id) AS taken
    WHERE stock.branch_id = taken.branch_id AND stock.product_id = taken.product_id
  )
  SELECT wanted.request, wanted.product_id AS "productId", wanted.quantity, offered.name, offered.price,
         offered.currency
  FROM wanted JOIN served USING (owner_id) JOIN offered USING (branch_id, product_id)
  WHERE set_config('synchronous_commit', 'off', true) = 'off'
  ORDER BY wanted.place`);
