import { ForwardMigration } from '@plaza/platform';

export class Range1763600000020 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE catalog.categories (
      id uuid NOT NULL,
      parent_id uuid,
      name text NOT NULL,
      slug text NOT NULL,
      created_at timestamptz NOT NULL,
      CONSTRAINT categories_pk PRIMARY KEY (id),
      CONSTRAINT categories_slug_unique UNIQUE (slug),
      CONSTRAINT categories_parent_fk FOREIGN KEY (parent_id) REFERENCES catalog.categories (id),
      CONSTRAINT categories_not_own_parent CHECK (parent_id <> id)
    );
    CREATE INDEX categories_by_parent ON catalog.categories (parent_id);

    CREATE TABLE catalog.branches (
      id uuid NOT NULL,
      code text NOT NULL,
      name text NOT NULL,
      created_at timestamptz NOT NULL,
      CONSTRAINT branches_pk PRIMARY KEY (id),
      CONSTRAINT branches_code_unique UNIQUE (code)
    );

    CREATE TABLE catalog.products (
      id uuid NOT NULL,
      sku text NOT NULL,
      name text NOT NULL,
      description text NOT NULL,
      price bigint NOT NULL,
      currency text NOT NULL,
      category_id uuid NOT NULL,
      active boolean NOT NULL,
      created_at timestamptz NOT NULL,
      deleted_at timestamptz,
      CONSTRAINT products_pk PRIMARY KEY (id),
      CONSTRAINT products_sku_unique UNIQUE (sku),
      CONSTRAINT products_category_fk FOREIGN KEY (category_id) REFERENCES catalog.categories (id),
      CONSTRAINT products_price_not_negative CHECK (price >= 0),
      CONSTRAINT products_currency_is_iso CHECK (currency ~ '^[A-Z]{3}$')
    );
    CREATE INDEX products_by_category ON catalog.products (category_id);
    CREATE INDEX products_offered_by_name ON catalog.products (lower(name), id)
      WHERE active AND deleted_at IS NULL;
    CREATE INDEX products_offered_by_price ON catalog.products (price, id) WHERE active AND deleted_at IS NULL;
    CREATE INDEX products_offered_by_age ON catalog.products (created_at, id)
      WHERE active AND deleted_at IS NULL;
  `;
}
