import { ForwardMigration } from '@plaza/platform';

/**
 * Movements are listed newest first: all of them, of a product, of a branch, of both. Most are sales; the other causes have an
 * index that a sale does not write.
 */
export class Transfers1763600000027 extends ForwardMigration {
  protected readonly sql = `
    ALTER TABLE catalog.stock_movements
      DROP CONSTRAINT stock_movements_cause_known,
      ADD CONSTRAINT stock_movements_cause_known CHECK (cause IN ('sale', 'adjustment', 'transfer')),
      ADD CONSTRAINT stock_movements_transfer_has_reference CHECK (cause <> 'transfer' OR reference IS NOT NULL);
    DROP INDEX catalog.stock_movements_by_stock;
    CREATE INDEX stock_movements_by_stock ON catalog.stock_movements (product_id, branch_id, moved_at, id);
    CREATE INDEX stock_movements_by_product ON catalog.stock_movements (product_id, moved_at, id);
    CREATE INDEX stock_movements_by_branch ON catalog.stock_movements (branch_id, moved_at, id);
    CREATE INDEX stock_movements_by_age ON catalog.stock_movements (moved_at, id);
    CREATE INDEX stock_movements_by_hand ON catalog.stock_movements (cause, moved_at, id) WHERE cause <> 'sale';
  `;
}
