import { ForwardMigration } from '@plaza/platform';

export class Carts1763600000036 extends ForwardMigration {
  protected readonly sql = `
    -- What lies in a cart stands in one place: the holds in catalog, under an owner that nobody outside knows. The id of the
    -- cart cannot be that owner: a client makes it, and could make one that an order has, and then change what that order holds.
    CREATE TABLE orders.carts (
      id uuid NOT NULL,
      hold_owner_id uuid NOT NULL,
      customer_id uuid,
      created_by uuid NOT NULL,
      branch_id uuid NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      extended_at timestamptz,
      order_id uuid,
      CONSTRAINT carts_pk PRIMARY KEY (id),
      CONSTRAINT carts_hold_owner_unique UNIQUE (hold_owner_id),
      CONSTRAINT carts_order_unique UNIQUE (order_id)
    );
    CREATE INDEX carts_without_order_by_creator ON orders.carts (created_by, expires_at) WHERE order_id IS NULL;
    CREATE INDEX carts_without_order_by_expiry ON orders.carts (expires_at) WHERE order_id IS NULL;
  `;
}
