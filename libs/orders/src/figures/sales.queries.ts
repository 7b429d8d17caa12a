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

const byCurrency = `
  WITH ${purchases}
  SELECT currency, count(*)::float8 AS purchases, count(total)::float8 AS priced, coalesce(sum(total), 0) AS revenue,
         count(*) FILTER (WHERE status = 'refunded')::float8 AS refunded,
         coalesce(sum(total) FILTER (WHERE status = 'refunded'), 0) AS "refundedRevenue"
  FROM purchases GROUP BY currency ORDER BY currency`;

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

const differences = `
  WITH ${purchases}
  SELECT currency, count(*)::float8 AS lines, avg(list_price - unit_price)::float8 AS average,
         max(list_price - unit_price) AS largest, min(list_price - unit_price) AS smallest,
         sum((list_price - unit_price) * quantity) AS total
  FROM purchases JOIN orders.order_lines ON order_id = id
  WHERE list_price IS NOT NULL AND unit_price IS NOT NULL
  GROUP BY currency ORDER BY currency`;

const byBranch = `
  WITH ${purchases}
  SELECT branch_id AS id, currency, count(*)::float8 AS purchases, coalesce(sum(total), 0) AS revenue
  FROM purchases GROUP BY branch_id, currency ORDER BY sum(total) DESC NULLS LAST, branch_id`;

const byCustomer = `
  WITH ${purchases}
  SELECT customer_id AS id, currency, count(*)::float8 AS purchases, coalesce(sum(total), 0) AS revenue
  FROM purchases WHERE customer_id IS NOT NULL
  GROUP BY customer_id, currency ORDER BY sum(total) DESC NULLS LAST, customer_id LIMIT $3`;

const ofCustomers = `
  WITH ${purchases}
  SELECT customer_id AS id, currency, count(*)::float8 AS purchases, coalesce(sum(total), 0) AS revenue
  FROM purchases WHERE customer_id = ANY ($3::uuid[]) GROUP BY customer_id, currency`;

/** An order has a product in one line at the most, so lines are purchases; what is of no known product is told as such. */
const byProduct = `
  WITH ${purchases}
  SELECT product_id AS id, currency, count(*)::float8 AS purchases, sum(quantity)::float8 AS pieces,
         coalesce(sum(line_total), 0) AS revenue
  FROM purchases JOIN orders.order_lines ON order_id = purchases.id
  GROUP BY product_id, currency ORDER BY sum(line_total) DESC NULLS LAST, product_id LIMIT $3`;

type Sums<T, Money extends keyof T> = Omit<T, Money> & Record<Money, string>;

@Injectable()
export class SalesQueries {
  constructor(private readonly database: Database) {}

  async byCurrency(span: SalesSpan): Promise<CurrencySales[]> {
    const rows = await this.of<Sums<CurrencySales, 'revenue' | 'refundedRevenue'>>(byCurrency, span);
    return rows.map(({ revenue, refundedRevenue, ...rest }) => {
      return { ...rest, revenue: minorUnits(revenue), refundedRevenue: minorUnits(refundedRevenue) };
    });
  }

  async counts(span: SalesSpan): Promise<PurchaseCounts> {
    const [row] = await this.of<PurchaseCounts>(counts, span);
    if (!row) throw new Error('A sum over no rows is a row');
    return row;
  }

  async differences(span: SalesSpan): Promise<PriceDifferences[]> {
    const rows = await this.of<Sums<PriceDifferences, 'largest' | 'smallest' | 'total'>>(differences, span);
    return rows.map(({ largest, smallest, total, ...rest }) => {
      return {
        ...rest,
        largest: minorUnits(largest),
        smallest: minorUnits(smallest),
        total: minorUnits(total),
      };
    });
  }

  /** The one with the highest revenue first. */
  async byBranch(span: SalesSpan): Promise<SalesOf[]> {
    return (await this.of<Sums<SalesOf, 'revenue'>>(byBranch, span)).map(withRevenue);
  }

  /** The `limit` products with the highest revenue. */
  async byProduct(span: SalesSpan, limit: number): Promise<ProductSales[]> {
    return (await this.of<Sums<ProductSales, 'revenue'>>(byProduct, span, limit)).map(withRevenue);
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

function withRevenue<T extends { revenue: string }>({ revenue, ...rest }: T) {
  return { ...rest, revenue: minorUnits(revenue) };
}
