/** However many orders there are, a page of them is read from one end of one index, without looking at the others. */
import { randomUUID } from 'node:crypto';
import { withClient } from '@plaza/engines';
import { Database } from '@plaza/platform';
import type { EntitySubscriberInterface } from 'typeorm';
import { staff, type Person } from '../catalog/shop';
import { World } from '#test/world';

const ordersMax = 200_000;
const customersMax = 2_000;

describe('A page of two hundred thousand orders', () => {
  let world: World;
  let clerk: Person;
  let branches: string[];
  const customerId = randomUUID();

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    clerk = await staff(world);
    branches = await Promise.all(
      ['hill', 'city'].map(
        async (code) => (await clerk.client.post('/v1/catalog/branches', { code, name: code })).body.id,
      ),
    );
    await world.rows(
      `INSERT INTO orders.orders (id, customer_id, branch_id, status, total, currency, version, created_at)
       SELECT gen_random_uuid(), CASE WHEN place % $2 = 0 THEN $3::uuid ELSE md5((place % $2)::text)::uuid END,
              ($4::uuid[])[CASE WHEN place % 100 = 0 THEN 1 ELSE 2 END], CASE WHEN place % 50 = 0 THEN 'expired' ELSE 'fulfilled' END,
              100, 'EUR', 3, now() - make_interval(mins => $1 - place)
       FROM generate_series(1, $1) AS place`,
      [ordersMax, customersMax, customerId, branches],
    );
    await world.rows(
      `INSERT INTO orders.order_lines
         (order_id, line_no, product_id, name, quantity, unit_price, list_price, line_total)
       SELECT id, 1, branch_id, 'Lamp', 1, 100, 100, 100 FROM orders.orders`,
    );
    await withClient(world.database.ownerUrl, (client) =>
      client.query('ANALYZE orders.orders, orders.order_lines'),
    );
  }, 60_000);

  afterAll(async () => {
    await world.end();
  });

  /** The plan of the statement that reads the page. */
  async function planOf(query: Record<string, string | number>): Promise<string> {
    let asked: { sql: string; parameters: unknown[] } | undefined;
    const { subscribers } = world.app.get(Database).dataSource;
    const listener: EntitySubscriberInterface = {
      beforeQuery: ({ query: sql, parameters }) => {
        if (sql.includes('ORDER BY orders.created_at'))
          asked = { sql, parameters: Array.isArray(parameters) ? parameters : [] };
      },
    };
    subscribers.push(listener);
    expect((await clerk.client.get('/v1/orders', { query })).status).toBe(200);
    subscribers.splice(subscribers.indexOf(listener), 1);
    if (!asked) throw new Error('No list was read');
    const lines = await world.rows<{ 'QUERY PLAN': string }>(
      `EXPLAIN (ANALYZE, COSTS OFF) ${asked.sql}`,
      asked.parameters,
    );
    return lines.map((line) => line['QUERY PLAN']).join('\n');
  }

  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

  it.each<[string, () => Record<string, string | number>, string]>([
    ['all', () => ({}), 'orders_by_time'],
    ['of a customer', () => ({ customerId }), 'orders_by_customer'],
    ['of a branch', () => ({ branch: 'hill' }), 'orders_by_branch'],
    ['of a status', () => ({ status: 'expired' }), 'orders_by_status'],
    ['of a span of time', () => ({ from: daysAgo(100), to: daysAgo(99) }), 'orders_by_time'],
    ['of a branch long ago', () => ({ branch: 'hill', to: daysAgo(120) }), 'orders_by_branch'],
    ['of a customer before a time', () => ({ customerId, to: daysAgo(60) }), 'orders_by_customer'],
  ])('%s is one range of an index', async (_what, query, index) => {
    const plan = await planOf(query());
    expect(plan).toContain(`Index Scan Backward using ${index} on orders`);
    expect(plan).not.toMatch(/Seq Scan on orders\b|Sort Key: orders/);
    expect(plan).not.toContain('Rows Removed by Filter');
  });
});
