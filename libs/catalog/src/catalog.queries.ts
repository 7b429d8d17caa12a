/** What can be asked about the catalogue, apart from the product list. */
import { Injectable } from '@nestjs/common';
import {
  Clock,
  cursorOf,
  Database,
  minorUnits,
  pageOf,
  partsOfCursor,
  type Page,
  type PageWish,
} from '@plaza/platform';
import { ONLINE_BRANCH_ID } from './structure/branch.entity';
import { branchNotFound, categoryNotFound, productUnknown } from './catalog.errors';
import type { ListedProduct } from './products/product-list.queries';
import { freedAt } from './stock/expired-holds';
import type { StockPlace } from './stock/stock-place';

export interface ProductView extends ListedProduct {
  description: string;
  active: boolean;
}

export interface BranchStock {
  branch: { id: string; code: string; name: string };
  onHand: number;
  held: number;
  available: number;
}

/** The product is there, and no branch has any. */
type NoStock = { [Field in keyof BranchStock]: null };

export interface CategoryView {
  id: string;
  parentId: string | null;
  name: string;
  slug: string;
}

export interface BranchView {
  id: string;
  code: string;
  name: string;
}

/** With what a list of those that are open does not tell. */
export interface BranchDetail extends BranchView {
  /** Null while it is open. */
  closedAt: string | null;
}

/** No tree is deeper, whatever it was made of. */
const categoryStepsMax = 100;

/** Holds past $1 count as free. */
const stockColumns = `
  CASE WHEN branches.id IS NOT NULL
    THEN json_build_object('id', branches.id, 'code', branches.code, 'name', branches.name) END AS branch,
  stock.on_hand AS "onHand", stock.held - freed.quantity AS held, stock.available + freed.quantity AS available`;
const stockSource = `catalog.stock CROSS JOIN LATERAL (SELECT ${freedAt('stock', '$1')} AS quantity) freed`;

export interface PricedProduct {
  id: string;
  name: string;
  /** Minor units. */
  listPrice: number;
}

