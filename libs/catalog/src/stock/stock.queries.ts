/** What can be asked about stock that is set aside and about what moved. */
import { Injectable } from '@nestjs/common';
import {
  Clock,
  Conditions,
  Database,
  groupBy,
  minorUnits,
  readList,
  type CountedPage,
  type StaffPageWish,
} from '@plaza/platform';
import type { BranchStock } from '../catalog.queries';
import type { HeldView } from '../holds/changing-hold';
import type { MovementCause } from './stock-rows';
import type { StockTransfer } from './stock.service';

export interface MovementFilter extends StaffPageWish {
  productId?: string;
  branchId?: string;
  cause?: MovementCause;
  /** At this instant or later. */
  from?: Date;
  /** Before this instant. */
  to?: Date;
}

export interface MovementView {
  id: string;
  productId: string;
  branchId: string;
  delta: number;
  cause: MovementCause;
  /** What it belongs to: the order that was sold, the transfer. */
  reference: string | null;
  reason: string | null;
  actor: { kind: string; id: string } | null;
  at: Date;
}

export interface TransferView {
  id: string;
  from: BranchStock;
  to: BranchStock;
}

const movementColumns = `stock_movements.id::text, product_id AS "productId", branch_id AS "branchId", delta, cause, reference,
  reason, CASE WHEN actor_kind IS NOT NULL THEN json_build_object('kind', actor_kind, 'id', actor_id) END AS actor,
  moved_at AS at`;

@Injectable()
export class StockQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By owner, what it holds and what it held until it expired, by name; what was given back or used is left out. */
  async heldBy(ownerIds: readonly string[]): Promise<Map<string, HeldView[]>> {
    const rows = await this.database.read<Omit<HeldView, 'unitPrice'> & { unitPrice: string }>(
      `SELECT holds.owner_id AS "ownerId", holds.branch_id AS "branchId", holds.product_id AS "productId",
              holds.quantity, holds.expires_at AS "expiresAt",
              holds.status = 'live' AND holds.expires_at > $2 AS live,
              products.sku, products.name, products.price AS "unitPrice", products.currency,
              products.active AND products.deleted_at IS NULL AS offered
       FROM catalog.holds JOIN catalog.products ON products.id = holds.product_id
       WHERE holds.owner_id = ANY ($1::uuid[]) AND holds.status IN ('live', 'expired')
       ORDER BY products.name, products.id`,
      [ownerIds, this.clock.now()],
    );
    return groupBy(
      rows.map((row): HeldView => ({ ...row, unitPrice: minorUnits(row.unitPrice) })),
      ({ ownerId }) => ownerId,
    );
  }

  /** What a transfer has left in both branches. */
  async transferred(
    id: string,
    { productId, fromBranchId, toBranchId }: StockTransfer,
  ): Promise<TransferView> {
    const rows = await this.database.read<BranchStock>(
      `SELECT json_build_object('id', branches.id, 'code', branches.code, 'name', branches.name) AS branch,
              stock.on_hand AS "onHand", stock.held, stock.available
       FROM catalog.stock JOIN catalog.branches ON branches.id = stock.branch_id
       WHERE stock.product_id = $1 AND stock.branch_id IN ($2, $3)`,
      [productId, fromBranchId, toBranchId],
    );
    const from = rows.find(({ branch }) => branch.id === fromBranchId);
    const to = rows.find(({ branch }) => branch.id === toBranchId);
    if (!from || !to) throw new Error('A transfer left no stock behind');
    return { id, from, to };
  }

  /**
   * Newest first.
   * @throws InvalidInput when `after` is no `next` of this list
   */
  movements({
    productId,
    branchId,
    cause,
    from,
    to,
    ...page
  }: MovementFilter): Promise<CountedPage<MovementView>> {
    const conditions = new Conditions()
      .add('product_id = ?', productId)
      .add('branch_id = ?', branchId)
      .add('moved_at >= ?', from)
      .add('moved_at < ?', to);
    // Written out, so that the index that leaves sales out is found.
    if (cause !== undefined) conditions.add(`cause = '${cause}'`);
    return readList<MovementView>(
      (sql, parameters) => this.database.readReplica(sql, parameters),
      {
        table: 'catalog.stock_movements',
        columns: movementColumns,
        conditions,
        place: [
          ['moved_at', 'instant'],
          ['id', 'number'],
        ],
        sort: '-at',
        placeOf: ({ at, id }) => [at.toISOString(), id],
      },
      page,
    );
  }
}
