/** What a report tells of the range: the names of things that were sold, and stock that is about to run out. */
import { Injectable } from '@nestjs/common';
import { dayMs, Database } from '@plaza/platform';

/** Named whether or not it is still sold. */
export interface NamedProduct {
  id: string;
  name: string;
  categoryId: string;
  categoryName: string;
}

/** What is left in a branch of what sold there. */
export interface RunningOut {
  productId: string;
  product: string;
  branchId: string;
  branch: string;
  /** What can be held at this moment. */
  available: number;
  /** Pieces sold in the span. */
  sold: number;
  /** Movements that these are a sum of. */
  movements: number;
  /** For how many days that is enough when it goes on selling as it did in the span. */
  daysLeft: number;
}

export interface Pace {
  /** The span in which sales are counted. */
  from: Date;
  to: Date;
  /** What is left for fewer days is about to run out. */
  daysMax: number;
  limit: number;
}

const names = `
  SELECT products.id, products.name, categories.id AS "categoryId", categories.name AS "categoryName"
  FROM catalog.products JOIN catalog.categories ON categories.id = products.category_id
  WHERE products.id = ANY ($1::uuid[])`;

/** What is no longer sold need not be bought again. */
const runningOut = `
  WITH sold AS (
    SELECT product_id, branch_id, -sum(delta) AS pieces, count(*) AS movements
    FROM catalog.stock_movements
    WHERE moved_at >= $1 AND moved_at < $2 AND cause = 'sale'
    GROUP BY product_id, branch_id HAVING sum(delta) < 0
  ), left_over AS (
    SELECT stock.product_id, stock.branch_id, stock.available, sold.pieces, sold.movements,
           stock.available * $3::float8 / sold.pieces AS days_left
    FROM sold JOIN catalog.stock USING (product_id, branch_id)
  )
  SELECT products.id AS "productId", products.name AS product, branches.id AS "branchId", branches.name AS branch,
         left_over.available, left_over.pieces::float8 AS sold,
         left_over.movements::float8 AS movements, left_over.days_left AS "daysLeft",
         (count(*) OVER ())::float8 AS all
  FROM left_over
  JOIN catalog.products ON products.id = left_over.product_id AND products.active AND products.deleted_at IS NULL
  JOIN catalog.branches ON branches.id = left_over.branch_id AND branches.closed_at IS NULL
  WHERE left_over.days_left < $4
  ORDER BY left_over.days_left, left_over.pieces DESC, products.id, branches.id LIMIT $5`;

@Injectable()
export class RangeFiguresQueries {
  constructor(private readonly database: Database) {}

  products(ids: readonly string[]): Promise<NamedProduct[]> {
    return this.database.readReplica<NamedProduct>(names, [ids]);
  }

  async branches(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.readReplica<{ id: string; name: string }>(
      'SELECT id, name FROM catalog.branches WHERE id = ANY ($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** By how soon, and how many there are in all. What is left is what is left now, whenever the span was. */
  async runningOut({ from, to, daysMax, limit }: Pace): Promise<{ all: number; first: RunningOut[] }> {
    const days = (to.getTime() - from.getTime()) / dayMs;
    const rows = await this.database.readReplica<RunningOut & { all: number }>(runningOut, [
      ...[from, to, days, daysMax, limit],
    ]);
    return { all: rows[0]?.all ?? 0, first: rows.map(({ all, ...row }) => row) };
  }
}
