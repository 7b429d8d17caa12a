import { ForwardMigration } from '@plaza/platform';

export class CartEvents1763600000038 extends ForwardMigration {
  protected readonly sql = `
    -- Written with the row of the cart locked, so the ids of one cart's events are committed in the order they count.
    CREATE TABLE orders.cart_events (
      id bigint GENERATED ALWAYS AS IDENTITY,
      cart_id uuid NOT NULL,
      type text NOT NULL,
      data jsonb NOT NULL,
      at timestamptz NOT NULL,
      CONSTRAINT cart_events_pk PRIMARY KEY (id),
      CONSTRAINT cart_events_type_known CHECK (type IN ('promoted', 'waiting-ended'))
    );
    CREATE INDEX cart_events_by_cart ON orders.cart_events (cart_id, id);
    CREATE INDEX cart_events_by_age ON orders.cart_events (at);
  `;
}
