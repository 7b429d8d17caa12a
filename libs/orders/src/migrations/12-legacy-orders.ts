import { ForwardMigration } from '@plaza/platform';

/**
 * What the legacy shop sold: an order for each of its purchases, under the id that the purchase has there, with one line. What is
 * not known of it is null; of orders of our own nothing is.
 */
export class LegacyOrders1764300000410 extends ForwardMigration {
  protected readonly sql = `
    ALTER TABLE orders.orders
      ADD COLUMN legacy_id bigint,
      ALTER COLUMN branch_id DROP NOT NULL,
      ADD CONSTRAINT orders_branch_unless_legacy CHECK (branch_id IS NOT NULL OR legacy_id IS NOT NULL),
      DROP CONSTRAINT orders_priced_once_confirmed,
      ADD CONSTRAINT orders_priced_once_confirmed CHECK (status IN ('accepted', 'rejected', 'cancelled')
        OR legacy_id IS NOT NULL OR total IS NOT NULL AND currency IS NOT NULL);
    CREATE UNIQUE INDEX orders_legacy_unique ON orders.orders (legacy_id) WHERE legacy_id IS NOT NULL;

    -- Where no price was charged that we know of, the list's counts.
    ALTER TABLE orders.order_lines
      ADD COLUMN legacy boolean NOT NULL DEFAULT false,
      ALTER COLUMN product_id DROP NOT NULL,
      ALTER COLUMN name DROP NOT NULL,
      ALTER COLUMN unit_price DROP NOT NULL,
      ALTER COLUMN list_price DROP NOT NULL,
      ALTER COLUMN line_total DROP NOT NULL,
      ADD CONSTRAINT order_lines_whole_unless_legacy
        CHECK (legacy OR num_nulls(product_id, name, unit_price, list_price, line_total) = 0),
      DROP CONSTRAINT order_lines_total_adds_up,
      ADD CONSTRAINT order_lines_total_adds_up
        CHECK (line_total IS NOT DISTINCT FROM coalesce(unit_price, list_price) * quantity);
  `;
}
