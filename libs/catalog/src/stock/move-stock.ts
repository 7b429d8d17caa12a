/** Moves stock by hand: corrections of what is on hand, and transfers from one branch to another. */
import { requestContext, type Tx } from '@plaza/platform';
import { branchUnknown, productUnknown, refusing, stockTooHigh, stockTooLow } from '../catalog.errors';
import type { StockNews } from './stock-news';
import { ByPlace, type CounterChange } from './stock-place';
import { lockOffered, move, type Movement } from './stock-rows';

/** Far more than lies anywhere, and far less than what the counters can hold. */
const availableMax = 1_000_000_000;

/**
 * All movements or none, each at another place, of one product. Holds past their time count as free.
 * @throws PlazaError `catalog.stock-too-low` when less is there, or the rest is held; `catalog.stock-too-high`;
 *   `catalog.product-unknown`, `catalog.branch-unknown`, also when it is closed
 */
export async function moveStock(
  tx: Tx,
  movements: readonly Movement[],
  { news, now }: { news: StockNews; now: Date },
): Promise<void> {
  for (const movement of inOrderOfLocks(movements)) await makePlace(tx, movement);
  const locked = ByPlace.of((await lockOffered(tx, movements, [], now)).offered);
  const changes = movements.map(({ branchId, productId, delta }): CounterChange => {
    const { branchKnown = false, available = 0, freed = 0 } = locked.get({ branchId, productId }) ?? {};
    // What lies in a branch that was closed can be taken away from there.
    if (!branchKnown && delta > 0) throw branchUnknown(branchId);
    if (available + freed + delta > availableMax) throw stockTooHigh(availableMax);
    if (available + freed + delta < 0) throw stockTooLow(available + freed);
    return { branchId, productId, availableBefore: available, onHand: delta, held: -freed };
  });
  const { actor } = requestContext.current();
  await move(news.writerOfAll(tx, changes, now), movements, changes, { actor, now });
}

/** Rows are made before any is locked, in the order in which they are locked: nobody waits in a circle. */
function inOrderOfLocks(movements: readonly Movement[]): Movement[] {
  return [...movements].sort((a, b) => (a.branchId < b.branchId ? -1 : 1));
}

async function makePlace(tx: Tx, { branchId, productId }: Movement): Promise<void> {
  const refusals = {
    stock_product_fk: productUnknown(productId),
    stock_branch_fk: branchUnknown(branchId),
  };
  await refusing(refusals, () =>
    tx.query(
      `INSERT INTO catalog.stock (product_id, branch_id, on_hand, held) VALUES ($1, $2, 0, 0)
       ON CONFLICT ON CONSTRAINT stock_pk DO NOTHING`,
      [productId, branchId],
    ),
  );
}
