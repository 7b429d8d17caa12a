/** What can be asked about stock that is set aside and about what moved. */
import { Injectable } from '@nestjs/common';
import { Clock, Database, groupBy, minorUnits } from '@plaza/platform';
import type { HeldView } from './changing-hold';

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
}
