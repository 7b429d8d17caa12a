import { ForwardMigration } from '@plaza/platform';

export class Waiting1763600000037 extends ForwardMigration {
  protected readonly sql = `
    -- Whoever changes a row has the row of its cart locked. The place in line is counted by the database.
    CREATE TABLE orders.waiting (
      id uuid NOT NULL,
      place bigint GENERATED ALWAYS AS IDENTITY,
      cart_id uuid NOT NULL,
      branch_id uuid NOT NULL,
      product_id uuid NOT NULL,
      quantity integer NOT NULL,
      status text NOT NULL,
      asked_at timestamptz NOT NULL,
      waits_until timestamptz NOT NULL,
      ended_at timestamptz,
      CONSTRAINT waiting_pk PRIMARY KEY (id),
      CONSTRAINT waiting_cart_fk FOREIGN KEY (cart_id) REFERENCES orders.carts (id),
      CONSTRAINT waiting_quantity_positive CHECK (quantity > 0),
      CONSTRAINT waiting_status_known CHECK (status IN ('waiting', 'promoted', 'ended')),
      CONSTRAINT waiting_ends_once CHECK ((status = 'waiting') = (ended_at IS NULL))
    );
    CREATE INDEX waiting_by_cart ON orders.waiting (cart_id);
    CREATE UNIQUE INDEX waiting_once_per_cart ON orders.waiting (cart_id, product_id) WHERE status = 'waiting';
    CREATE INDEX waiting_line ON orders.waiting (branch_id, product_id, place) WHERE status = 'waiting';
    CREATE INDEX waiting_by_deadline ON orders.waiting (waits_until) WHERE status = 'waiting';
    CREATE INDEX waiting_past_by_end ON orders.waiting (ended_at) WHERE status <> 'waiting';
  `;
}
