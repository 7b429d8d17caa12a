import { ForwardMigration } from '@plaza/platform';

/**
 * What went for an order is summed up by reconciliation. Ids of orders grow with time, so that a sale adds to the end of this index.
 */
export class SalesOfAnOrder1764900000774 extends ForwardMigration {
  protected readonly sql = `
    CREATE INDEX stock_movements_of_order ON catalog.stock_movements (reference, product_id) WHERE cause = 'sale';
  `;
}
