/**
 * What the legacy shop sold, counted by the same definitions as everything else: the figures that follow from its dump are known.
 */
import { withClient } from '@plaza/engines';
import { product, category } from '../catalog/shop';
import { World } from '#test/world';
import { ShopWeeks, type ReportRead } from './shop-week';

const listPrices = [100_000, 32_000, 2_000, 30_000, 140_500];

/** Id, customer, product, branch and price charged, as the dump has them; null where it has nothing. */
type Purchase = [
  id: number,
  customer: number | null,
  product: number | null,
  branch: number | null,
  price: number | null,
];
const none = null;
const purchases: Purchase[] = [
  ...([
    [19, 1, 2, 1, 1_000],
    [20, 2, 2, 1, none],
    [21, 3, 1, 1, none],
    [22, 4, 4, 2, 10_000],
  ] as Purchase[]),
  ...([
    [23, 5, 3, 2, none],
    [24, 6, 5, 3, none],
    [25, 7, 1, 1, none],
    [26, 8, 2, 1, 30_000],
  ] as Purchase[]),
  ...([
    [27, 9, 5, 1, none],
    [28, 2, 4, 2, 1_000],
    [29, 2, 2, none, none],
    [30, 2, 1, none, none],
  ] as Purchase[]),
  ...([31, 32, 33, 34].map((id) => [id, 1, none, none, none]) as Purchase[]),
  ...([
    [35, none, 3, none, 9_999],
    [36, none, 1, none, 9_999],
    [37, none, 5, none, none],
  ] as Purchase[]),
  ...([
    [38, 3, 2, none, none],
    [39, 3, none, none, 1_000],
    [40, 4, 2, none, none],
    [41, none, none, none, none],
  ] as Purchase[]),
];

const boughtAt = (id: number) => `2015-08-0${id === 19 ? 1 : id < 22 ? 2 : 3}T15:07:30Z`;
const week = '2015-W31';
const nextWeek = '2015-W32';

describe('The purchases of the legacy shop', () => {
  let world: World;
  let report: ReportRead;
  let next: ReportRead;

  beforeAll(async () => {
    world = await World.start();
    const weeks = await ShopWeeks.begin(world);
    const categoryId = await category(world, 'Legacy');
    const products: string[] = [];
    for (const [at, price] of listPrices.entries()) {
      const name = `Producto${String(at + 1)}`;
      products.push(await product(world, { name, price, categoryId, currency: 'COP', onHand: 0 }));
    }
    await withClient(world.database.ownerUrl, async (client) => {
      for (const [id, customer, productNumber, branch, price] of purchases) {
        const list = productNumber === null ? null : (listPrices[productNumber - 1] ?? null);
        const total = price ?? list;
        await client.query(
          `WITH bought AS (
             INSERT INTO orders.orders (id, customer_id, branch_id, status, total, currency, version, created_at, placed_at, paid_at, legacy_id)
             VALUES (gen_random_uuid(), md5('customer ' || $2::integer)::uuid, md5('branch ' || $3::integer)::uuid, 'fulfilled',
                     $4, CASE WHEN $4::bigint IS NOT NULL THEN 'COP' END, 1, $5, $5, $5, $1)
             RETURNING id
           )
           INSERT INTO orders.order_lines (order_id, line_no, product_id, name, quantity, unit_price, list_price, line_total, legacy)
           SELECT id, 1, $6, $7, 1, $8, $9, $4, true FROM bought`,
          [
            ...[id, customer, branch, total, boughtAt(id)],
            ...[productNumber === null ? null : products[productNumber - 1]],
            ...[productNumber === null ? null : `Producto${String(productNumber)}`, price, list],
          ],
        );
      }
    });
    [report, next] = [await weeks.report(week), await weeks.report(nextWeek)];
  });

  afterAll(() => world.end());

  /** The dump lies in two weeks of the calendar: the first three purchases in one, all others in the next. */
  const inAll = (name: string) => {
    const { value, before } = next.figure(name);
    return (value ?? 0) + (before?.value ?? 0);
  };

  it('are counted by what is known of them', () => {
    expect(inAll('purchases')).toBe(23);
    expect(inAll('purchases-with-price')).toBe(18);
    expect(inAll('purchases-with-product')).toBe(17);
    expect(inAll('purchases-with-customer-and-product')).toBe(14);
    expect(inAll('purchases-with-customer-product-and-branch')).toBe(10);
    expect(inAll('revenue')).toBe(914_498);
    expect(inAll('margin')).toBe(164_002);
    expect(inAll('busy-minutes')).toBe(3);
    expect(inAll('purchases') / inAll('busy-minutes')).toBeCloseTo(7.67, 2);
  });

  it('differ from the list with their sign, over those of which both prices are known', () => {
    const differences = [report, next].map((each) => each.figure('difference-average'));
    const rows = differences.reduce((sum, each) => sum + each.rows, 0);
    const total = differences.reduce((sum, each) => sum + (each.value ?? 0) * each.rows, 0);
    expect([rows, Number((total / rows).toFixed(2))]).toEqual([6, 27_333.67]);
    expect(next.figure('difference-largest').value).toBe(90_001);
    expect(next.figure('difference-smallest').value).toBe(-7_999);
  });
});
