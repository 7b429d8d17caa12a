/**
 * The one statement that finds a page of the list. What is offered is looked for among the products, or, when only what is there counts,
 * among the offers of the branch, which have the same columns, and what time has given back to it. Every order has an index on each,
 * for all and by category.
 */
import { freedTables, nextFreedAt } from '../stock/expired-holds';
import { decodeCursor } from './cursor';
import {
  columnOrders,
  isPlace,
  ordered,
  placeOf,
  tiers,
  type ColumnOrder,
  type ProductSort,
  type RelevancePlace,
  type Tier,
} from './list-order';
import type { ListScope, SearchedText } from './list-scope';
import type { ProductFilter } from './product-filter';

export interface Statement {
  sql: string;
  parameters: unknown[];
}

/** For what instant the list is made, and up to when it is to know of a change that time makes. */
export interface ListTimes {
  now: Date;
  until: Date;
}

/** Of those that are only like what was typed, so many are ranked; nobody leafs further. */
const alikeMax = 300;

/** What is looked through; together the last two are what is in stock, and a product is in one of them only. */
type Shelf = 'catalog.products' | 'catalog.offers' | 'returned';

/** A condition on the text of a product, given the column. */
type TextCondition = (column: string) => string;

interface Stretch {
  order: ColumnOrder;
  text?: TextCondition;
  after?: { key: string; id: string };
  limit?: number;
  /** The statement's own names for one category. */
  category?: string;
  /** Must hold for anything to be looked for at all. */
  gate?: string;
}

/** @throws InvalidInput when `after` is no cursor of this list */
export function listStatement(
  filter: ProductFilter,
  sort: ProductSort,
  scope: ListScope,
  times: ListTimes,
): Statement {
  return new ListStatement(filter, sort, scope, times).build();
}

class ListStatement {
  private readonly parameters: unknown[] = [];
  private readonly branch: string;
  private readonly rowsMax: number;

  constructor(
    private readonly filter: ProductFilter,
    private readonly sort: ProductSort,
    private readonly scope: ListScope,
    private readonly times: ListTimes,
  ) {
    this.branch = `${this.parameter(scope.branchId)}::uuid`;
    this.rowsMax = filter.limit + 1;
  }

  build(): Statement {
    const { text } = this.scope;
    const byRelevance = this.sort === 'relevance' && text !== undefined;
    const page = byRelevance ? this.relevancePage(text) : this.columnPage();
    const counted =
      this.filter.total === true
        ? `(${byRelevance ? this.relevanceCount(text) : this.count(this.plainText())}) counted`
        : '(SELECT NULL AS total) counted';
    const now = `${this.parameter(this.times.now)}::timestamptz`;
    const until = `${this.parameter(this.times.until)}::timestamptz`;
    const sql = `
      WITH ${freedTables(this.branch, now)}, ${page}
      SELECT products.id, products.sku, products.name, products.price, products.currency, page.told,
             coalesce(stock.available, 0) + coalesce(freed.quantity, 0) AS available, categories.id AS "categoryId",
             categories.name AS "categoryName", categories.slug AS "categorySlug", counted.total,
             ${nextFreedAt(this.branch, now, until)} AS "freedAt"
      FROM ${counted}
      LEFT JOIN page ON true
      LEFT JOIN catalog.products ON products.id = page.id
      LEFT JOIN catalog.categories ON categories.id = products.category_id
      LEFT JOIN catalog.stock ON stock.product_id = page.id AND stock.branch_id = ${this.branch}
      LEFT JOIN freed ON freed.product_id = page.id
      ORDER BY page.place`;
    return { sql, parameters: this.parameters };
  }

  private columnPage(): string {
    const sort = this.sort === 'relevance' ? 'name' : this.sort;
    const order = columnOrders[sort];
    const { after } = this.filter;
    const cursor = after === undefined ? undefined : decodeCursor(after, this.sort, order.accepts);
    const stretch = this.stretch({
      order,
      ...this.plainText(),
      ...(cursor && { after: { key: cursor.value, id: cursor.id } }),
      limit: this.rowsMax,
    });
    return `page AS MATERIALIZED (
      SELECT id, ${order.told('key')} AS told, row_number() OVER (ORDER BY ${ordered('key', 'id', order)}) AS place
      FROM (${stretch}) found)`;
  }

