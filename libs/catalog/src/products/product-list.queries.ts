/**
 * The list of what is offered, as the database has it: one page in at most two statements, the next one found by where the last
 * one ended. Every order has its index; a page deep down costs what the first one costs.
 */
import { Injectable } from '@nestjs/common';
import { Database, InvalidInput, minorUnits } from '@plaza/platform';
import { ONLINE_BRANCH_ID } from '../branch.entity';
import { decodeCursor, encodeCursor } from './cursor';

export const productSorts = ['name', 'price', '-price', 'newest'] as const;
export type ProductSort = (typeof productSorts)[number];

export interface ProductFilter {
  /** Id or slug; with everything below it. */
  category?: string;
  /** Part of the name or of the SKU. */
  q?: string;
  minPrice?: number;
  maxPrice?: number;
  /** Id or code of the branch whose stock counts; `online` unless told. */
  branch?: string;
  inStock?: boolean;
  sort: ProductSort;
  limit: number;
  after?: string;
  total?: boolean;
}

export interface ListedProduct {
  id: string;
  sku: string;
  name: string;
  /** Minor units of `currency`. */
  price: number;
  currency: string;
  /** What can be ordered now from the branch that was asked about. */
  available: number;
  category: { id: string; name: string; slug: string };
}

export interface ProductPage {
  items: ListedProduct[];
  next: string | null;
  total?: number;
}

interface Order {
  /** The indexed expression, and its type for the cursor's value. */
  by: string;
  type: 'text' | 'bigint' | 'timestamptz';
  descending: boolean;
  accepts: (value: string) => boolean;
}

const isAmount = (value: string) => Number.isSafeInteger(Number(value)) && /^\d+$/.test(value);
const isInstant = (value: string) =>
  /^[1-9]\d{3}-/.test(value) && !isNaN(Date.parse(value)) && new Date(value).toISOString() === value;

const orders: Record<ProductSort, Order> = {
  name: {
    by: 'lower(products.name)',
    type: 'text',
    descending: false,
    accepts: (value) => !value.includes('\0'),
  },
  price: { by: 'products.price', type: 'bigint', descending: false, accepts: isAmount },
  '-price': { by: 'products.price', type: 'bigint', descending: true, accepts: isAmount },
  newest: { by: 'products.created_at', type: 'timestamptz', descending: true, accepts: isInstant },
};

interface Row extends Omit<ListedProduct, 'price' | 'category'> {
  price: string;
  sortValue: string | Date;
  categoryId: string;
  categoryName: string;
  categorySlug: string;
}

/** The row of a page past the end has the total and nothing else. */
type RowOrTotal = (Row | { [Column in keyof Row]: null }) & { total?: string };

/** What the filter's names stand for. No category ids: any category. */
interface Scope {
  branchId: string;
  categoryIds: string[];
}

@Injectable()
export class ProductListQueries {
  constructor(private readonly database: Database) {}

  /** @throws InvalidInput when a category, a branch or `after` names nothing */
  async list(filter: ProductFilter): Promise<ProductPage> {
    const { sql, parameters } = statement(filter, await this.scopeOf(filter));
    const rows = await this.database.read<RowOrTotal>(sql, parameters);
    const found = rows.filter((row): row is Row & { total?: string } => row.id !== null);
    const shown = found.slice(0, filter.limit);
    const last = found.length > filter.limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(asListed),
      next: last ? encodeCursor({ sort: filter.sort, value: textOf(last.sortValue), id: last.id }) : null,
      ...(filter.total === true && { total: Number(rows[0]?.total ?? 0) }),
    };
  }

  private async scopeOf({ branch, category }: ProductFilter): Promise<Scope> {
    const online = branch === undefined || branch === 'online' || branch === ONLINE_BRANCH_ID;
    if (online && category === undefined) return { branchId: ONLINE_BRANCH_ID, categoryIds: [] };
    const [found] = await this.database.read<{ branchId: string | null; categoryIds: string[] | null }>(
      `WITH RECURSIVE below AS (
         SELECT id FROM catalog.categories WHERE $1 IN (id::text, slug)
         UNION ALL
         SELECT child.id FROM catalog.categories child JOIN below ON child.parent_id = below.id
       )
       SELECT (SELECT id FROM catalog.branches WHERE $2 IN (id::text, code)) AS "branchId",
              (SELECT array_agg(id) FROM below) AS "categoryIds"`,
      [category?.toLowerCase() ?? '', branch?.toLowerCase() ?? 'online'],
    );
    if (!found?.branchId) throw new InvalidInput([{ pointer: '/branch', detail: 'names no branch' }]);
    if (category !== undefined && !found.categoryIds) {
      throw new InvalidInput([{ pointer: '/category', detail: 'names no category' }]);
    }
    return { branchId: found.branchId, categoryIds: found.categoryIds ?? [] };
  }
}

