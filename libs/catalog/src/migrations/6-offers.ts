import { ForwardMigration } from '@plaza/platform';

export class Offers1763600000025 extends ForwardMigration {
  protected readonly sql = `
    -- What a branch has and sells, in every order in which it is listed: an index over two tables, which PostgreSQL does not
    -- have, kept by the database itself in the transaction that changes either.
    CREATE TABLE catalog.offers (
      product_id uuid NOT NULL,
      branch_id uuid NOT NULL,
      category_id uuid NOT NULL,
      plain text COLLATE "C" NOT NULL,
      price bigint NOT NULL,
      created_at timestamptz NOT NULL,
      CONSTRAINT offers_pk PRIMARY KEY (product_id, branch_id)
    );

    CREATE FUNCTION catalog.keep_offers_of_stock() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      -- Whoever changes the product meanwhile is waited for, and waits: so both see what the other did. Whether it is sold is
      -- asked only then, for whoever is waited for may be about to change that.
      PERFORM FROM catalog.products WHERE id = NEW.product_id FOR SHARE;
      IF NEW.on_hand > NEW.held THEN
        INSERT INTO catalog.offers (product_id, branch_id, category_id, plain, price, created_at)
        SELECT id, NEW.branch_id, category_id, plain, price, created_at FROM catalog.products
        WHERE id = NEW.product_id AND active AND deleted_at IS NULL
        ON CONFLICT ON CONSTRAINT offers_pk DO NOTHING;
      ELSE
        DELETE FROM catalog.offers WHERE product_id = NEW.product_id AND branch_id = NEW.branch_id;
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER stock_offers_kept_new AFTER INSERT ON catalog.stock
      FOR EACH ROW WHEN (NEW.on_hand > NEW.held) EXECUTE FUNCTION catalog.keep_offers_of_stock();
    CREATE TRIGGER stock_offers_kept AFTER UPDATE OF on_hand, held ON catalog.stock
      FOR EACH ROW WHEN ((OLD.on_hand > OLD.held) <> (NEW.on_hand > NEW.held))
      EXECUTE FUNCTION catalog.keep_offers_of_stock();

    CREATE FUNCTION catalog.keep_offers_of_product() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM catalog.offers WHERE product_id = NEW.id;
      INSERT INTO catalog.offers (product_id, branch_id, category_id, plain, price, created_at)
      SELECT NEW.id, branch_id, NEW.category_id, NEW.plain, NEW.price, NEW.created_at FROM catalog.stock
      WHERE product_id = NEW.id AND on_hand > held AND NEW.active AND NEW.deleted_at IS NULL;
      RETURN NULL;
    END $$;
    CREATE TRIGGER products_offers_kept AFTER UPDATE ON catalog.products
      FOR EACH ROW
      WHEN ((OLD.category_id, OLD.plain, OLD.price, OLD.created_at, OLD.active, OLD.deleted_at)
        IS DISTINCT FROM (NEW.category_id, NEW.plain, NEW.price, NEW.created_at, NEW.active, NEW.deleted_at))
      EXECUTE FUNCTION catalog.keep_offers_of_product();

    ALTER TABLE catalog.offers ALTER plain SET STATISTICS 1000;
    INSERT INTO catalog.offers (product_id, branch_id, category_id, plain, price, created_at)
    SELECT products.id, stock.branch_id, products.category_id, products.plain, products.price, products.created_at
    FROM catalog.stock JOIN catalog.products ON products.id = stock.product_id
    WHERE stock.on_hand > stock.held AND products.active AND products.deleted_at IS NULL;

    CREATE INDEX offers_by_name ON catalog.offers (branch_id, plain, product_id) INCLUDE (category_id, price);
    CREATE INDEX offers_by_price ON catalog.offers (branch_id, price, product_id) INCLUDE (category_id, plain);
    CREATE INDEX offers_by_age ON catalog.offers (branch_id, created_at, product_id) INCLUDE (category_id, price, plain);
    CREATE INDEX offers_by_category_and_name ON catalog.offers (branch_id, category_id, plain, product_id)
      INCLUDE (price);
    CREATE INDEX offers_by_category_and_price ON catalog.offers (branch_id, category_id, price, product_id)
      INCLUDE (plain);
    CREATE INDEX offers_by_category_and_age ON catalog.offers (branch_id, category_id, created_at, product_id)
      INCLUDE (price);
  `;
}
