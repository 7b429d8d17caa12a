/** What the catalogue announces. */
import type { Fact } from '@plaza/messaging';

export const CATALOG_TOPIC = 'catalog.events';

/** A product was taken in, changed or withdrawn. Key: the product. */
export type ProductChanged = Fact<
  'product-changed',
  {
    productId: string;
    sku: string;
    name: string;
    /** Minor units of `currency`. */
    price: number;
    currency: string;
    categoryId: string;
    /** False when it is not sold any more, for now or for good. */
    offered: boolean;
  }
>;

/** Told when `available` becomes zero or ceases to be, and after every adjustment. Key: the product. */
export type StockChanged = Fact<'stock-changed', { productId: string; branchId: string; available: number }>;

/** A category was renamed, moved or removed. Key: the category. */
export type CategoryChanged = Fact<
  'category-changed',
  { categoryId: string; parentId: string | null; name: string; slug: string; removed: boolean }
>;

export type CatalogFact = ProductChanged | StockChanged | CategoryChanged;