function statement(filter: ProductFilter, scope: Scope): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [scope.branchId];
  const parameter = (value: unknown) => `$${parameters.push(value)}`;
  const { by, descending } = orders[filter.sort];
  const direction = descending ? 'DESC' : 'ASC';
  const matching = `
    FROM catalog.products
    JOIN catalog.categories ON categories.id = products.category_id
    LEFT JOIN catalog.stock ON stock.product_id = products.id AND stock.branch_id = $1
    WHERE products.active AND products.deleted_at IS NULL${conditions(filter, scope, parameter)}`;
  const total = filter.total === true ? `SELECT count(*) AS total ${matching}` : undefined;
  const page = `
    SELECT products.id, products.sku, products.name, products.price, products.currency, ${by} AS "sortValue",
           coalesce(stock.available, 0) AS available,
           categories.id AS "categoryId", categories.name AS "categoryName", categories.slug AS "categorySlug"
    ${matching}${beyond(filter, parameter)}
    ORDER BY ${by} ${direction}, products.id ${direction}
    LIMIT ${parameter(filter.limit + 1)}`;
  if (total === undefined) return { sql: page, parameters };
  const sql = `SELECT page.*, counted.total FROM (${total}) counted LEFT JOIN (${page}) page ON true
    ORDER BY page."sortValue" ${direction}, page.id ${direction}`;
  return { sql, parameters };
}

function conditions(filter: ProductFilter, scope: Scope, parameter: (value: unknown) => string): string {
  const all: string[] = [];
  if (scope.categoryIds.length > 0)
    all.push(`products.category_id = ANY (${parameter(scope.categoryIds)}::uuid[])`);
  if (filter.minPrice !== undefined) all.push(`products.price >= ${parameter(filter.minPrice)}`);
  if (filter.maxPrice !== undefined) all.push(`products.price <= ${parameter(filter.maxPrice)}`);
  if (filter.inStock === true) all.push('stock.available > 0');
  if (filter.q !== undefined) {
    const pattern = parameter(`%${filter.q.replaceAll(/[\\%_]/g, '\\$&')}%`);
    all.push(`(products.name ILIKE ${pattern} OR products.sku ILIKE ${pattern})`);
  }
  return all.map((condition) => ` AND ${condition}`).join('');
}

function beyond({ sort, after }: ProductFilter, parameter: (value: unknown) => string): string {
  if (after === undefined) return '';
  const { by, type, descending, accepts } = orders[sort];
  const { value, id } = decodeCursor(after, sort, accepts);
  const compared = descending ? '<' : '>';
  return ` AND (${by}, products.id) ${compared} (${parameter(value)}::${type}, ${parameter(id)}::uuid)`;
}

function asListed({ id, sku, name, price, currency, available, ...row }: Row): ListedProduct {
  const category = { id: row.categoryId, name: row.categoryName, slug: row.categorySlug };
  return { id, sku, name, price: minorUnits(price), currency, available, category };
}

function textOf(value: string | Date): string {
  return value instanceof Date ? value.toISOString() : value;
}
