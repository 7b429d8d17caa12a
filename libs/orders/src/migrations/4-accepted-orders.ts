import { ForwardMigration } from '@plaza/platform';

export class AcceptedOrders1763600000033 extends ForwardMigration {
  protected readonly sql = `
    -- What an order asked for that is decided later; its lines are written when it is confirmed.
    CREATE TABLE orders.wished_lines (
      order_id uuid NOT NULL,
      line_no smallint NOT NULL,
      product_id uuid NOT NULL,
      quantity integer NOT NULL,
      CONSTRAINT wished_lines_pk PRIMARY KEY (order_id, line_no),
      CONSTRAINT wished_lines_order_fk FOREIGN KEY (order_id) REFERENCES orders.orders (id),
      CONSTRAINT wished_lines_quantity_positive CHECK (quantity > 0)
    );
    CREATE INDEX orders_accepted_in_line ON orders.orders (number) WHERE status = 'accepted';
  `;
}
