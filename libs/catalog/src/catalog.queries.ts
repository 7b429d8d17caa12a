/** What can be asked about the catalogue, apart from the product list. */
import { Injectable } from '@nestjs/common';
import { Database, InvalidInput, minorUnits } from '@plaza/platform';
import { ONLINE_BRANCH_ID } from './branch.entity';
import { productUnknown } from './catalog.errors';
import type { ListedProduct } from './products/product-list.queries';
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

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export interface PageWish {
  limit: number;
  after?: string;
}

const stockColumns = `
  CASE WHEN branches.id IS NOT NULL
    THEN json_build_object('id', branches.id, 'code', branches.code, 'name', branches.name) END AS branch,
  stock.on_hand AS "onHand", stock.held, stock.available`;

@Injectable()
export class CatalogQueries {
  constructor(private readonly database: Database) {}

  /**
   * A product that has not been withdrawn, with what `online` has of it.
   * @throws PlazaError `catalog.product-unknown`
   */
  async product(id: string): Promise<ProductView> {
    const [product] = await this.database.read<ProductView>(
      `SELECT products.id, products.sku, products.name, products.description, products.price, products.currency,
              products.active, coalesce(stock.available, 0) AS available,
              json_build_object('id', categories.id, 'name', categories.name, 'slug', categories.slug) AS category
       FROM catalog.products
       JOIN catalog.categories ON categories.id = products.category_id
       LEFT JOIN catalog.stock ON stock.product_id = products.id AND stock.branch_id = $2
       WHERE products.id = $1 AND products.deleted_at IS NULL`,
      [id, ONLINE_BRANCH_ID],
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
       LEFT JOIN catalog.stock ON stock.product_id = products.id
       LEFT JOIN catalog.branches ON branches.id = stock.branch_id
       WHERE products.id = $1 AND products.deleted_at IS NULL
       ORDER BY branches.code`,
      [productId],
    );
    if (rows.length === 0) throw productUnknown(productId);
    return { items: rows.filter((row): row is BranchStock => row.branch !== null), next: null };
  }

  /** @throws PlazaError `catalog.product-unknown` when the branch never had it */
  async stockIn({ productId, branchId }: StockPlace): Promise<BranchStock> {
    const [row] = await this.database.read<BranchStock>(
      `SELECT ${stockColumns}
       FROM catalog.stock JOIN catalog.branches ON branches.id = stock.branch_id
       WHERE stock.product_id = $1 AND stock.branch_id = $2`,
      [productId, branchId],
    );
    if (!row) throw productUnknown(productId);
    return row;
  }

  async isBranch(id: string): Promise<boolean> {
    const branches = await this.database.read('SELECT FROM catalog.branches WHERE id = $1', [id]);
    return branches.length > 0;
  }

  /** How many can be held in each of these places at once, place by place; 0 where there never was any. */
  async available(places: readonly StockPlace[]): Promise<number[]> {
    const rows = await this.database.read<{ available: number }>(
      `SELECT coalesce(stock.available, 0) AS available
       FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS place (branch_id, product_id, turn)
       LEFT JOIN catalog.stock USING (branch_id, product_id)
       ORDER BY place.turn`,
      [places.map(({ branchId }) => branchId), places.map(({ productId }) => productId)],
    );
    return rows.map(({ available }) => available);
  }

  /** All categories, by slug; `parentId` makes the tree. */
  async categories({ limit, after }: PageWish): Promise<Page<CategoryView>> {
    const rows = await this.database.read<CategoryView>(
      `SELECT id, parent_id AS "parentId", name, slug FROM catalog.categories
       WHERE slug > $1 ORDER BY slug LIMIT $2`,
      [after === undefined ? '' : textOfCursor(after), limit + 1],
    );
    return pageOf(rows, limit, ({ slug }) => slug);
  }

  /** All branches, by code. */
  async branches({ limit, after }: PageWish): Promise<Page<BranchView>> {
    const rows = await this.database.read<BranchView>(
      `SELECT id, code, name FROM catalog.branches WHERE code > $1 ORDER BY code LIMIT $2`,
      [after === undefined ? '' : textOfCursor(after), limit + 1],
    );
    return pageOf(rows, limit, ({ code }) => code);
  }
}

function pageOf<Item>(rows: Item[], limit: number, placeOf: (item: Item) => string): Page<Item> {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? Buffer.from(placeOf(last)).toString('base64url') : null };
}

function textOfCursor(after: string): string {
  const text = Buffer.from(after, 'base64url').toString();
  if (/^[\w-]{1,100}$/.test(text)) return text;
  throw new InvalidInput([
    { pointer: '/after', detail: 'must be the `next` of an earlier page of the same list' },
  ]);
}
