/** `plaza import products`: products from CSV, known by their SKU. */
import type { INestApplicationContext } from '@nestjs/common';
import { CatalogImports, type ProductFields } from '@plaza/catalog';
import { currencyOption } from './currency-option';
import {
  batchRowsMax,
  inBatches,
  knownAccount,
  refusedAccount,
  refusedIfRepeated,
  type Importer,
  type ImportOptions,
  type RowAccount,
} from './importer';
import { productColumns, readProduct, type ReadProduct, type TakenProduct } from './product-records';
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

async function* run(
  app: INestApplicationContext,
  file: string,
  options: ImportOptions,
): AsyncGenerator<RowAccount[]> {
  const catalog = app.get(CatalogImports);
  const categories = new Map<string, string>();
  const repeated = {
    seen: new Set<string>(),
    keyOf: ({ product }: TakenProduct) => product.sku,
    refusal: 'This SKU stands in the file before',
  };
  const fieldsOf = async ({ category, ...fields }: TakenProduct['product']) => {
    const categoryId = categories.get(category.slug) ?? (await catalog.category(category, options));
    categories.set(category.slug, categoryId);
    return { ...fields, categoryId } satisfies ProductFields;
  };
  for await (const records of inBatches(recordsOf(file, productColumns), batchRowsMax)) {
    const read = records.map((record) => refusedIfRepeated(readProduct(record, options.currency), repeated));
    const products: ProductFields[] = [];
    for (const one of read) if ('product' in one) products.push(await fieldsOf(one.product));
    const brought = await catalog.products(products, options);
    const outcomes = new Map(products.map(({ sku }, at) => [sku, brought[at]?.outcome]));
    yield read.map((one) => accountOf(one, outcomes));
  }
}

function accountOf(
  read: ReadProduct,
  outcomes: ReadonlyMap<string, Parameters<typeof knownAccount>[1]>,
): RowAccount {
  if ('refusal' in read) return refusedAccount(read);
  const { line, product, repairs } = read;
  return knownAccount({ line, key: product.sku }, outcomes.get(product.sku), repairs);
}
