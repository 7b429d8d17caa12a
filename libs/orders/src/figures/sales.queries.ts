/**
 * What was sold in a span of time, as sums that PostgreSQL makes. A purchase is an order that was paid in the span, whatever became of
 * it later. Each question is one statement over the purchases of the span, and may be answered by a replica.
 */
import { Injectable } from '@nestjs/common';
import { Database, minorUnits } from '@plaza/platform';

/** From an instant on, and before another. */
export interface SalesSpan {
  from: Date;
  to: Date;
}

/** Of the purchases in one currency. */
export interface CurrencySales {
  /** Null for purchases that have no price. */
  currency: string | null;
  purchases: number;
  /** Those that have a price. */
  priced: number;
  /** Minor units, as all money here. */
  revenue: number;
  /** Of the purchases, those of which all the money was given back since, and how much that was. */
  refunded: number;
  refundedRevenue: number;
}

/** How much there is to know about purchases. */
export interface PurchaseCounts {
  purchases: number;
  withPrice: number;
  withProduct: number;
  withCustomerAndProduct: number;
  withCustomerProductAndBranch: number;
  /** Minutes in which there was a purchase. */
  busyMinutes: number;
}

/** The list price of a piece less the price charged for it, over lines that have both. */
export interface PriceDifferences {
  currency: string;
  lines: number;
  average: number;
  largest: number;
  smallest: number;
  /** Over all pieces. */
  total: number;
}

/** The purchases that have something in common. */
export interface SalesOf {
  /** What it is: a branch, a product, a customer; null for purchases without one. */
  id: string | null;
  currency: string | null;
  /** Purchases that it is in. */
  purchases: number;
  revenue: number;
}

export interface ProductSales extends SalesOf {
  pieces: number;
}

/** Of our own orders nothing is unknown but perhaps the customer; of those of the legacy shop anything may be. */
const purchases = `
  purchases AS (
    SELECT id, customer_id, branch_id, total, currency, status, paid_at,
           CASE WHEN legacy_id IS NULL THEN true ELSE coalesce((
             SELECT bool_or(product_id IS NOT NULL) FROM orders.order_lines WHERE order_id = orders.id
           ), false) END AS has_product
    FROM orders.orders WHERE paid_at >= $1 AND paid_at < $2
  )`;

/** Each branch's, and those of all: the latter have no branch to them, and `of_all`. */
const byBranch = `
  WITH ${purchases}, sums AS MATERIALIZED (
    SELECT branch_id, currency, count(*) AS purchases, count(total) AS priced, sum(total) AS revenue,
           count(*) FILTER (WHERE status = 'refunded') AS refunded,
           sum(total) FILTER (WHERE status = 'refunded') AS refunded_revenue
    FROM purchases GROUP BY branch_id, currency
  )
  SELECT grouping(branch_id) = 1 AS of_all, branch_id AS id, currency, sum(purchases)::float8 AS purchases,
         sum(priced)::float8 AS priced, coalesce(sum(revenue), 0) AS revenue, sum(refunded)::float8 AS refunded,
         coalesce(sum(refunded_revenue), 0) AS "refundedRevenue"
  FROM sums GROUP BY GROUPING SETS ((branch_id, currency), (currency))
  ORDER BY of_all DESC, sum(revenue) DESC NULLS LAST, branch_id, currency`;

/** Minutes first, so that what has to be told apart is few rows. */
const counts = `
  WITH ${purchases}, minutes AS (
    SELECT count(*) AS purchases, count(total) AS priced, count(*) FILTER (WHERE has_product) AS with_product,
           count(customer_id) FILTER (WHERE has_product) AS known,
           count(customer_id) FILTER (WHERE has_product AND branch_id IS NOT NULL) AS placed
    FROM purchases GROUP BY date_trunc('minute', paid_at, 'UTC')
  )
  SELECT coalesce(sum(purchases), 0)::float8 AS purchases, coalesce(sum(priced), 0)::float8 AS "withPrice",
         coalesce(sum(with_product), 0)::float8 AS "withProduct",
         coalesce(sum(known), 0)::float8 AS "withCustomerAndProduct",
         coalesce(sum(placed), 0)::float8 AS "withCustomerProductAndBranch", count(*)::float8 AS "busyMinutes"
  FROM minutes`;

const byCustomer = `
  WITH ${purchases}
  SELECT customer_id AS id, currency, count(*)::float8 AS purchases, coalesce(sum(total), 0) AS revenue
  FROM purchases WHERE customer_id IS NOT NULL
  GROUP BY customer_id, currency ORDER BY sum(total) DESC NULLS LAST, customer_id LIMIT $3`;

const ofCustomers = `
  WITH ${purchases}
  SELECT customer_id AS id, currency, count(*)::float8 AS purchases, coalesce(sum(total), 0) AS revenue
  FROM purchases WHERE customer_id = ANY ($3::uuid[]) GROUP BY customer_id, currency`;

