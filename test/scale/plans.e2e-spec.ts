/**
 * No request reads a big table from end to end: asked of PostgreSQL's own counters, route by route, on tables that are big enough
 * for an index to be the better way. A new route is called by what the published description says of it; a new table has to be
 * filled here, or said to stay small.
 */
import { randomUUID } from 'node:crypto';
import { Client as Connection } from 'pg';
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import { Database } from '@plaza/platform';
import { customer, product, staff, type Person } from '../catalog/shop';
import { machineToken } from '../http/callers';
import { bigTableRows, fillBigTables } from './big-tables';
import type { Client } from '#test/client';
import { World } from '#test/world';
import { partnerDay } from './partner-day';

/** They hold what is set up by hand, or what is under way at this moment. */
const small = new Set([
  'audit.seals',
  'audit.statements',
  'audit.tables',
  'catalog.branches',
  'catalog.categories',
  'catalog.words',
  'identity.clients',
  'identity.partners',
  ...['loyalty.earning_rules', 'loyalty.followed', 'loyalty.news', 'loyalty.partners', 'loyalty.programmes'],
  ...['loyalty.webhook_progress', 'loyalty.webhooks'],
  'messaging.outbox',
  'payments.alarms',
  'payments.incarnations',
  'payments.local_log',
  'payments.tallies',
  ...['reporting.dispatches', 'reporting.editions', 'reporting.recipients', 'reporting.nights'],
  'transfers.subscriptions',
]);
/** What is read for all of a week on purpose, and then kept: by the route, the table. */
const summedUp: Record<string, string> = { '/v1/reports/today': 'catalog.stock_movements' };
const poolMax = 2;

interface Scanned {
  table: string;
  scans: number;
  rows: number;
}