  /** Every tier is looked for only when those before it do not fill the page. */
  private relevancePage(text: SearchedText): string {
    const { after } = this.filter;
    const place = after === undefined ? undefined : placeOf(decodeCursor(after, 'relevance', isPlace));
    const from = place ? tiers.indexOf(place.tier) : 0;
    const chosen = tiersOf(text).filter((tier) => tiers.indexOf(tier) >= from);
    const parts = chosen.map((tier, at) => {
      const before = chosen.slice(0, at).map((earlier) => `(SELECT count(*) FROM ${earlier})`);
      const gate =
        before.length > 0 ? `${before.join(' + ')} < ${this.parameter(this.rowsMax)}::bigint` : undefined;
      return `${tier} AS MATERIALIZED (${this.tier(tier, text, gate, place?.tier === tier ? place : undefined)})`;
    });
    const all = chosen.map((tier) => `SELECT ${tiers.indexOf(tier)} AS tier, id, told, place FROM ${tier}`);
    return `${parts.join(', ')}, page AS MATERIALIZED (
      SELECT id, tier || told AS told, row_number() OVER (ORDER BY tier, place) AS place
      FROM (${all.join(' UNION ALL ')}) found
      ORDER BY tier, found.place LIMIT ${this.parameter(this.rowsMax)})`;
  }

  private tier(tier: Tier, text: SearchedText, gate?: string, after?: RelevancePlace): string {
    if (tier === 'alike') return this.alike(text, gate, after);
    const order = columnOrders.name;
    const stretch = this.stretch({
      order,
      text: this.textOf(tier, text),
      limit: this.rowsMax,
      ...(gate !== undefined && { gate }),
      ...(after && { after }),
    });
    return `SELECT id, key AS told, row_number() OVER (ORDER BY key, id) AS place FROM (${stretch}) found`;
  }

  private alike(text: SearchedText, gate?: string, after?: RelevancePlace): string {
    const stretch = this.stretch({
      order: columnOrders.name,
      text: this.textOf('alike', text),
      limit: alikeMax,
      ...(gate !== undefined && { gate }),
    });
    const words = this.parameter(text.plain);
    const beyond = after
      ? `WHERE closeness < ${this.parameter(after.key)}::real
           OR closeness = ${this.parameter(after.key)}::real AND id > ${this.parameter(after.id)}::uuid`
      : '';
    return `SELECT id, closeness::text AS told, row_number() OVER (ORDER BY closeness DESC, id) AS place
      FROM (SELECT id, public.word_similarity(${words}, key) AS closeness FROM (${stretch}) found) ranked ${beyond}
      ORDER BY closeness DESC, id LIMIT ${this.parameter(this.rowsMax)}`;
  }

  private relevanceCount(text: SearchedText): string {
    const counts = tiersOf(text).map((tier) => {
      const condition = { text: this.textOf(tier, text) };
      return `(${this.count({ ...condition, ...(tier === 'alike' && { limit: alikeMax }) })})`;
    });
    return `SELECT ${counts.join(' + ')} AS total`;
  }

  private count(of: Pick<Stretch, 'text' | 'limit'>): string {
    const found = this.shelves.map((shelf) => {
      const { from, conditions } = this.chosen({ order: columnOrders.name, ...of }, shelf);
      return `SELECT ${from} WHERE ${conditions}`;
    });
    const limit = of.limit === undefined ? '' : ` LIMIT ${this.parameter(of.limit)}`;
    return `SELECT count(*) AS total FROM (${found.join(' UNION ALL ')}${limit}) chosen`;
  }

  /** For the orders in which text only chooses. */
  private plainText(): { text?: TextCondition } {
    const { text } = this.scope;
    if (!text) return {};
    const pattern = this.parameter(text.isShort ? beginning(text.plain) : containing(text.plain));
    return { text: (column) => `${column} LIKE ${pattern}` };
  }

  /** The tiers have nothing in common. */
  private textOf(tier: Tier, text: SearchedText): TextCondition {
    if (tier === 'alike') return this.alikeText(text);
    const begins = this.parameter(beginning(text.plain));
    if (tier === 'beginning') return (column) => `${column} LIKE ${begins}`;
    const contains = this.parameter(containing(text.plain));
    return (column) => `${column} LIKE ${contains} AND ${column} NOT LIKE ${begins}`;
  }

  /** Has every word that was typed, or one that it may have been meant to be; and not the text as it was typed. */
  private alikeText({ plain, words }: SearchedText): TextCondition {
    const contains = this.parameter(containing(plain));
    const patterns = words.map(({ typed, like }) =>
      [containing(typed), ...like.map((word) => containing(` ${word}`))].map((each) => this.parameter(each)),
    );
    return (column) => {
      const each = patterns.map(
        (any) => `(${any.map((pattern) => `${column} LIKE ${pattern}`).join(' OR ')})`,
      );
      return `${each.join(' AND ')} AND ${column} NOT LIKE ${contains}`;
    };
  }

