/** `plaza import products`: products from CSV, known by their SKU. */
import type { INestApplicationContext } from '@nestjs/common';
import { CatalogImports, type ProductFields } from '@plaza/catalog';
import { currencyOption } from './currency-option';
import { inBatches, knownAccount, type Importer, type ImportOptions, type RowAccount } from './importer';
import { productColumns, readProduct, type ReadProduct } from './product-records';
import { recordsOf } from './source-records';

const batchRowsMax = 500;

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
  const seen = new Set<string>();
  const fieldsOf = async ({ category, ...fields }: Exclude<ReadProduct, { refusal: string }>['product']) => {
    const categoryId = categories.get(category.slug) ?? (await catalog.category(category, options));
    categories.set(category.slug, categoryId);
    return { ...fields, categoryId } satisfies ProductFields;
  };
  for await (const records of inBatches(recordsOf(file, productColumns), batchRowsMax)) {
    const read = records.map((record) => refusedIfRepeated(readProduct(record, options.currency), seen));
    const products: ProductFields[] = [];
    for (const one of read) if ('product' in one) products.push(await fieldsOf(one.product));
    const brought = await catalog.products(products, options);
    const outcomes = new Map(products.map(({ sku }, at) => [sku, brought[at]?.outcome]));
    yield read.map((one) => accountOf(one, outcomes));
  }
}

function refusedIfRepeated(read: ReadProduct, seen: Set<string>): ReadProduct {
  if (!('product' in read)) return read;
  const { line, product } = read;
  if (seen.has(product.sku)) return { line, key: product.sku, refusal: 'This SKU stands in the file before' };
  seen.add(product.sku);
  return read;
}

function accountOf(
  read: ReadProduct,
  outcomes: ReadonlyMap<string, Parameters<typeof knownAccount>[1]>,
): RowAccount {
  const { line } = read;
  if ('refusal' in read) return { line, key: read.key, outcome: 'refused', words: [read.refusal] };
  const { product, repairs } = read;
  return knownAccount({ line, key: product.sku }, outcomes.get(product.sku), repairs);
}
