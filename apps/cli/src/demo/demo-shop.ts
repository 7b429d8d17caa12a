/** The demo's branches, categories and products with their stock. */
import { Injectable } from '@nestjs/common';
import { CatalogQueries, ProductsService, StockService, StructureService } from '@plaza/catalog';
import { Database } from '@plaza/platform';
import {
  demoBranches,
  demoCategories,
  demoCurrency,
  demoProducts,
  demoStock,
  type DemoProduct,
} from './catalogue';
import { existing } from './existing';

const listMax = 100;

@Injectable()
export class DemoShop {
  constructor(
    private readonly database: Database,
    private readonly queries: CatalogQueries,
    private readonly structure: StructureService,
    private readonly products: ProductsService,
    private readonly stock: StockService,
  ) {}

  async load(): Promise<void> {
    const categories = await this.categories();
    const branches = await this.branches();
    for (const product of demoProducts) await existing(() => this.product(product, categories, branches));
  }

  private async categories(): Promise<Map<string, string>> {
    const ids = new Map(
      (await this.queries.categories({ limit: listMax })).items.map(({ slug, id }) => [slug, id]),
    );
    for (const { name, slug, parentSlug } of demoCategories) {
      if (ids.has(slug)) continue;
      const parentId = parentSlug === null ? null : (ids.get(parentSlug) ?? null);
      ids.set(slug, (await this.structure.createCategory({ name, slug, parentId })).id);
    }
    return ids;
  }

  private async branches(): Promise<Map<string, string>> {
    const ids = new Map(
      (await this.queries.branches({ limit: listMax })).items.map(({ code, id }) => [code, id]),
    );
    for (const branch of demoBranches) {
      if (!ids.has(branch.code)) ids.set(branch.code, (await this.structure.openBranch(branch)).id);
    }
    return ids;
  }

  /** The product and its stock are one: an interruption leaves both or neither. */
  private product(
    { categorySlug, ...product }: DemoProduct,
    categories: Map<string, string>,
    branches: Map<string, string>,
  ): Promise<void> {
    return this.database.transaction(async () => {
      const categoryId = categories.get(categorySlug) ?? '';
      const productId = await this.products.create({
        ...product,
        currency: demoCurrency,
        categoryId,
        active: true,
      });
      for (const [code, branchId] of branches) {
        const delta = demoStock(product.sku, code);
        if (delta > 0) await this.stock.adjust({ productId, branchId, delta, reason: 'Opening stock' });
      }
    });
  }
}
