/** Stock as orders are held against it: what is set aside for them, and what moved because of them. */
import { Injectable } from '@nestjs/common';
import { Database } from '@plaza/platform';
import type { HoldStatus } from '../holds/hold';

export interface ReconciledHold {
  ownerId: string;
  branchId: string;
  productId: string;
  quantity: number;
  status: HoldStatus;
  expiresAt: Date;
}

/** Stock that went because something was sold. */
export interface ReconciledSale {
  id: string;
  productId: string;
  branchId: string;
  /** How many went. */
  quantity: number;
  /** How many of the product had gone for the order before this. */
  earlier: number;
  /** How many of it went for the order by now. */
  inAll: number;
  /** The order that was sold. */
  orderId: string | null;
  at: Date;
}

const holds = `
  SELECT owner_id AS "ownerId", branch_id AS "branchId", product_id AS "productId", quantity, status,
         expires_at AS "expiresAt"
  FROM catalog.holds`;

@Injectable()
export class ReconciledStockQueries {
  constructor(private readonly database: Database) {}

  holdsOf(ownerIds: readonly string[]): Promise<ReconciledHold[]> {
    return this.database.readReplica<ReconciledHold>(
      `${holds} WHERE owner_id = ANY ($1::uuid[]) ORDER BY owner_id, branch_id, product_id`,
      [ownerIds],
    );
  }

  /** Stock that is still set aside and was to be so until some instant before this one; the first ones by that. */
  overdueHolds(before: Date, limit: number): Promise<ReconciledHold[]> {
    return this.database.readReplica<ReconciledHold>(
      `${holds} WHERE status = 'live' AND expires_at < $1 ORDER BY expires_at LIMIT $2`,
      [before, limit],
    );
  }

  /** What went in the span because it was sold, by when it did, at most `limit` from after one of them on. */
  salesIn(
    { from, to }: { from: Date; to: Date },
    limit: number,
    after?: ReconciledSale,
  ): Promise<ReconciledSale[]> {
    return this.database.readReplica<ReconciledSale>(
      `SELECT id::text, product_id AS "productId", branch_id AS "branchId", -delta AS quantity, reference AS "orderId",
              moved_at AS at, coalesce(gone.earlier, 0) AS earlier, coalesce(gone.in_all, -delta) AS "inAll"
       FROM catalog.stock_movements AS movement CROSS JOIN LATERAL (
         SELECT -sum(delta) FILTER (WHERE id < movement.id)::float8 AS earlier, -sum(delta)::float8 AS in_all
         FROM catalog.stock_movements
         WHERE reference = movement.reference AND product_id = movement.product_id AND cause = 'sale'
       ) AS gone
       WHERE moved_at >= $1 AND moved_at < $2 AND cause = 'sale'
         AND ($3::bigint IS NULL
              OR (moved_at, id) > ((SELECT moved_at FROM catalog.stock_movements WHERE id = $3), $3))
       ORDER BY moved_at, id LIMIT $4`,
      // From where the page before ended, so that no page passes over those before it.
      [after?.at ?? from, to, after?.id ?? null, limit],
    );
  }
}