  /** Rows `id, key` in the order asked for. Several categories are merged, each being in that order already. */
  private stretch(wanted: Stretch): string {
    const { categoryIds } = this.scope;
    if (categoryIds.length < 2 || wanted.text) return this.single(wanted);
    const { order, limit = this.rowsMax } = wanted;
    const ids = this.parameter(categoryIds);
    const rowsMax = this.parameter(limit);
    // Only categories whose own first row is among the first rows of all can have a row on the page.
    return `SELECT ranked.id, ranked.key
      FROM (SELECT category.id FROM unnest(${ids}::uuid[]) AS category (id)
            CROSS JOIN LATERAL (${this.single({ ...wanted, limit: 1, category: 'category.id' })}) head
            ORDER BY ${ordered('head.key', 'head.id', order)} LIMIT ${rowsMax}) ahead
      CROSS JOIN LATERAL (${this.single({ ...wanted, limit, category: 'ahead.id' })}) ranked
      ORDER BY ${ordered('ranked.key', 'ranked.id', order)} LIMIT ${rowsMax}`;
  }

  private get shelves(): Shelf[] {
    return this.filter.inStock === true ? ['catalog.offers', 'returned'] : ['catalog.products'];
  }

  private single(wanted: Stretch): string {
    const { order, limit = this.rowsMax } = wanted;
    const first = (key: string, id: string) =>
      `ORDER BY ${ordered(key, id, order)} LIMIT ${this.parameter(limit)}`;
    const found = this.shelves.map((shelf) => {
      const { id, from, conditions } = this.chosen(wanted, shelf);
      const key = `shelf.${order.column}`;
      return `(SELECT ${id} AS id, ${key} AS key ${from} WHERE ${conditions} ${first(key, id)})`;
    });
    if (found.length === 1) return found.join();
    return `SELECT id, key FROM (${found.join(' UNION ALL ')}) shelved ${first('key', 'id')}`;
  }

  private chosen(
    { order, text, after, category, gate }: Stretch,
    table: Shelf,
  ): { id: string; from: string; conditions: string } {
    const { minPrice, maxPrice } = this.filter;
    const offered = (name: string) => [`${name}.active`, `${name}.deleted_at IS NULL`];
    const isProduct = table === 'catalog.products';
    const id = isProduct ? 'shelf.id' : 'shelf.product_id';
    // The text index is that of the products; the offers' own column lets them be read alone, in order, when most will do.
    const named = table === 'catalog.offers' && text !== undefined;
    const conditions = isProduct ? offered('shelf') : [`shelf.branch_id = ${this.branch}`];
    if (named) conditions.push(...offered('named'), text('named.plain'));
    if (text) conditions.push(text('shelf.plain'));
    if (category !== undefined) conditions.push(`shelf.category_id = ${category}`);
    else conditions.push(...this.ofCategories());
    if (minPrice !== undefined) conditions.push(`shelf.price >= ${this.parameter(minPrice)}`);
    if (maxPrice !== undefined) conditions.push(`shelf.price <= ${this.parameter(maxPrice)}`);
    if (gate !== undefined) conditions.push(gate);
    if (after) {
      const compared = order.descending ? '<' : '>';
      const key = `${this.parameter(after.key)}::${order.type}`;
      conditions.push(
        `(shelf.${order.column}, ${id}) ${compared} (${key}, ${this.parameter(after.id)}::uuid)`,
      );
    }
    const from = `FROM ${table} shelf${named ? ' JOIN catalog.products named ON named.id = shelf.product_id' : ''}`;
    return { id, from, conditions: conditions.join(' AND ') };
  }

  private ofCategories(): string[] {
    const { categoryIds } = this.scope;
    if (categoryIds.length === 0) return [];
    if (categoryIds.length === 1) return [`shelf.category_id = ${this.parameter(categoryIds[0])}::uuid`];
    return [`shelf.category_id = ANY (${this.parameter(categoryIds)}::uuid[])`];
  }

  private parameter(value: unknown): string {
    return `$${this.parameters.push(value)}`;
  }
}

function tiersOf({ isShort, words }: SearchedText): Tier[] {
  if (isShort) return ['beginning'];
  const canDiffer = words.length > 1 || words.some(({ like }) => like.length > 0);
  return canDiffer ? [...tiers] : ['beginning', 'containing'];
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&');
const beginning = (text: string) => ` ${escaped(text)}%`;
const containing = (text: string) => `%${escaped(text)}%`;
