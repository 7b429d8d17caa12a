/**
 * The list of what is offered, as the database has it: one page in at most two statements, the next one found by where the last
 * one ended. Every order has its indexes; a page deep down costs what the first one costs.
 */
import { Injectable } from '@nestjs/common';
import { Clock, Database, InvalidInput, minorUnits } from '@plaza/platform';
import { encodeCursor } from './cursor';
import { scopeOf } from './list-scope';
import { listStatement } from './list-statement';
import type { ProductFilter } from './product-filter';

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

export interface TimedPage {
  page: ProductPage;
  /** Until then no product comes back into stock by time alone, as far as is known. */
  trueUntil: Date;
}

interface Row extends Omit<ListedProduct, 'price' | 'category'> {
  price: string;
  /** Where it stands in the order, as a cursor tells it. */
  told: string;
  categoryId: string;
  categoryName: string;
  categorySlug: string;
}

/** A page without products is a row of its own, for the total. */
type RowOrTotal = (Row | { [Column in keyof Row]: null }) & Timed;

interface Timed {
  total: string | null;
  freedAt: Date | null;
}

@Injectable()
export class ProductListQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @param aheadMs how far it looks ahead for what comes back by time
   * @throws InvalidInput when a category, a branch or `after` names nothing
   */
  async list(filter: ProductFilter, aheadMs: number): Promise<TimedPage> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + aheadMs);
    const sort = filter.sort ?? (filter.q === undefined ? 'name' : 'relevance');
    if (sort === 'relevance' && filter.q === undefined) {
      throw new InvalidInput([{ pointer: '/sort', detail: 'relevance needs a text to compare with, in q' }]);
    }
    const { sql, parameters } = listStatement(filter, sort, await scopeOf(this.database, filter), {
      now,
      until,
    });
    const rows = await this.database.read<RowOrTotal>(sql, parameters);
    const found = rows.filter((row): row is Row & Timed => row.id !== null);
    const shown = found.slice(0, filter.limit);
    const last = found.length > filter.limit ? shown.at(-1) : undefined;
    const page = {
      items: shown.map(asListed),
      next: last ? encodeCursor({ sort, value: last.told, id: last.id }) : null,
      ...(filter.total === true && { total: Number(rows[0]?.total ?? 0) }),
    };
    return { page, trueUntil: rows[0]?.freedAt ?? until };
  }
}

function asListed({ id, sku, name, price, currency, available, ...row }: Row): ListedProduct {
  const category = { id: row.categoryId, name: row.categoryName, slug: row.categorySlug };
  return { id, sku, name, price: minorUnits(price), currency, available, category };
}
