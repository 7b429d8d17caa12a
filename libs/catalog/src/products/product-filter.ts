/** What a list of products may be asked for. */
import type { ProductSort } from './list-order';

export interface ProductFilter {
  /** Id or slug; with everything below it. */
  category?: string;
  /** Part of the name or of the SKU. Ranked by relevance, it also finds what is called something like it. */
  q?: string;
  minPrice?: number;
  maxPrice?: number;
  /** Id or code of the branch whose stock counts; `online` unless told. */
  branch?: string;
  inStock?: boolean;
  /** By relevance when there is a text to compare with, else by name. */
  sort?: ProductSort;
  limit: number;
  after?: string;
  total?: boolean;
}
