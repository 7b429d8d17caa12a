/**
 * The statements that lock and write stock. Whoever changes a hold or a counter has the row of stock locked first, rows in the
 * order of branch and product: so nobody waits in a circle, and what is read after the lock stands until the commit.
 */
import { minorUnits, prepared, type Actor, type Tx } from '@plaza/platform';
import type { HoldStatus } from '../holds/hold';
import type { StandingHold } from '../holds/hold-decision';
import type { OfferedStock } from './stock-counter';
import type { WriteChanges } from './stock-news';
import { ByPlace, type CounterChange, type StockPlace } from './stock-place';

export const movementCauses = ['sale', 'adjustment', 'transfer'] as const;
export type MovementCause = (typeof movementCauses)[number];

/** What changes on hand, for the ledger of movements. */
export interface Movement extends StockPlace {
  delta: number;
  cause: MovementCause;
  reference: string | null;
  reason: string | null;
}

export type HoldKey = Pick<StandingHold, 'ownerId' | 'branchId' | 'productId'>;

export interface LockedOffer {
  offered: OfferedStock[];
  /** Those of the owners that have holds already, in whatever state. */
  askedBefore: Set<string>;
}

export interface OfferedRow extends StockPlace {
  branchKnown: boolean;
  offered: boolean;
  name: string | null;
  price: string | null;
  currency: string | null;
  available: number;
  freed: number;
}

/**
 * Locks the rows of stock and expires what is past its time on them, which `freed` tells and the caller has to count; with what
 * is sold there, and which of the owners have holds already.
 */
export async function lockOffered(
  tx: Tx,
  places: readonly StockPlace[],
  ownerIds: readonly string[],
  now: Date,
): Promise<LockedOffer> {
  const rows = await tx.query<(OfferedRow & { askedBefore: string[] | null })[]>(
    lockingStatement({
      wanted:
        'SELECT branch_id, product_id FROM unnest($2::uuid[], $3::uuid[]) AS place (branch_id, product_id)',
      toldOnce: askedBefore('$4'),
    }),
    [now, ...columnsOf(places), ownerIds],
  );
  return { offered: rows.map(asOffered), askedBefore: new Set(rows[0]?.askedBefore ?? []) };
}

export function askedBefore(ownerIds: string): string {
  return `(SELECT array_agg(DISTINCT owner_id) FROM catalog.holds WHERE owner_id = ANY (${ownerIds}::uuid[])) AS "askedBefore"`;
}

export interface LockingParts {
  /** Selects the places. */
  wanted: string;
  /** Goes on from `locked`, the rows of stock that are locked. */
  also?: string;
  /** Told with every place; without a place, too. */
  toldOnce?: string;
  /** Told of every place. */
  told?: string;
}

/** Locks the rows of stock at the wanted places and expires what is past its time ($1) on them, in one statement. */
export function lockingStatement({ wanted, also, toldOnce = 'true', told = 'true' }: LockingParts): string {
  return prepared(`
    WITH wanted AS MATERIALIZED (
      ${wanted}
    ), locked AS MATERIALIZED (
      SELECT stock.branch_id, stock.product_id, stock.available
      FROM catalog.stock JOIN wanted USING (branch_id, product_id)
      ORDER BY stock.branch_id, stock.product_id
      FOR NO KEY UPDATE OF stock
    ), expired AS (
      UPDATE catalog.holds SET status = 'expired'
      FROM locked
      WHERE holds.branch_id = locked.branch_id AND holds.product_id = locked.product_id
        AND holds.status = 'live' AND holds.expires_at <= $1
      RETURNING holds.branch_id, holds.product_id, holds.quantity
    )${also === undefined ? '' : `, ${also}`}
    SELECT wanted.branch_id AS "branchId", wanted.product_id AS "productId",
           wanted.branch_id IN (SELECT id FROM catalog.branches WHERE closed_at IS NULL) AS "branchKnown",
           coalesce(products.active AND products.deleted_at IS NULL, false) AS offered,
           products.name, products.price, products.currency,
           coalesce(locked.available, 0) AS available,
           (SELECT coalesce(sum(quantity), 0)::integer FROM expired
            WHERE (expired.branch_id, expired.product_id) = (wanted.branch_id, wanted.product_id)) AS freed,
           ${told}, once.*
    FROM (SELECT ${toldOnce}) AS once
    LEFT JOIN wanted ON true
    LEFT JOIN locked USING (branch_id, product_id)
    LEFT JOIN catalog.products ON products.id = wanted.product_id`);
}

