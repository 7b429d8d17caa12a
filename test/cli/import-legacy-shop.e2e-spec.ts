/** The dump of the legacy shop, brought in from a terminal: what it comes to, row by row and in all. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { legacyDump, legacyInAll, legacyTotals, legacyWithoutCustomer } from '#test/legacy-shop';
import { eventually } from '#test/eventually';
import { World } from '#test/world';
import { writeLegacyDump } from '../../bench/support/legacy-dump';
import { staff, type Person } from '../catalog/shop';
import { plaza, plazaJson, RunningCommand } from './command';

const commandsMs = 180_000;

interface Account {
  line: number;
  key: string | null;
  outcome: string;
  words: string[];
}

interface Report {
  rows: Account[];
  summary: Record<string, number | boolean>;
}

describe('From a terminal, the legacy shop', () => {
  let world: World;
  let clerk: Person;
  let folder: string;
  const file = (name: string) => join(folder, name);
  const command = ['import', 'legacy-shop'] as const;
  const counted = async (sql: string) => (await world.rows<Record<string, unknown>>(sql))[0];
  const state = () =>
    counted(`SELECT (SELECT count(*)::integer FROM orders.orders) AS orders,
                    (SELECT count(*)::integer FROM orders.order_lines) AS lines,
                    (SELECT count(*)::integer FROM identity.users WHERE role = 'customer') AS customers,
                    (SELECT count(*)::integer FROM catalog.products) AS products,
                    (SELECT count(*)::integer FROM catalog.branches) AS branches,
                    (SELECT count(*)::integer FROM catalog.stock) AS stock`);
  const invoicesOf = async (document: string) =>
    (await clerk.client.get(`/v1/orders/invoices?document=${document}`)).body;

  beforeAll(async () => {
    world = await World.start();
    clerk = await staff(world);
    folder = await mkdtemp(join(tmpdir(), 'plaza-legacy-'));
    await writeFile(file('shop.sql'), legacyDump());
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await world.end();
  });

  it(
    'is only looked at by a dry run',
    async () => {
      const before = await state();
      const { summary } = await plazaJson<Report>(world, ...command, file('shop.sql'), '--dry-run');
      expect(summary).toMatchObject({ rows: 40, taken: 37, repaired: 3, refused: 0, dryRun: true });
      expect(await state()).toEqual(before);
    },
    commandsMs,
  );

  it(
    'is brought in row by row, and is there once however often it is',
    async () => {
      const { rows, summary } = await plazaJson<Report>(world, ...command, file('shop.sql'));
      expect(summary).toMatchObject({ rows: 40, taken: 37, repaired: 3, refused: 0, dryRun: false });
      expect(rows.filter(({ outcome }) => outcome === 'repaired')).toMatchObject(
        [1, 2, 3].map((branch) => {
          return { key: `sedes ${branch}`, words: ['left out, because there is no room for it: direccion'] };
        }),
      );
      const after = await state();
      expect(after).toMatchObject({
        orders: 23,
        lines: 23,
        customers: 9,
        products: 5,
        branches: 4,
        stock: 0,
      });
      const again = await plazaJson<Report>(world, ...command, file('shop.sql'));
      expect(again.summary).toMatchObject({ rows: 40, unchanged: 40, taken: 0, kept: 0 });
      expect(await state()).toEqual(after);
    },
    commandsMs,
  );

  it('comes to what it came to, document by document and in all', async () => {
    for (const [document, total] of Object.entries(legacyTotals)) {
      expect([document, await invoicesOf(document)]).toMatchObject([document, { total, currency: 'COP' }]);
    }
    expect(
      await counted(`SELECT sum(total)::integer AS all, (sum(total) FILTER (WHERE customer_id IS NULL))::integer AS nobody
                     FROM orders.orders`),
    ).toEqual({ all: legacyInAll, nobody: legacyWithoutCustomer });
  });

  it('is counted by what is known of each purchase', async () => {
    expect(
      await counted(`
        SELECT count(*)::integer AS purchases, count(total)::integer AS priced, count(product_id)::integer AS with_product,
               (count(product_id) FILTER (WHERE customer_id IS NOT NULL))::integer AS with_customer,
               (count(product_id) FILTER (WHERE customer_id IS NOT NULL AND branch_id IS NOT NULL))::integer AS whole,
               count(list_price - unit_price)::integer AS with_both,
               round(avg(list_price - unit_price), 2)::text AS average, max(list_price - unit_price)::integer AS largest,
               min(list_price - unit_price)::integer AS smallest, sum(list_price - unit_price)::integer AS margin,
               round(count(*)::numeric / count(DISTINCT date_trunc('minute', paid_at)), 2)::text AS per_minute
        FROM orders.orders JOIN orders.order_lines ON order_id = id`),
    ).toEqual({
      ...{ purchases: 23, priced: 18, with_product: 17, with_customer: 14, whole: 10, with_both: 6 },
      ...{ average: '27333.67', largest: 90_001, smallest: -7_999, margin: 164_002, per_minute: '7.67' },
    });
  });

  it('has invoices of which no two have the same number, not even where nothing else differs', async () => {
    const { invoices } = await invoicesOf('123456');
    const numbers = (invoices as { number: string; lines: { name: string | null }[] }[]).map(
      (each) => each.number,
    );
    expect(new Set(numbers).size).toBe(5);
    const unpriced = (await clerk.client.get(`/v1/orders/invoices/${numbers[0] ?? ''}`)).body;
    expect(unpriced).toMatchObject({ total: null, branch: null, lines: [{ name: null, lineTotal: null }] });
    expect(numbers.filter((number) => number.startsWith('20150801150730000-'))).toHaveLength(1);
  });

  it('is seen where all orders are: fulfilled at its time, and no news', async () => {
    const { items, total } = (
      await clerk.client.get(
        '/v1/orders?from=2015-08-03T00:00:00Z&to=2015-08-04T00:00:00Z&total=true&limit=100',
      )
    ).body;
    expect(total).toBe(20);
    expect(new Set(items.map(({ status }: { status: string }) => status))).toEqual(new Set(['fulfilled']));
    const [damaged] = await world.rows<{ id: string }>('SELECT id FROM orders.orders WHERE legacy_id = 29');
    expect((await clerk.client.get(`/v1/orders/${damaged?.id ?? ''}/history`)).body.items).toMatchObject([
      { from: null, to: 'fulfilled', at: '2015-08-03T15:07:30.000Z', reason: 'dañado' },
    ]);
    await world.settle();
    expect(await world.rows('SELECT FROM messaging.dead_letters')).toEqual([]);
    expect((await clerk.client.post(`/v1/orders/${damaged?.id ?? ''}/refund`, {})).body.code).toBe(
      'orders.not-refundable',
    );
  });

  it(
    'that is not as it should be is repaired, kept or refused, each with a word why',
    async () => {
      const twice = Buffer.from('Peña').toString('latin1');
      await writeFile(
        file('faulty.sql'),
        `INSERT INTO clientes VALUES (1,123456,'Somebody Else',NULL),(10,NULL,'${twice}','detalle'),(10,5,'x',NULL);
INSERT INTO productos VALUES (6,NULL,NULL,NULL);
INSERT INTO compras VALUES (50,99,6,NULL,NULL,'a  b','0000-00-00 00:00:00'),(51,10,6,1,-5,NULL,'2015-09-01 10:00:00'),
(52,10,6,NULL,250,NULL,'2015-09-01 10:00:00'),(53,10,NULL,NULL,1,NULL,NULL),(54,10,6,7,1,NULL,NULL);
INSERT INTO log VALUES (1,NULL,'x');
INSERT INTO sedes SELECT 1;`,
      );
      const done = await plaza(world, ...command, file('faulty.sql'), '--format', 'csv');
      expect(done.code).toBe(1);
      expect(done.stdout.split('\r\n')).toEqual([
        'line,key,outcome,words',
        '1,clientes 1,kept,"It is here already with other content, which stays"',
        '1,clientes 10,repaired,"documento was none: known as LEGACY-10; nombres: read as UTF-8 that was taken for latin1; left out, because there is no room for it: detalles"',
        '1,clientes 10,refused,This id stands in the file before',
        '2,productos 6,repaired,"producto was none: called LEGACY-6; precio was none: 0, and no price for purchases without one"',
        '6,,refused,The statement is no INSERT INTO table (columns) VALUES (values)',
        '3,compras 50,refused,"fecha is no instant, and there is no purchase before it"',
        '3,compras 51,refused,precio is less than nothing',
        '4,compras 52,taken,',
        '4,compras 53,repaired,fecha was none: that of the purchase before it',
        '4,compras 54,refused,id_sede 7 is not there',
        '5,log 1,refused,"It is a line of a log, which Plaza does not take"',
        '',
      ]);
      expect(await invoicesOf('LEGACY-10')).toMatchObject({
        customer: { fullName: 'Peña' },
        total: 251,
        invoices: [
          { total: 1 },
          { total: 250, lines: [{ name: 'LEGACY-6', unitPrice: 250, listPrice: null }] },
        ],
      });
    },
    commandsMs,
  );

  it(
    'that is cut off in the middle goes on when it is brought in again, and nothing is there twice',
    async () => {
      const purchases = 1_500;
      const { rows } = await writeLegacyDump(file('large.sql'), purchases);
      const cut = new RunningCommand(world, [...command, file('large.sql'), '--format', 'csv']);
      await eventually(() => expect(cut.stdout).toContain('compras '), commandsMs);
      await cut.kill();
      const told = outcomesOf(cut.stdout);
      const again = outcomesOf((await plaza(world, ...command, file('large.sql'), '--format', 'csv')).stdout);
      expect(again.size).toBe(rows);
      const taken = [...told].filter(([, outcome]) => outcome === 'taken' || outcome === 'repaired');
      expect(taken.length).toBeGreaterThan(500);
      expect(taken.filter(([key]) => again.get(key) !== 'unchanged')).toEqual([]);
      expect(
        await counted(
          `SELECT count(*)::integer AS orders, count(DISTINCT legacy_id)::integer AS purchases FROM orders.orders
           WHERE legacy_id BETWEEN 1 AND ${String(purchases)}`,
        ),
      ).toEqual({ orders: purchases, purchases });
    },
    commandsMs,
  );

  /** By the key of each row; the last line of a report that was cut off may not be whole. */
  const outcomesOf = (report: string) =>
    new Map(
      report
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(','))
        .map(([, key = '', outcome = '']) => [key, outcome]),
    );
});
