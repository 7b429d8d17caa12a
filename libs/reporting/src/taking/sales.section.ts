/** What was sold: how much, to whom, where, and at what prices. */
import { Injectable } from '@nestjs/common';
import { RangeFiguresQueries, type NamedProduct } from '@plaza/catalog';
import { UsersQueries } from '@plaza/identity';
import {
  SalesQueries,
  type CurrencySales,
  type PriceDifferences,
  type ProductSales,
  type SalesBy,
  type SalesOf,
} from '@plaza/orders';
import type { Figure, List, ListName, ListRow, Section, TwoWeeks } from '../figures/figure';
import type { Span } from '../weeks/week';
import { pricedOf, priceFigures, saleFigures, sumsByCategory } from './sale-figures';

/** The products with the highest revenue, over which categories are summed up: more than a shop has. */
const productsMax = 200_000;
const productsAtOnceMax = 20_000;
const listedMax = 20;
/** Stands for purchases that have none. */
const none = 'none';

interface Sold {
  branches: SalesBy<SalesOf, CurrencySales>;
  products: SalesBy<ProductSales, PriceDifferences>;
  customers: SalesOf[];
}

@Injectable()
export class SalesSection {
  constructor(
    private readonly sales: SalesQueries,
    private readonly range: RangeFiguresQueries,
    private readonly users: UsersQueries,
  ) {}

  async take({ week, before }: TwoWeeks<Span>): Promise<TwoWeeks<Section>> {
    const sold = await this.sold(week, await this.sales.byCustomer(week, listedMax));
    const customerIds = sold.customers.flatMap(({ id }) => id ?? []);
    const soldBefore = await this.sold(before, await this.sales.ofCustomers(before, customerIds));
    const products = await this.named([...sold.products.each, ...soldBefore.products.each]);
    return {
      week: { figures: await this.figures(week, sold), lists: await this.lists(sold, products) },
      before: { figures: await this.figures(before, soldBefore), lists: listsOf(soldBefore, products) },
    };
  }

  private async sold(span: Span, customers: SalesOf[]): Promise<Sold> {
    const branches = await this.sales.byBranch(span);
    return { branches, customers, products: await this.sales.byProduct(span, productsMax) };
  }

  private async figures(span: Span, { branches, products }: Sold): Promise<Figure[]> {
    const counts = await this.sales.counts(span);
    return [...saleFigures(span, counts, branches.all), ...priceFigures(products.all)];
  }

  private async named(sold: readonly ProductSales[]): Promise<Map<string, NamedProduct>> {
    const ids = [...new Set(sold.flatMap(({ id }) => id ?? []))];
    const products = new Map<string, NamedProduct>();
    for (let from = 0; from < ids.length; from += productsAtOnceMax) {
      const some = await this.range.products(ids.slice(from, from + productsAtOnceMax));
      for (const product of some) products.set(product.id, product);
    }
    return products;
  }

  /** Those that are told, with their names. */
  private async lists(sold: Sold, products: ReadonlyMap<string, NamedProduct>): Promise<List[]> {
    const lists = listsOf(sold, products).map((list) => ({ ...list, rows: list.rows.slice(0, listedMax) }));
    const idsIn = (name: ListName) =>
      lists.find((list) => list.name === name)?.rows.flatMap(({ id }) => (id === none ? [] : id)) ?? [];
    const names = new Map([
      ...(await this.range.branches(idsIn('branches'))),
      ...(await this.users.names(idsIn('customers'))),
    ]);
    return lists.map((list) => ({
      ...list,
      rows: list.rows.map((row) => ({ ...row, label: row.label ?? names.get(row.id) ?? null })),
    }));
  }
}

function listsOf(sold: Sold, products: ReadonlyMap<string, NamedProduct>): List[] {
  const labelOf = (id: string | null) => (id === null ? undefined : products.get(id)?.name) ?? null;
  return [
    listOf(
      'branches',
      sold.branches.each.map((sales) => rowOf(sales)),
    ),
    listOf('categories', sumsByCategory(sold.products.each, products)),
    listOf(
      'products',
      sold.products.each.map((sales) => rowOf(sales, { pieces: sales.pieces }, labelOf(sales.id))),
    ),
    listOf(
      'customers',
      sold.customers.map((sales) => rowOf(sales)),
    ),
  ];
}

function listOf(name: ListName, rows: ListRow[]): List {
  return { name, rows, all: rows.length };
}

function rowOf(
  { id, currency, purchases, revenue }: SalesOf,
  more: { pieces?: number } = {},
  label: string | null = null,
): ListRow {
  const counts = { purchases, ...(more.pieces !== undefined && { pieces: purchases }) };
  return {
    ...{ id: id ?? none, label, currency, values: { purchases, ...more, revenue } },
    counts: { ...counts, revenue: pricedOf(purchases, currency) },
  };
}
