/**
 * A catalogue of any size to look for products in: named by words, in a tree of categories, most of it in stock. Written straight into
 * Plaza's tables, with what the database would keep of each row by itself written for all rows at once.
 */
import { withClient } from '@plaza/engines';
import { withoutIndexes } from './without-indexes';

/** Ten at the top, ten below each, and so on; products are in the last level. */
const categoriesMax = 1_110;
const firstLeaf = 111;
/** One in so many is sold out. */
const soldOutEvery = 20;

const adjectives =
  'Red Green Blue Oak Steel Soft Light Heavy Round Long Small Great New Old Plain Warm Dark Rustic Modern Silent';
const nouns =
  'Hammer Lamp Kettle Chair Table Bottle Basket Mirror Carpet Blanket Candle Bucket Ladder Cushion Curtain Drawer Teapot Saucer Pillow Shelf Jacket Trousers Umbrella Lantern Baguette';

const productsSql = `
  INSERT INTO catalog.products (id, sku, name, description, price, currency, category_id, active, created_at, plain)
  SELECT uuidv7(), 'SKU-' || product.number, product.name, 'A product to look for', product.price, 'EUR',
         category.id, true, product.created_at, ' ' || lower(product.name) || E'\\n sku-' || product.number
  FROM (SELECT lpad(n::text, 7, '0') AS number,
               ($1::text[])[1 + n % cardinality($1)] || ' ' || ($2::text[])[1 + (n / 20) % cardinality($2)] || ' ' ||
                 substr(md5(n::text), 1, 5) AS name,
               (power(random(), 3) * 1000000)::bigint AS price,
               'category-' || ($4::integer + n % ($5::integer - $4 + 1)) AS slug,
               now() - n * interval '1 second' AS created_at
        FROM generate_series(1, $3::integer) AS n) product
  JOIN catalog.categories AS category ON category.slug = product.slug`;

const stockSql = `
  INSERT INTO catalog.stock (product_id, branch_id, on_hand, held)
  SELECT product.id, branch.id, CASE WHEN product.price % $1::integer = 7 THEN 0 ELSE 10 END, 0
  FROM catalog.products AS product JOIN catalog.branches AS branch ON branch.code = 'online'`;

const offersSql = `
  INSERT INTO catalog.offers (product_id, branch_id, category_id, plain, price, created_at)
  SELECT product.id, stock.branch_id, product.category_id, product.plain, product.price, product.created_at
  FROM catalog.stock JOIN catalog.products AS product ON product.id = stock.product_id
  WHERE stock.on_hand > stock.held`;

/** @param superuserUrl of the server; of nobody else the database takes rows without looking at them */
export async function fillLargeCatalogue(
  superuserUrl: string,
  database: string,
  productsMax: number,
): Promise<void> {
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  await withClient(url.toString(), async (client) => {
    await client.query('SET session_replication_role = replica');
    await client.query(
      `INSERT INTO catalog.categories (id, parent_id, name, slug, created_at)
       SELECT md5('category ' || n)::uuid, CASE WHEN n > 10 THEN md5('category ' || (n - 1) / 10)::uuid END,
              'Category ' || n, 'category-' || n, now()
       FROM generate_series(1, $1::integer) AS n`,
      [categoriesMax],
    );
    await withoutIndexes(client, ['catalog.products', 'catalog.offers', 'catalog.stock'], async () => {
      const words = [adjectives.split(' '), nouns.split(' ')];
      await client.query(productsSql, [...words, productsMax, firstLeaf, categoriesMax]);
      await client.query(stockSql, [soldOutEvery]);
      await client.query(offersSql);
      await client.query(
        'INSERT INTO catalog.words (word) SELECT DISTINCT lower(word) FROM unnest($1::text[]) AS word',
        [words.flat()],
      );
    });
    await client.query(
      'VACUUM ANALYZE catalog.products, catalog.stock, catalog.offers, catalog.categories, catalog.words',
    );
  });
}
