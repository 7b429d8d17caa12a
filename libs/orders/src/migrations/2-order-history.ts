import { ForwardMigration } from '@plaza/platform';

export class OrderHistory1763600000031 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE orders.order_history (
      order_id uuid NOT NULL,
      version smallint NOT NULL,
      from_status text,
      to_status text NOT NULL,
      at timestamptz NOT NULL,
      actor_kind text,
      actor_id text,
      reason text,
      CONSTRAINT order_history_pk PRIMARY KEY (order_id, version),
      CONSTRAINT order_history_order_fk FOREIGN KEY (order_id) REFERENCES orders.orders (id)
    );
  `;
}
