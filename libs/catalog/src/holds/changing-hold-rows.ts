/**
 * The statements behind holds that change and that are taken over: one that locks, one that writes. What an owner holds is read
 * together with the lock, so it may be older than the lock by a moment; writing therefore says what it takes to be there, and
 * is told when that is not so.
 */
import type { Tx } from '@plaza/platform';
import type { CountedHold, WantedHold } from './change-decision';
import type { TakeOver } from './changing-hold';
import type { OfferedStock } from '../stock/stock-counter';
import type { WriteChanges } from '../stock/stock-news';
import type { CounterChange, StockPlace } from '../stock/stock-place';
import { askedBefore, asOffered, columnsOf, lockingStatement, type OfferedRow } from '../stock/stock-rows';
import type { TakenOverHold } from './take-over-decision';

export interface LockedHolds {
  offered: OfferedStock[];
  standing: CountedHold[];
}

type HoldOfPlace = Omit<CountedHold, keyof StockPlace>;

type Locked<Told> = (OfferedRow & { standing: HoldOfPlace[] | null } & Told)[];
/** Without any place: what is told once. */
type LockedOrNothing<Told> = (Locked<Told>[number] | ({ productId: null } & Told))[];

/**
 * Locks these places and tells what the owners hold there. Holds are locked after their stock, so it is what they hold now;
 * only one that came since the statement began is not seen.
 */
export async function lockPlacesOf(
  tx: Tx,
  ownerIds: readonly string[],
  places: readonly StockPlace[],
  now: Date,
): Promise<LockedHolds> {
  return asLocked(
    await tx.query<Locked<object>>(
      lockingStatement({
        wanted:
          'SELECT branch_id, product_id FROM unnest($3::uuid[], $4::uuid[]) AS place (branch_id, product_id)',
        also: `own AS MATERIALIZED (
          SELECT holds.* FROM locked JOIN catalog.holds USING (branch_id, product_id)
          WHERE holds.owner_id = ANY ($2::uuid[])
          FOR NO KEY UPDATE OF holds
        )`,
        told: standingIn('own'),
      }),
      [now, ownerIds, ...columnsOf(places)],
    ),
  );
}

/**
 * Locks the places where those who give hold something, tells which of the takers have holds already, and gives them at once
 * what needs no decision: all holds of one who gives, when every one is live and still sold there. That spares the order a round trip.
 */
export async function lockHoldsOf(
  tx: Tx,
  requests: readonly TakeOver[],
  now: Date,
): Promise<LockedHolds & { askedBefore: Set<string>; given: CountedHold[] }> {
  const rows = await tx.query<LockedOrNothing<{ askedBefore: string[] | null; given: CountedHold[] | null }>>(
    lockingStatement({
      wanted: `SELECT DISTINCT branch_id, product_id FROM catalog.holds
               WHERE owner_id = ANY ($2::uuid[]) AND status IN ('live', 'expired')`,
      also: givenAtOnce,
      toldOnce: `${askedBefore('$3')},
             (SELECT json_agg(given.*) FROM given) AS given, set_config('synchronous_commit', 'off', true)`,
      told: standingIn('catalog.holds'),
    }),
    [now, requests.map(({ from }) => from), requests.map(({ to }) => to), requests.map(({ until }) => until)],
  );
  const places = rows.filter((row) => row.productId !== null);
  const [once] = rows;
  return { ...asLocked(places), askedBefore: new Set(once?.askedBefore ?? []), given: once?.given ?? [] };
}

/** Who is named twice on either side, is decided about one after the other instead. */
const givenAtOnce = `pair AS (
      SELECT giver, min(taker::text)::uuid AS taker, min(until) AS until
      FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) AS pair (giver, taker, until)
      WHERE (SELECT count(*) FROM unnest($3::uuid[]) AS other (taker) WHERE other.taker = pair.taker) = 1
        AND NOT EXISTS (SELECT FROM catalog.holds WHERE owner_id = pair.taker)
        AND NOT EXISTS (
          SELECT FROM catalog.holds
          LEFT JOIN catalog.products ON products.id = holds.product_id
          LEFT JOIN catalog.branches ON branches.id = holds.branch_id AND branches.closed_at IS NULL
          WHERE holds.owner_id = pair.giver AND holds.status IN ('live', 'expired')
            AND (holds.status <> 'live' OR holds.expires_at <= $1 OR branches.id IS NULL
                 OR (products.active AND products.deleted_at IS NULL) IS NOT TRUE))
      GROUP BY giver HAVING count(*) = 1
    ), given AS (
      UPDATE catalog.holds SET owner_id = pair.taker, expires_at = pair.until
      FROM locked, pair
      WHERE holds.branch_id = locked.branch_id AND holds.product_id = locked.product_id
        AND holds.owner_id = pair.giver AND holds.status = 'live' AND holds.expires_at > $1
      RETURNING pair.giver AS "ownerId", holds.branch_id AS "branchId", holds.product_id AS "productId",
                holds.quantity, true AS live
    )`;

/**
 * Writes how changed holds are to stand, and counts them.
 * @returns false, and the transaction must not be committed, when one was not as it was taken to be
 */
