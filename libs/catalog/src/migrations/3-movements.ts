import { ForwardMigration } from '@plaza/platform';

export class Movements1763600000022 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE catalog.stock_movements (
      id bigint GENERATED ALWAYS AS IDENTITY,
      product_id uuid NOT NULL,
      branch_id uuid NOT NULL,
      delta integer NOT NULL,
      cause text NOT NULL,
      reference uuid,
      reason text,
      actor_kind text,
      actor_id text,
      moved_at timestamptz NOT NULL,
      CONSTRAINT stock_movements_pk PRIMARY KEY (id),
      CONSTRAINT stock_movements_stock_fk FOREIGN KEY (product_id, branch_id)
        REFERENCES catalog.stock (product_id, branch_id),
      CONSTRAINT stock_movements_delta_not_zero CHECK (delta <> 0),
      CONSTRAINT stock_movements_cause_known CHECK (cause IN ('sale', 'adjustment'))
    );
    CREATE INDEX stock_movements_by_stock ON catalog.stock_movements (product_id, branch_id, id);
  `;
}
