/** A catalogue to measure with, written straight into Plaza's tables: a thousand products in ten categories, plenty of each. */
import { withClient } from '@plaza/engines';

export const productsMax = 1_000;
export const stockOfEach = 1_000_000;

/** @returns the ids of the products */
export async function fillCatalogue(ownerUrl: string): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query(`
      INSERT INTO catalog.categories (id, parent_id, name, slug, created_at)
      SELECT gen_random_uuid(), NULL, 'Category ' || number, 'category-' || number, now()
      FROM generate_series(1, 10) AS number
    `);
    await client.query(
      `INSERT INTO catalog.products (id, sku, name, description, price, currency, category_id, active, created_at)
       SELECT gen_random_uuid(), 'BENCH-' || lpad(number::text, 5, '0'), 'Product ' || lpad(number::text, 5, '0'),
              'A product to measure with', 1000 + 10 * number, 'EUR', category.id, true,
              now() - number * interval '1 minute'
       FROM generate_series(1, $1::int) AS number
       JOIN catalog.categories AS category ON category.slug = 'category-' || (1 + number % 10)`,
      [productsMax],
    );
    await client.query(
      `INSERT INTO catalog.stock (product_id, branch_id, on_hand, held)
       SELECT product.id, branch.id, $1::int, 0
       FROM catalog.products AS product CROSS JOIN catalog.branches AS branch`,
      [stockOfEach],
    );
    await client.query('ANALYZE catalog.products, catalog.stock, catalog.categories, catalog.branches');
    const { rows } = await client.query<{ id: string }>('SELECT id FROM catalog.products ORDER BY sku');
    return rows.map(({ id }) => id);
  });
}
