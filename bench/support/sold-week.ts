/** Weeks in which much was sold, written straight into Plaza's tables: orders of two lines, what paid them and the stock that went. */
import { withClient } from '@plaza/engines';
import { withoutIndexes } from './without-indexes';

const tables = ['orders.orders', 'orders.order_lines', 'payments.payments', 'catalog.stock_movements'];
const customersMax = 50_000;

export interface SoldWeek {
  from: Date;
  to: Date;
  orders: number;
}

const ordersSql = `
  CREATE TEMP TABLE sold AS
  SELECT uuidv7() AS id, n, md5('customer ' || n % ${String(customersMax)})::uuid AS customer_id, uuidv7() AS payment_id,
         $1::timestamptz + ($2::timestamptz - $1) * ((n - 1) / $3::float8) AS at,
         ($4::uuid[])[1 + n % cardinality($4)] AS product_1, ($4::uuid[])[1 + (n * 7 + 3) % cardinality($4)] AS product_2
  FROM generate_series(1, $3::integer) AS n`;

const writeSql = `
  INSERT INTO orders.orders
    (id, customer_id, branch_id, status, total, currency, version, created_at, paid_at, payment_id)
  SELECT sold.id, customer_id, branches.id, 'fulfilled', 2000 - sold.n % 7 * 10, 'EUR', 3, at, at, payment_id::text
  FROM sold CROSS JOIN (SELECT id FROM catalog.branches LIMIT 1) AS branches;
  INSERT INTO orders.order_lines
    (order_id, line_no, product_id, name, quantity, unit_price, list_price, line_total)
  SELECT id, 1, product_1, 'Product', 1, 1000 - n % 7 * 10, 1000, 1000 - n % 7 * 10 FROM sold
  UNION ALL SELECT id, 2, product_2, 'Product', 1, 1000, 1000, 1000 FROM sold WHERE product_1 <> product_2;
  INSERT INTO payments.payments
    (payment_id, account_id, type, amount, status, topic, partition, message_offset, created_at, captured_at)
  SELECT payment_id, 1, 'online', 2000, 'stored', 'online', 0, n, at, at FROM sold;
  INSERT INTO catalog.stock_movements (product_id, branch_id, delta, cause, reference, moved_at)
  SELECT product_1, branches.id, -1, 'sale', sold.id, at
  FROM sold CROSS JOIN (SELECT id FROM catalog.branches LIMIT 1) AS branches`;

/** @param superuserUrl of the server; of nobody else the database takes rows without looking at them */
export async function fillSoldWeeks(
  superuserUrl: string,
  database: string,
  weeks: readonly SoldWeek[],
): Promise<void> {
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  await withClient(url.toString(), async (client) => {
    await client.query('SET session_replication_role = replica');
    const { rows } = await client.query<{ id: string }>('SELECT id FROM catalog.products');
    const products = rows.map(({ id }) => id);
    await withoutIndexes(client, tables, async () => {
      for (const { from, to, orders } of weeks) {
        await client.query(ordersSql, [from, to, orders, products]);
        await client.query(writeSql);
        await client.query('DROP TABLE sold');
      }
    });
    await client.query(`VACUUM ANALYZE ${tables.join(', ')}`);
  });
}
