/** `plaza import products`: products from CSV, known by their SKU. */
import type { INestApplicationContext } from '@nestjs/common';
import { CatalogImports, type ProductFields } from '@plaza/catalog';
import { currencyOption } from './currency-option';
import { bringingKnown, knownAccount, type Importer, type ImportOptions } from './importer';
import { productColumns, readProduct, type TakenProduct } from './product-records';
import { recordsOf } from './source-records';

export const productsImporter: Importer = {
  name: 'products',
  about:
    'products from CSV: sku, name, price, and description, currency, category, active where there are any',
  example: 'products.csv',
  teaching: `
The first line names the columns, in English or Spanish, in any order; fields are divided by commas or semicolons. A price is written
as people do, 59.80 or 59,80, with as many decimals as its currency has. A category is known by its name, and made where there is none;
without one it is "Imported". Stock is not brought in: adjust it when the products are there.

  taken      as it is
  repaired   text that was encoded twice or not at all, blanks; columns that products have not are left out
  unchanged  here already with the same name and price
  kept       here already with another name or price, which stays
  refused    no SKU, name or price that could be one, twice in the file, too few or too many fields`,
  options: [currencyOption],
  run,
};

function run(app: INestApplicationContext, file: string, options: ImportOptions) {
  const catalog = app.get(CatalogImports);
  const categories = new Map<string, string>();
  const fieldsOf = async ({ category, ...fields }: TakenProduct['product']): Promise<ProductFields> => {
    const categoryId = categories.get(category.slug) ?? (await catalog.category(category, options));
    categories.set(category.slug, categoryId);
    return { ...fields, categoryId };
  };
  return bringingKnown(recordsOf(file, productColumns), {
    read: (record) => readProduct(record, options.currency),
    keyOf: keyOfProduct,
    repeated: 'This SKU stands in the file before',
    bring: async (taken) => {
      const products: ProductFields[] = [];
      for (const { product } of taken) products.push(await fieldsOf(product));
      return catalog.products(products, options);
    },
    accountOf: (taken, brought) =>
      knownAccount({ line: taken.line, key: keyOfProduct(taken) }, brought?.outcome, taken.repairs),
  });
}

const keyOfProduct = ({ product }: TakenProduct) => product.sku;