export async function writeWanted(
  write: WriteChanges,
  wanted: readonly WantedHold[],
  changes: readonly CounterChange[],
): Promise<boolean> {
  const [row] = await write<{ expected: boolean }[]>({
    sql: (added) => `WITH wanted AS MATERIALIZED (
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::integer[], $5::integer[], $6::timestamptz[])
         AS hold (owner_id, branch_id, product_id, before, quantity, expires_at)
     ), kept AS (
       INSERT INTO catalog.holds (owner_id, branch_id, product_id, quantity, expires_at, status)
       SELECT owner_id, branch_id, product_id, quantity, expires_at, 'live' FROM wanted WHERE quantity > 0
       ON CONFLICT ON CONSTRAINT holds_pk DO UPDATE
       SET quantity = excluded.quantity, expires_at = excluded.expires_at, status = excluded.status
       WHERE (SELECT before FROM wanted
              WHERE (wanted.owner_id, wanted.branch_id, wanted.product_id)
                  = (excluded.owner_id, excluded.branch_id, excluded.product_id))
             = CASE holds.status WHEN 'live' THEN holds.quantity ELSE 0 END
       RETURNING owner_id
     ), released AS (
       UPDATE catalog.holds SET status = 'released'
       FROM wanted
       WHERE holds.owner_id = wanted.owner_id AND holds.branch_id = wanted.branch_id
         AND holds.product_id = wanted.product_id AND wanted.quantity = 0
         AND wanted.before = CASE holds.status WHEN 'live' THEN holds.quantity WHEN 'expired' THEN 0 END
       RETURNING wanted.before
     ), counted AS (
       ${countHeld(7)}
     )${added}
     SELECT (SELECT count(*) FROM kept) = count(*) FILTER (WHERE quantity > 0)
            AND (SELECT count(*) FROM released WHERE before > 0) = count(*) FILTER (WHERE quantity = 0 AND before > 0)
            AS expected
     FROM wanted`,
    parameters: [
      wanted.map(({ ownerId }) => ownerId),
      ...columnsOf(wanted),
      wanted.map(({ before }) => before),
      wanted.map(({ quantity }) => quantity),
      wanted.map(({ until }) => until),
      ...columnsOf(changes),
      changes.map(({ held }) => held),
    ],
  });
  return row?.expected === true;
}

/**
 * Gives holds to who takes them over, and counts them. The commit does not wait for the disk, as that of a new hold does not.
 * @returns false, and the transaction must not be committed, when one was not as it was taken to be
 */
export async function writeTakenOver(
  write: WriteChanges,
  taken: readonly TakenOverHold[],
  changes: readonly CounterChange[],
): Promise<boolean> {
  const [row] = await write<{ written: number }[]>({
    sql: (added) => `WITH written AS (
       UPDATE catalog.holds SET owner_id = taken.taker, expires_at = taken.until, status = 'live'
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::integer[], $6::boolean[], $7::timestamptz[])
         AS taken (owner_id, branch_id, product_id, taker, quantity, live, until)
       WHERE holds.owner_id = taken.owner_id AND holds.branch_id = taken.branch_id
         AND holds.product_id = taken.product_id AND holds.quantity = taken.quantity
         AND holds.status = CASE WHEN taken.live THEN 'live' ELSE 'expired' END
       RETURNING holds.owner_id
     ), counted AS (
       ${countHeld(8)}
     )${added}
     SELECT count(*)::integer AS written, set_config('synchronous_commit', 'off', true) FROM written`,
    parameters: [
      taken.map(({ ownerId }) => ownerId),
      ...columnsOf(taken),
      taken.map(({ to }) => to),
      taken.map(({ quantity }) => quantity),
      taken.map(({ live }) => live),
      taken.map(({ until }) => until),
      ...columnsOf(changes),
      changes.map(({ held }) => held),
    ],
  });
  return row?.written === taken.length;
}

/** Locks what is held by the owner and gives it until a later instant, as long as it is live. */
export async function extendLive(tx: Tx, ownerId: string, { until, now }: { until: Date; now: Date }) {
  await tx.query(
    `WITH locked AS MATERIALIZED (
       SELECT stock.branch_id, stock.product_id
       FROM catalog.stock JOIN catalog.holds USING (branch_id, product_id)
       WHERE holds.owner_id = $1 AND holds.status = 'live'
       ORDER BY stock.branch_id, stock.product_id
       FOR NO KEY UPDATE OF stock
     )
     UPDATE catalog.holds SET expires_at = $2
     FROM locked
     WHERE holds.owner_id = $1 AND holds.branch_id = locked.branch_id AND holds.product_id = locked.product_id
       AND holds.status = 'live' AND holds.expires_at > $3`,
    [ownerId, until, now],
  );
}

function standingIn(holds: string): string {
  return `
    (SELECT json_agg(json_build_object('ownerId', holds.owner_id, 'quantity', holds.quantity,
                                       'live', holds.status = 'live' AND holds.expires_at > $1))
     FROM ${holds} AS holds
     WHERE holds.owner_id = ANY ($2::uuid[]) AND holds.status IN ('live', 'expired')
       AND (holds.branch_id, holds.product_id) = (wanted.branch_id, wanted.product_id)) AS standing`;
}

function countHeld(firstParameter: number): string {
  const [branchIds, productIds, held] = [firstParameter, firstParameter + 1, firstParameter + 2];
  return `UPDATE catalog.stock SET held = stock.held + change.held
       FROM unnest($${branchIds}::uuid[], $${productIds}::uuid[], $${held}::integer[]) AS change (branch_id, product_id, held)
       WHERE stock.branch_id = change.branch_id AND stock.product_id = change.product_id`;
}

function asLocked(rows: Locked<object>): LockedHolds {
  return {
    offered: rows.map(asOffered),
    standing: rows.flatMap(({ branchId, productId, standing }) =>
      (standing ?? []).map((hold) => ({ ...hold, branchId, productId })),
    ),
  };
}