export function asOffered({ name, price, currency, offered, ...row }: OfferedRow): OfferedStock {
  const known = offered && name !== null && price !== null && currency !== null;
  const { branchId, productId, branchKnown, available, freed } = row;
  const offer = known ? { name, price: minorUnits(price), currency } : null;
  return { branchId, productId, branchKnown, offer, available, freed };
}

/** Locks rows of stock and tells what is available on each. */
export async function lockStock(tx: Tx, places: readonly StockPlace[]): Promise<ByPlace<number>> {
  const rows = await tx.query<(StockPlace & { available: number })[]>(
    `SELECT stock.branch_id AS "branchId", stock.product_id AS "productId", stock.available
     FROM catalog.stock
     JOIN (SELECT DISTINCT branch_id, product_id FROM unnest($1::uuid[], $2::uuid[]) AS place (branch_id, product_id)) wanted
       USING (branch_id, product_id)
     ORDER BY stock.branch_id, stock.product_id
     FOR NO KEY UPDATE OF stock`,
    columnsOf(places),
  );
  const available = new ByPlace<number>();
  for (const row of rows) available.set(row, row.available);
  return available;
}

export function readHolds(tx: Tx, ownerIds: readonly string[]): Promise<StandingHold[]> {
  return tx.query<StandingHold[]>(
    `SELECT owner_id AS "ownerId", branch_id AS "branchId", product_id AS "productId", quantity, status,
            expires_at AS "expiresAt"
     FROM catalog.holds WHERE owner_id = ANY ($1::uuid[])`,
    [ownerIds],
  );
}

/** Live holds that are past their time, longest ago first. */
export function readExpiredHolds(tx: Tx, now: Date, limit: number): Promise<HoldKey[]> {
  return tx.query<HoldKey[]>(
    `SELECT owner_id AS "ownerId", branch_id AS "branchId", product_id AS "productId"
     FROM catalog.holds WHERE status = 'live' AND expires_at <= $1 ORDER BY expires_at LIMIT $2`,
    [now, limit],
  );
}

/**
 * Writes new holds (or renews expired ones) and counts them. The commit does not wait for the disk: what relies on a hold is written
 * after it, and is not safe on disk before the hold is; a crash in between loses a hold on which nothing relies yet.
 * @returns false, and the transaction must not be committed, when another one wrote one of them first
 */
export async function takeHolds(
  write: WriteChanges,
  taken: readonly StandingHold[],
  changes: readonly CounterChange[],
): Promise<boolean> {
  const [row] = await write<{ written: number }[]>({
    sql: (added) => `WITH written AS (
       INSERT INTO catalog.holds (owner_id, branch_id, product_id, quantity, expires_at, status)
       SELECT hold.*, 'live'
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::integer[], $5::timestamptz[]) AS hold
       ON CONFLICT ON CONSTRAINT holds_pk DO UPDATE
       SET quantity = excluded.quantity, expires_at = excluded.expires_at, status = excluded.status
       WHERE holds.status = 'expired'
       RETURNING owner_id
     ), counted AS (
       UPDATE catalog.stock SET held = stock.held + change.held
       FROM unnest($6::uuid[], $7::uuid[], $8::integer[]) AS change (branch_id, product_id, held)
       WHERE stock.branch_id = change.branch_id AND stock.product_id = change.product_id
     )${added}
     SELECT count(*)::integer AS written, set_config('synchronous_commit', 'off', true) FROM written`,
    parameters: [
      taken.map(({ ownerId }) => ownerId),
      ...columnsOf(taken),
      taken.map(({ quantity }) => quantity),
      taken.map(({ expiresAt }) => expiresAt),
      ...columnsOf(changes),
      changes.map(({ held }) => held),
    ],
  });
  return row?.written === taken.length;
}