@Injectable()
export class CatalogQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * A product that has not been withdrawn, with what `online` has of it.
   * @throws PlazaError `catalog.product-unknown`
   */
  async product(id: string): Promise<ProductView> {
    const [product] = await this.database.readReplica<ProductView>(
      `SELECT products.id, products.sku, products.name, products.description, products.price, products.currency,
              products.active, coalesce(stock.available + ${freedAt('stock', '$3')}, 0) AS available,
              json_build_object('id', categories.id, 'name', categories.name, 'slug', categories.slug) AS category
       FROM catalog.products
       JOIN catalog.categories ON categories.id = products.category_id
       LEFT JOIN catalog.stock ON stock.product_id = products.id AND stock.branch_id = $2
       WHERE products.id = $1 AND products.deleted_at IS NULL`,
      [id, ONLINE_BRANCH_ID, this.clock.now()],
    );
    if (!product) throw productUnknown(id);
    return { ...product, price: minorUnits(product.price) };
  }

  /**
   * What every branch has of a product; branches that never had it are left out.
   * @throws PlazaError `catalog.product-unknown`
   */
  async stock(productId: string): Promise<Page<BranchStock>> {
    const rows = await this.database.read<BranchStock | NoStock>(
      `SELECT ${stockColumns}
       FROM catalog.products
       LEFT JOIN (${stockSource}) ON stock.product_id = products.id
       LEFT JOIN catalog.branches ON branches.id = stock.branch_id
       WHERE products.id = $2 AND products.deleted_at IS NULL
       ORDER BY branches.code`,
      [this.clock.now(), productId],
    );
    if (rows.length === 0) throw productUnknown(productId);
    return { items: rows.filter((row): row is BranchStock => row.branch !== null), next: null };
  }

  /** @throws PlazaError `catalog.product-unknown` when the branch never had it */
  async stockIn({ productId, branchId }: StockPlace): Promise<BranchStock> {
    const [row] = await this.database.read<BranchStock>(
      `SELECT ${stockColumns}
       FROM ${stockSource} JOIN catalog.branches ON branches.id = stock.branch_id
       WHERE stock.product_id = $2 AND stock.branch_id = $3`,
      [this.clock.now(), productId, branchId],
    );
    if (!row) throw productUnknown(productId);
    return row;
  }

  /** Whether it is open. */
  async isBranch(id: string): Promise<boolean> {
    const branches = await this.database.read(
      'SELECT FROM catalog.branches WHERE id = $1 AND closed_at IS NULL',
      [id],
    );
    return branches.length > 0;
  }

  /** How many can be held in each of these places now, place by place; 0 where there never was any. */
  async available(places: readonly StockPlace[]): Promise<number[]> {
    const rows = await this.database.read<{ available: number }>(
      `SELECT coalesce(stock.available + ${freedAt('stock', '$3')}, 0) AS available
       FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS place (branch_id, product_id, turn)
       LEFT JOIN catalog.stock USING (branch_id, product_id)
       ORDER BY place.turn`,
      [places.map(({ branchId }) => branchId), places.map(({ productId }) => productId), this.clock.now()],
    );
    return rows.map(({ available }) => available);
  }

  /** All categories, by slug; `parentId` makes the tree. */
  async categories({ limit, after }: PageWish): Promise<Page<CategoryView>> {
    const rows = await this.database.read<CategoryView>(
      `SELECT id, parent_id AS "parentId", name, slug FROM catalog.categories
       WHERE slug > $1 AND removed_at IS NULL ORDER BY slug LIMIT $2`,
      [after === undefined ? '' : textOfCursor(after), limit + 1],
    );
    return pageOf(rows, limit, ({ slug }) => cursorOf(slug));
  }

  /**
   * For each product of these lines the category that it is in and all above that, the nearest first; withdrawn products count, too,
   * and lines without a product do not.
   */
  async categoriesOf(lines: readonly { productId?: string | null }[]): Promise<Map<string, string[]>> {
    const productIds = lines.flatMap(({ productId }) => productId ?? []);
    const rows = await this.database.read<{ productId: string; categoryIds: string[] }>(
      `WITH RECURSIVE above AS (
         SELECT products.id AS product_id, products.category_id, 1 AS steps
         FROM catalog.products WHERE products.id = ANY ($1::uuid[])
         UNION ALL
         SELECT above.product_id, categories.parent_id, above.steps + 1
         FROM above JOIN catalog.categories ON categories.id = above.category_id
         WHERE categories.parent_id IS NOT NULL AND above.steps < $2
       )
       SELECT product_id AS "productId", array_agg(category_id ORDER BY steps) AS "categoryIds"
       FROM above GROUP BY product_id`,
      [productIds, categoryStepsMax],
    );
    return new Map(rows.map(({ productId, categoryIds }) => [productId, categoryIds]));
  }

  /** For each of these categories itself and all above it, the nearest first; such as are not there are left out. */
  async categoryPaths(ids: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.database.read<{ id: string; path: string[] }>(
      `WITH RECURSIVE above AS (
         SELECT id, id AS category_id, parent_id, 1 AS steps
         FROM catalog.categories WHERE id = ANY ($1::uuid[]) AND removed_at IS NULL
         UNION ALL
         SELECT above.id, parent.id, parent.parent_id, above.steps + 1
         FROM above JOIN catalog.categories AS parent ON parent.id = above.parent_id WHERE above.steps < $2
       )
       SELECT id, array_agg(category_id ORDER BY steps) AS path FROM above GROUP BY id`,
      [ids, categoryStepsMax],
    );
    return new Map(rows.map(({ id, path }) => [id, path]));
  }

  /** Those of these ids that are of no category, and those of no branch; such as were ended count as there. */
  async unknownOf(named: { categoryIds: string[]; branchIds: string[] }): Promise<Set<string>> {
    const rows = await this.database.read<{ id: string }>(
      `SELECT id FROM unnest($1::uuid[]) AS id WHERE NOT EXISTS (SELECT FROM catalog.categories WHERE categories.id = id.id)
       UNION
       SELECT id FROM unnest($2::uuid[]) AS id WHERE NOT EXISTS (SELECT FROM catalog.branches WHERE branches.id = id.id)`,
      [named.categoryIds, named.branchIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Those of the products that there are, sold or not, by SKU. */
  async productsBySku(skus: readonly string[]): Promise<Map<string, PricedProduct>> {
    const rows = await this.database.read<PricedProduct & { sku: string }>(
      'SELECT id, sku, name, price::float8 AS "listPrice" FROM catalog.products WHERE sku = ANY ($1::text[])',
      [[...new Set(skus)]],
    );
    return new Map(rows.map(({ sku, ...product }) => [sku, product]));
  }

  /** By its id or its code, whether it is open or not. */
  async branchNamed(idOrCode: string): Promise<BranchView | undefined> {
    const [branch] = await this.database.read<BranchView>(
      'SELECT id, code, name FROM catalog.branches WHERE id::text = lower($1) OR code = $1 LIMIT 1',
      [idOrCode],
    );
    return branch;
  }

  /** @throws PlazaError `catalog.category-not-found` */
  async category(id: string): Promise<CategoryView> {
    const [category] = await this.database.read<CategoryView>(
      `SELECT id, parent_id AS "parentId", name, slug FROM catalog.categories WHERE id = $1 AND removed_at IS NULL`,
      [id],
    );
    if (!category) throw categoryNotFound(id);
    return category;
  }

  /**
   * A branch, whether it is open or not.
   * @throws PlazaError `catalog.branch-not-found`
   */
  async branch(id: string): Promise<BranchDetail> {
    const [branch] = await this.database.read<BranchDetail>(
      `SELECT id, code, name, to_char(closed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "closedAt"
       FROM catalog.branches WHERE id = $1`,
      [id],
    );
    if (!branch) throw branchNotFound(id);
    return branch;
  }

  /** Those of the branches that there are, open or not, by id; null is none. */
  async branchesById(ids: readonly (string | null)[]): Promise<Map<string, BranchView>> {
    const wanted = [...new Set(ids)].filter((id) => id !== null);
    if (wanted.length === 0) return new Map();
    const rows = await this.database.read<BranchView>(
      'SELECT id, code, name FROM catalog.branches WHERE id = ANY ($1::uuid[])',
      [wanted],
    );
    return new Map(rows.map((branch) => [branch.id, branch]));
  }

  /** The branches that are open, by code. */
  async branches({ limit, after }: PageWish): Promise<Page<BranchView>> {
    const rows = await this.database.read<BranchView>(
      `SELECT id, code, name FROM catalog.branches WHERE code > $1 AND closed_at IS NULL ORDER BY code LIMIT $2`,
      [after === undefined ? '' : textOfCursor(after), limit + 1],
    );
    return pageOf(rows, limit, ({ code }) => cursorOf(code));
  }
}

/** @returns the name that the page before ended with */
function textOfCursor(after: string): string {
  const [text = ''] = partsOfCursor(after, [/^[\w-]{1,100}$/]);
  return text;
}
