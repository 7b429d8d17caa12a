/**
 * No request reads a big table from end to end: asked of PostgreSQL's own counters, route by route, on tables that are big enough
 * for an index to be the better way. A new route is called by what the published description says of it; a new table has to be
 * filled here, or said to stay small.
 */
import { Client as Connection } from 'pg';
import { Database } from '@plaza/platform';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Client } from '#test/client';
import { servedRoutes } from '#test/served-routes';
import { World } from '#test/world';
import { customer, product, staff, type Person } from '../catalog/shop';
import { machineToken } from '../http/callers';
import { Receiver } from '../loyalty/receiver';
import { backOfficeLists } from './back-office-lists';
import { fillBigTables } from './big-tables';
import { Day, priceOfProduct } from './day';
import { houseDay } from './house-day';
import { partnerDay } from './partner-day';
import { shopDay } from './shop-day';
import { TableReads } from './table-reads';

/** They hold what is set up by hand, or what is under way at this moment. */
const small = new Set([
  'audit.last_seal',
  'audit.seals',
  'audit.statements',
  'audit.tables',
  'catalog.branches',
  'catalog.categories',
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
/** Of a partner's machine that may do whatever there is. */
const scopes = ['loyalty:read', 'loyalty:write', 'loyalty:settings', 'loyalty:sandbox'];
const variables = {
  ...{ DATABASE_POOL_MAX: String(poolMax), RATE_LIMIT_PER_MINUTE: '100000' },
  WEBHOOK_PRIVATE_ADDRESSES: '1',
};
/** From page to page of a list. */
const pagesRead = 3;

describe('On big tables', () => {
  /** Nothing works in the background of the api, so what is counted is what a request reads. */
  let world: World;
  let clerk: Person;
  let manager: Person;
  let shopper: Person;
  let business: Client;
  let reader: Connection;
  let reads: TableReads;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    world = await World.start({ variables, processes: ['api'] });
    await fillBigTables(world.database.ownerUrl);
    reader = new Connection({ connectionString: world.database.ownerUrl });
    await reader.connect();
    [clerk, manager, shopper] = [await staff(world), await staff(world, 'admin'), await customer(world)];
    ids['product'] = await product(world, { onHand: 1_000, price: priceOfProduct });
    const [row] = await world.rows<Record<string, string>>(
      `SELECT (SELECT id FROM orders.orders LIMIT 1) AS order, (SELECT payment_id FROM payments.payments LIMIT 1) AS payment,
              (SELECT id FROM catalog.branches WHERE code = 'branch-1') AS branch,
              (SELECT id FROM catalog.branches WHERE code = 'branch-5') AS "emptyBranch",
              (SELECT customer_id FROM orders.orders LIMIT 1) AS customer, (SELECT id FROM orders.carts LIMIT 1) AS cart,
              (SELECT id FROM identity.partners WHERE name = 'Partner 40') AS partner,
              (SELECT mail_id FROM notifications.mails WHERE status = 'captured' LIMIT 1) AS mail`,
    );
    Object.assign(ids, row);
    // The first webhook of a partner has the partner's own id there.
    ids['webhook'] = ids['partner'] ?? '';
    business = world.anyone.withToken(await machineToken(world, scopes, ids['partner']));
    reads = await TableReads.of(reader, poolMax, world.app.get(Database));
  }, 500_000);

  afterAll(async () => {
    await reader.end();
    await world.end();
  });

  /** @returns what was read from end to end while `work` was done, in words */
  const faultsOf = async (name: string, work: () => Promise<unknown>) =>
    (await reads.during(name, work)).faults;

  it('every table is filled here or is known to stay small', async () => {
    const tables = await reads.tables();
    expect(tables.filter((table) => !reads.big.includes(table) && !small.has(table))).toEqual([]);
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
    if (path.includes('/payments/accounts')) return '5';
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
    '/v1/payments/accounts?limit=5',
    '/v1/payments/accounts?customerId=$customer',
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
    '/v1/reports/reconciliation?status=open&kind=paid-stock-not-used',
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

  it.each(backOfficeLists)(
    'staff who look at $list read about as many rows as they are shown',
    async (shown) => {
      const path = shown.list.replaceAll(/\$(\w+)/g, (_, name: string) => ids[name] ?? '');
      const { faults, rows } = await reads.during(`GET ${path}`, async () => {
        let after = '';
        for (let page = 1; page <= pagesRead; page += 1) {
          const { status, body } = await manager.client.get<{ next: string | null }>(path + after);
          expect(status).toBe(200);
          if (body.next === null) return;
          after = `&after=${body.next}`;
        }
      });
      const many = Object.entries(rows).filter(([, read]) => read > pagesRead * shown.readPerPageMax);
      expect({ faults, many }).toEqual({ faults: [], many: [] });
    },
  );

  describe('in the course of a day', () => {
    let behind: World;

    let day: Day;
    let receiver: Receiver;

    beforeAll(async () => {
      const { database, clock } = world;
      behind = await World.start({ variables, database, clock, processes: ['payments', 'worker'] });
      reads.alsoOf(behind.app.get(Database));
      receiver = await Receiver.open();
      const trial = await machineToken(world, scopes, ids['partner'], 'sandbox');
      const { body } = await world.anyone.get<OpenAPIObject>('/openapi.json');
      day = new Day(world, body, {
        ...{ shopper: shopper.client, clerk: clerk.client, manager: manager.client, business },
        ...{ trial: world.anyone.withToken(trial), webhookUrl: receiver.url },
        feed: world.anyone.withToken(await machineToken(world, ['payments:feed'])),
        ...{ productId: ids['product'] ?? '', branchId: ids['branch'] ?? '' },
        ...{ customerId: ids['customer'] ?? '', partnerId: ids['partner'] ?? '' },
      });
      // What is counted from here on is what follows from the day.
      await behind.settle();
    }, 60_000);

    afterAll(async () => {
      await behind.stop();
      await receiver.close();
    });

    const acts = { ...shopDay(() => day), ...houseDay(() => day), ...partnerDay(() => day) };

    it('every route that changes something is called', () => {
      const served = servedRoutes(world.app).filter(({ method }) => method !== 'GET');
      const titles = served.map(({ method, path }) => `${method} ${path}`);
      const called = new Set(Object.keys(acts).map((title) => title.split(': ')[0]));
      expect([...called].sort()).toEqual(titles.sort());
    });

    it.each(Object.entries(acts))(
      '%s reads none from end to end, nor does what follows from it',
      async (title, prepare) => {
        const act = await prepare();
        await behind.settle();
        const faults = await faultsOf(title, async () => {
          const { status, body } = await day.call(title, act);
          expect([status, status < 300, body]).toEqual([status, true, body]);
          await behind.settle();
        });
        expect(faults).toEqual([]);
      },
    );
  });
});