describe('On big tables', () => {
  let world: World;
  let clerk: Person;
  let shopper: Person;
  let business: Client;
  let reader: Connection;
  let big: string[];
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    world = await World.start({
      variables: { DATABASE_POOL_MAX: String(poolMax), RATE_LIMIT_PER_MINUTE: '100000' },
    });
    await fillBigTables(world.database.ownerUrl);
    reader = new Connection({ connectionString: world.database.ownerUrl });
    await reader.connect();
    [clerk, shopper] = [await staff(world), await customer(world)];
    ids['product'] = await product(world, { onHand: 1_000 });
    const [row] = await world.rows<Record<string, string>>(
      `SELECT (SELECT id FROM orders.orders LIMIT 1) AS order, (SELECT payment_id FROM payments.payments LIMIT 1) AS payment,
              (SELECT id FROM catalog.branches WHERE code = 'branch-1') AS branch,
              (SELECT customer_id FROM orders.orders LIMIT 1) AS customer, (SELECT id FROM orders.carts LIMIT 1) AS cart,
              (SELECT id FROM identity.partners LIMIT 1) AS partner,
              (SELECT mail_id FROM notifications.mails WHERE status = 'captured' LIMIT 1) AS mail`,
    );
    Object.assign(ids, row);
    // The first webhook of a partner has the partner's own id there.
    ids['webhook'] = ids['partner'] ?? '';
    const scopes = ['loyalty:read', 'loyalty:write', 'loyalty:settings'];
    business = world.anyone.withToken(await machineToken(world, scopes, ids['partner']));
    big = (await tables()).filter(({ rows }) => rows >= bigTableRows / 2).map(({ table }) => table);
    // What is counted from here on is what the routes do.
    await world.settle();
  }, 180_000);

  afterAll(async () => {
    await reader.end();
    await world.end();
  });

  async function tables(): Promise<{ table: string; rows: number }[]> {
    const { rows } = await reader.query<{ table: string; rows: number }>(
      `SELECT namespace.nspname || '.' || relname AS table, reltuples::integer AS rows
       FROM pg_class JOIN pg_namespace namespace ON namespace.oid = relnamespace
       WHERE relkind = 'r' AND nspname !~ '^(pg_|information_schema)' AND relname <> 'migrations'
         AND NOT (nspname = 'audit' AND relname > 'log_' || to_char(now() AT TIME ZONE 'UTC', 'YYYY_MM') AND relispartition)`,
    );
    return rows;
  }

  /** How often each big table was read from end to end until now, whoever did it. */
  async function scanned(): Promise<Map<string, Scanned>> {
    // Every connection of the process tells its counts at the end of this statement; as many at once as there are connections.
    await Promise.all(
      Array.from({ length: poolMax }, () =>
        world.app.get(Database).read('SELECT pg_stat_force_next_flush(), pg_sleep(0.02)'),
      ),
    );
    const { rows } = await reader.query<Scanned>(
      `SELECT schemaname || '.' || relname AS table, seq_scan::integer AS scans, seq_tup_read::integer AS rows
       FROM pg_stat_user_tables WHERE schemaname || '.' || relname = ANY ($1)`,
      [big],
    );
    return new Map(rows.map((row) => [row.table, row]));
  }

  /** @returns what was read from end to end while `work` was done, in words */
  async function faultsOf(name: string, work: () => Promise<unknown>): Promise<string[]> {
    const before = await scanned();
    await work();
    return [...(await scanned()).values()].flatMap(({ table, scans, rows }) => {
      const earlier = before.get(table) ?? { scans: 0, rows: 0 };
      return scans > earlier.scans ? [`${name}: ${table}, ${rows - earlier.rows} rows`] : [];
    });
  }

  it('every table is filled here or is known to stay small', async () => {
    const unknown = (await tables())
      .map(({ table }) => table)
      .filter((table) => !big.includes(table) && !small.has(table));
    expect(unknown).toEqual([]);
  });

  it('reading one from end to end is noticed', async () => {
    const count = () => world.rows('SELECT count(*) FROM orders.order_lines WHERE name = $1', ['Lamp']);
    expect(await faultsOf('GET /somewhere', count)).toEqual([
      expect.stringMatching(/^GET \/somewhere: orders\.order_lines, 2\d{4} rows$/),
    ]);
  });

  it('no GET of the published description reads one from end to end', async () => {
    const { body } = await world.anyone.get<{ paths: Record<string, Record<string, unknown>> }>(
      '/openapi.json',
    );
    const paths = Object.entries(body.paths).flatMap(([path, methods]) => ('get' in methods ? [path] : []));
    expect(paths.length).toBeGreaterThan(15);
    const faults: string[] = [];
    for (const path of paths) {
      const address = path.replaceAll(/\{(\w+)\}/g, () => idFor(path));
      const statuses: number[] = [];
      const call = async () => {
        for (const client of [clerk.client, shopper.client, business]) {
          statuses.push(await statusOf(client, address));
        }
      };
      const found = await faultsOf(`GET ${path}`, call);
      faults.push(...found.filter((fault) => !fault.startsWith(`GET ${path}: ${summedUp[path] ?? 'none'},`)));
      expect({ path, statuses: statuses.filter((status) => status >= 500) }).toEqual({ path, statuses: [] });
    }
    expect(faults).toEqual([]);
  }, 120_000);

  function idFor(path: string): string {
    if (path.includes('/webhooks')) return ids['webhook'] ?? '';
    if (path.includes('/programmes')) return ids['partner'] ?? '';
    if (path.includes('/loyalty')) return 'member-5';
    if (path.includes('/carts')) return ids['cart'] ?? '';
    if (path.includes('/orders')) return ids['order'] ?? '';
    if (path.includes('/payments')) return ids['payment'] ?? '';
    if (path === '/v1/transfers/{key}') return 'key-1';
    if (path.includes('/mail')) return ids['mail'] ?? '';
    if (path.includes('/products')) return ids['product'] ?? '';
    return ids['customer'] ?? '';
  }

  /** A stream of events is left as soon as it has begun. */
  async function statusOf(client: Client, address: string): Promise<number> {
    const token = Reflect.get(client, 'token') as string;
    const leave = new AbortController();
    const answer = await fetch(new URL(address, world.url), {
      headers: { authorization: `Bearer ${token}` },
      signal: leave.signal,
    });
    if (answer.headers.get('content-type')?.startsWith('text/event-stream') === true) leave.abort();
    else await answer.text();
    return answer.status;
  }

  it.each([
    '/v1/catalog/products?sort=name&limit=100',
    '/v1/catalog/products?sort=price&inStock=true&minPrice=500&maxPrice=600',
    '/v1/catalog/products?sort=newest&branch=branch-1&inStock=true',
    '/v1/catalog/products?category=category-7&sort=-price',
    '/v1/catalog/products?q=c4ca42&limit=5',
    '/v1/orders?status=paid',
    '/v1/orders?customerId=$customer',
    '/v1/orders?limit=100',
    '/v1/orders?branch=branch-1&from=2020-01-01T00:00:00Z',
    '/v1/orders?document=DOC-5',
    '/v1/orders/invoices?document=DOC-5',
    '/v1/identity/customers?q=person-77',
    '/v1/identity/customers?document=DOC-5',
    '/v1/catalog/stock/movements?productId=$product',
    '/v1/catalog/stock/movements?branchId=$branch&cause=adjustment',
    '/v1/payments?status=declined',
    '/v1/payments?from=2020-01-01T00:00:00Z&type=online',
    '/v1/payments/messages?outcome=declined',
    '/v1/payments?status=review',
    '/v1/payments/reviews?pending=true',
    '/v1/payments/reviews?pending=false&limit=5',
    '/v1/payments/errors?status=delivered',
    '/v1/loyalty/members?partnerId=$partner',
    '/v1/loyalty/members?partnerId=$partner&q=Person 7',
    '/v1/loyalty/members/member-7/entries?partnerId=$partner&limit=1',
    '/v1/loyalty/events?partnerId=$partner',
    '/v1/loyalty/webhooks/$webhook/deliveries?partnerId=$partner',
    '/v1/loyalty/webhooks/$webhook/deliveries?partnerId=$partner&status=failed',
    '/v1/loyalty/webhooks/$webhook/deliveries?partnerId=$partner&status=waiting&limit=1',
    '/v1/audit?limit=100',
    '/v1/audit?schema=orders&table=order_lines',
    '/v1/audit?schema=identity',
    '/v1/audit?action=UPDATE',
    '/v1/audit?rowId=$order',
    '/v1/audit?actor=$customer',
    '/v1/audit?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z',
    '/v1/audit/rows/orders/orders/$order',
    '/v1/audit/seals?limit=5&to=2100-01-01T00:00:00Z',
    '/v1/reports/deliveries?week=2025-W01',
    '/v1/reports/reconciliation?status=open&kind=capture-not-marked',
    '/v1/mail?status=sent',
    '/v1/mail?limit=100',
    '/v1/transfers?status=elsewhere',
    '/v1/transfers?limit=100',
  ])('staff who ask for %s read what they are shown, page by page', async (address) => {
    const path = address.replaceAll(/\$(\w+)/g, (_, name: string) => ids[name] ?? '');
    const faults = await faultsOf(`GET ${path}`, async () => {
      const { status, body } = await clerk.client.get<{ next: string | null }>(path);
      expect(status).toBe(200);
      if (body.next !== null) {
        const next = await clerk.client.get(`${path}&after=${body.next}`);
        expect(next.status).toBe(200);
      }
    });
    expect(faults).toEqual([]);
  });

  /** What the shop does all day. */
  const day: [string, () => Promise<{ status: number }>][] = [
    ['an order', () => order()],
    ['an order sent again', async () => order((await order()).id)],
    ['an order cancelled', async () => shopper.client.post(`/v1/orders/${(await order()).id}/cancel`)],
    [
      'an order paid',
      async () =>
        shopper.client.post('/v1/payments', { orderId: (await order()).id, creditCard: '4980276372331233' }),
    ],
    [
      'a cart that is filled, given more time and ordered',
      async () => {
        const cartId = randomUUID();
        const item = `/v1/orders/carts/${cartId}/items/${ids['product'] ?? ''}`;
        await shopper.client.post('/v1/orders/carts', { id: cartId });
        await shopper.client.put(item, { quantity: 2 });
        await shopper.client.post(`/v1/orders/carts/${cartId}/extend`);
        return shopper.client.post('/v1/orders', { cartId });
      },
    ],
    [
      'orders that a phone made offline',
      () =>
        shopper.client.post('/v1/orders/batch', {
          orders: [1, 2, 3].map((quantity) => ({
            id: randomUUID(),
            items: [{ productId: ids['product'], quantity }],
          })),
        }),
    ],
    [
      'a sale at the counter',
      () =>
        clerk.client.post('/v1/orders/sales', {
          branchId: ONLINE_BRANCH_ID,
          items: [{ productId: ids['product'], quantity: 1 }],
        }),
    ],
    ['a customer who registers', () => world.anyone.post('/v1/identity/register', newcomer())],
    [
      'a customer who signs in, goes on and leaves',
      async () => {
        const { username, email, password } = newcomer();
        await world.anyone.post('/v1/identity/register', { username, email, password });
        const { body } = await world.anyone.post('/v1/identity/token', { username, password });
        const { refreshToken } = body;
        const renewed = await world.anyone.post('/v1/identity/token/refresh', { refreshToken });
        return world.anyone.withToken(renewed.body.accessToken).post('/v1/identity/logout');
      },
    ],
    ...partnerDay(() => business),
    ['a correction of stock', () => clerk.client.post('/v1/catalog/stock/adjustments', delivery())],
    ['a new price', () => clerk.client.patch(`/v1/catalog/products/${ids['product'] ?? ''}`, { price: 777 })],
    [
      'a request with a key',
      () =>
        clerk.client.post('/v1/catalog/stock/adjustments', delivery(), {
          headers: { 'idempotency-key': randomUUID() },
        }),
    ],
  ];

  const delivery = () => ({
    productId: ids['product'],
    branchId: ONLINE_BRANCH_ID,
    delta: 5,
    reason: 'Delivered',
  });

  function newcomer() {
    const username = `newcomer-${randomUUID().slice(0, 8)}`;
    return { username, email: `${username}@example.org`, password: 'a long enough password' };
  }

  async function order(id: string = randomUUID()): Promise<{ id: string; status: number }> {
    const items = [{ productId: ids['product'], quantity: 1 }];
    const { status } = await shopper.client.post('/v1/orders', { id, items });
    return { id, status };
  }

  it.each(day)('%s reads none from end to end, nor does what follows from it', async (name, work) => {
    const faults = await faultsOf(name, async () => {
      const { status } = await work();
      expect([status, status < 300]).toEqual([status, true]);
      await world.settle();
    });
    expect(faults).toEqual([]);
  });
});
