import { ForwardMigration } from '@plaza/platform';

export class Orders1763600000030 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE orders.orders (
      id uuid NOT NULL,
      number bigserial NOT NULL,
      customer_id uuid,
      branch_id uuid NOT NULL,
      status text NOT NULL,
      total bigint NOT NULL,
      currency text NOT NULL,
      version smallint NOT NULL,
      created_at timestamptz NOT NULL,
      pay_before timestamptz,
      paid_at timestamptz,
      payment_id text,
      CONSTRAINT orders_pk PRIMARY KEY (id),
      CONSTRAINT orders_number_unique UNIQUE (number),
      CONSTRAINT orders_total_not_negative CHECK (total >= 0),
      CONSTRAINT orders_currency_is_iso CHECK (currency ~ '^[A-Z]{3}$'),
      CONSTRAINT orders_status_known CHECK (status IN ('accepted', 'awaiting-payment', 'paid', 'fulfilled',
        'rejected', 'cancelled', 'expired', 'refunded'))
    );
    CREATE INDEX orders_by_customer ON orders.orders (customer_id, number);
    CREATE INDEX orders_by_status ON orders.orders (status, number);
    CREATE INDEX orders_unpaid_by_deadline ON orders.orders (pay_before) WHERE status = 'awaiting-payment';

    CREATE TABLE orders.order_lines (
      order_id uuid NOT NULL,
      line_no smallint NOT NULL,
      product_id uuid NOT NULL,
      name text NOT NULL,
      quantity integer NOT NULL,
      unit_price bigint NOT NULL,
      line_total bigint NOT NULL,
      CONSTRAINT order_lines_pk PRIMARY KEY (order_id, line_no),
      CONSTRAINT order_lines_order_fk FOREIGN KEY (order_id) REFERENCES orders.orders (id),
      CONSTRAINT order_lines_quantity_positive CHECK (quantity > 0),
      CONSTRAINT order_lines_total_adds_up CHECK (line_total = unit_price * quantity)
    );
  `;
}