/** Takes used holds off what is on hand, with a movement each. */
export async function useHolds(
  tx: Tx,
  write: WriteChanges,
  used: readonly StandingHold[],
  changes: readonly CounterChange[],
  by: { actor: Actor | null; now: Date },
): Promise<void> {
  await tx.query(
    `UPDATE catalog.holds SET status = 'used'
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS used (owner_id, branch_id, product_id)
     WHERE holds.owner_id = used.owner_id AND holds.branch_id = used.branch_id
       AND holds.product_id = used.product_id`,
    [used.map(({ ownerId }) => ownerId), ...columnsOf(used)],
  );
  const movements = used.map(({ ownerId, branchId, productId, quantity }): Movement => ({
    branchId,
    productId,
    delta: -quantity,
    cause: 'sale',
    reference: ownerId,
    reason: null,
  }));
  await move(write, movements, changes, by);
}

/** Writes movements with the counters that follow from them. */
export async function move(
  write: WriteChanges,
  movements: readonly Movement[],
  changes: readonly CounterChange[],
  { actor, now }: { actor: Actor | null; now: Date },
): Promise<void> {
  await write({
    sql: (added) => `WITH counted AS (
       UPDATE catalog.stock SET on_hand = stock.on_hand + change.on_hand, held = stock.held + change.held
       FROM unnest($1::uuid[], $2::uuid[], $3::integer[], $4::integer[]) AS change (branch_id, product_id, on_hand, held)
       WHERE stock.branch_id = change.branch_id AND stock.product_id = change.product_id
     )${added}
     INSERT INTO catalog.stock_movements
       (branch_id, product_id, delta, cause, reference, reason, actor_kind, actor_id, moved_at)
     SELECT movement.*, $11::text, $12::text, $13::timestamptz
     FROM unnest($5::uuid[], $6::uuid[], $7::integer[], $8::text[], $9::uuid[], $10::text[]) AS movement`,
    parameters: [
      ...columnsOf(changes),
      changes.map(({ onHand }) => onHand),
      changes.map(({ held }) => held),
      ...columnsOf(movements),
      movements.map(({ delta }) => delta),
      movements.map(({ cause }) => cause),
      movements.map(({ reference }) => reference),
      movements.map(({ reason }) => reason),
      actor?.kind ?? null,
      actor?.id ?? null,
      now,
    ],
  });
}

/**
 * Ends those of the holds that are live; to `expired` only what is past its time.
 * @returns how many came free, by place
 */
export function endHolds(
  tx: Tx,
  holds: readonly HoldKey[],
  status: Extract<HoldStatus, 'released' | 'expired'>,
  now: Date,
): Promise<(StockPlace & { freed: number })[]> {
  return tx.query<(StockPlace & { freed: number })[]>(
    `WITH ended AS (
       UPDATE catalog.holds SET status = $4
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS chosen (owner_id, branch_id, product_id)
       WHERE holds.owner_id = chosen.owner_id AND holds.branch_id = chosen.branch_id
         AND holds.product_id = chosen.product_id
         AND holds.status = 'live' AND ($4 <> 'expired' OR holds.expires_at <= $5)
       RETURNING holds.branch_id, holds.product_id, holds.quantity
     ), freed AS (
       SELECT branch_id, product_id, sum(quantity)::integer AS quantity FROM ended GROUP BY branch_id, product_id
     ), counted AS (
       UPDATE catalog.stock SET held = stock.held - freed.quantity
       FROM freed WHERE stock.branch_id = freed.branch_id AND stock.product_id = freed.product_id
     )
     SELECT branch_id AS "branchId", product_id AS "productId", quantity AS freed FROM freed`,
    [holds.map(({ ownerId }) => ownerId), ...columnsOf(holds), status, now],
  );
}

export function columnsOf(places: readonly StockPlace[]): [string[], string[]] {
  return [places.map(({ branchId }) => branchId), places.map(({ productId }) => productId)];
}
