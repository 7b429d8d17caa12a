import { ForwardMigration } from '@plaza/platform';

export class WaysOfPlacing1763600000032 extends ForwardMigration {
  protected readonly sql = `
    ALTER TABLE orders.orders
      ADD COLUMN cart_id uuid,
      ADD COLUMN sale boolean NOT NULL DEFAULT false,
      ADD COLUMN placed_at timestamptz,
      ALTER COLUMN total DROP NOT NULL,
      ALTER COLUMN currency DROP NOT NULL,
      ADD CONSTRAINT orders_priced_once_confirmed CHECK (status IN ('accepted', 'rejected', 'cancelled')
        OR total IS NOT NULL AND currency IS NOT NULL);
    CREATE UNIQUE INDEX orders_one_per_cart ON orders.orders (cart_id) WHERE cart_id IS NOT NULL;

    ALTER TABLE orders.order_lines ADD COLUMN list_price bigint;
    UPDATE orders.order_lines SET list_price = unit_price;
    ALTER TABLE orders.order_lines
      ALTER COLUMN list_price SET NOT NULL,
      ADD CONSTRAINT order_lines_list_price_not_negative CHECK (list_price >= 0);
  `;
}