/**
 * Each product's, and those of all, which are made of them, as of branches. An order has a product in one line at the most, so lines are purchases; what is of no
 * known product is told as such.
 */
const byProduct = `
  WITH ${purchases}, lines AS (
    SELECT product_id, currency, quantity, line_total, list_price - unit_price AS difference
    FROM purchases JOIN orders.order_lines ON order_id = purchases.id
  ), sums AS MATERIALIZED (
    SELECT product_id, currency, count(*) AS purchases, sum(quantity) AS pieces, sum(line_total) AS revenue,
           count(difference) AS lines, sum(difference) AS differences, max(difference) AS largest,
           min(difference) AS smallest, sum(difference * quantity) AS total
    FROM lines GROUP BY product_id, currency
  )
  SELECT grouping(product_id) = 1 AS of_all, product_id AS id, currency, sum(purchases)::float8 AS purchases,
         sum(pieces)::float8 AS pieces, coalesce(sum(revenue), 0) AS revenue, sum(lines)::float8 AS lines,
         (sum(differences) / nullif(sum(lines), 0))::float8 AS average, max(largest) AS largest,
         min(smallest) AS smallest, sum(total) AS total
  FROM sums GROUP BY GROUPING SETS ((product_id, currency), (currency))
  ORDER BY of_all DESC, sum(revenue) DESC NULLS LAST, product_id, currency LIMIT $3`;

type Sums<T, Money extends keyof T> = Omit<T, Money> & Record<Money, string>;

type BranchRow = { of_all: boolean; id: string | null } & Sums<CurrencySales, 'revenue' | 'refundedRevenue'>;

interface ProductRow extends Sums<ProductSales, 'revenue'> {
  of_all: boolean;
  lines: number;
  /** These four are null where no line has both prices. */
  average: number | null;
  largest: string | null;
  smallest: string | null;
  total: string | null;
}

/** Sums over everything, and over what it is made of. */
export interface SalesBy<Of, All> {
  all: All[];
  /** The one with the highest revenue first. */
  each: Of[];
}

@Injectable()
export class SalesQueries {
  constructor(private readonly database: Database) {}

  async counts(span: SalesSpan): Promise<PurchaseCounts> {
    const [row] = await this.of<PurchaseCounts>(counts, span);
    if (!row) throw new Error('A sum over no rows is a row');
    return row;
  }

  async byBranch(span: SalesSpan): Promise<SalesBy<SalesOf, CurrencySales>> {
    const rows = await this.of<BranchRow>(byBranch, span);
    return {
      all: rows.filter(({ of_all: ofAll }) => ofAll).map(currencySales),
      each: rows
        .filter(({ of_all: ofAll }) => !ofAll)
        .map(({ id, currency, purchases: count, revenue }) => {
          return { id, currency, purchases: count, revenue: minorUnits(revenue) };
        }),
    };
  }

  /** Of the `limit` products with the highest revenue; price differences are of all. */
  async byProduct(span: SalesSpan, limit: number): Promise<SalesBy<ProductSales, PriceDifferences>> {
    const rows = await this.of<ProductRow>(byProduct, span, limit);
    return {
      all: rows.filter(({ of_all: ofAll }) => ofAll).flatMap(differencesOf),
      each: rows
        .filter(({ of_all: ofAll }) => !ofAll)
        .map(({ id, currency, purchases: count, pieces, revenue }) => {
          return { id, currency, purchases: count, pieces, revenue: minorUnits(revenue) };
        }),
    };
  }

  /** The `limit` customers with the highest revenue. */
  async byCustomer(span: SalesSpan, limit: number): Promise<SalesOf[]> {
    return (await this.of<Sums<SalesOf, 'revenue'>>(byCustomer, span, limit)).map(withRevenue);
  }

  async ofCustomers(span: SalesSpan, ids: readonly string[]): Promise<SalesOf[]> {
    return (await this.of<Sums<SalesOf, 'revenue'>>(ofCustomers, span, ids)).map(withRevenue);
  }

  private of<Row>(sql: string, { from, to }: SalesSpan, ...more: unknown[]): Promise<Row[]> {
    return this.database.readReplica<Row>(sql, [from, to, ...more]);
  }
}

function withRevenue({ revenue, ...rest }: Sums<SalesOf, 'revenue'>): SalesOf {
  return { ...rest, revenue: minorUnits(revenue) };
}

function currencySales({ of_all: _, id: __, revenue, refundedRevenue, ...rest }: BranchRow): CurrencySales {
  return { ...rest, revenue: minorUnits(revenue), refundedRevenue: minorUnits(refundedRevenue) };
}

function differencesOf(row: ProductRow): PriceDifferences[] {
  const { currency, lines, average, largest, smallest, total } = row;
  if (currency === null || average === null || largest === null || smallest === null || total === null) {
    return [];
  }
  const [most, least] = [minorUnits(largest), minorUnits(smallest)];
  return [{ currency, lines, average, largest: most, smallest: least, total: minorUnits(total) }];
}
