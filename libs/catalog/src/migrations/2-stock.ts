import { ForwardMigration } from '@plaza/platform';

export class Stock1763600000021 extends ForwardMigration {
  protected readonly sql = `
    -- A hot product is a hot row: room on its page lets an update stay there, and no index holds a counter.
    CREATE TABLE catalog.stock (
      product_id uuid NOT NULL,
      branch_id uuid NOT NULL,
      on_hand integer NOT NULL,
      held integer NOT NULL,
      available integer GENERATED ALWAYS AS (on_hand - held) STORED,
      CONSTRAINT stock_pk PRIMARY KEY (product_id, branch_id),
      CONSTRAINT stock_product_fk FOREIGN KEY (product_id) REFERENCES catalog.products (id),
      CONSTRAINT stock_branch_fk FOREIGN KEY (branch_id) REFERENCES catalog.branches (id),
      CONSTRAINT stock_on_hand_not_negative CHECK (on_hand >= 0),
      CONSTRAINT stock_held_not_negative CHECK (held >= 0),
      CONSTRAINT stock_available_not_negative CHECK (available >= 0)
    ) WITH (fillfactor = 50);
    CREATE INDEX stock_by_branch ON catalog.stock (branch_id);

    -- The owner is an order, by its id alone. No foreign key leads to stock: whoever adds a hold has that row locked,
    -- and rows of stock are never deleted.
    CREATE TABLE catalog.holds (
      owner_id uuid NOT NULL,
      branch_id uuid NOT NULL,
      product_id uuid NOT NULL,
      quantity integer NOT NULL,
      status text NOT NULL,
      expires_at timestamptz NOT NULL,
      CONSTRAINT holds_pk PRIMARY KEY (owner_id, branch_id, product_id),
      CONSTRAINT holds_quantity_positive CHECK (quantity > 0),
      CONSTRAINT holds_status_known CHECK (status IN ('live', 'used', 'released', 'expired'))
    );
    CREATE INDEX holds_live_by_stock ON catalog.holds (branch_id, product_id, expires_at)
      WHERE status = 'live';
    CREATE INDEX holds_live_by_expiry ON catalog.holds (expires_at) WHERE status = 'live';
  `;
}
