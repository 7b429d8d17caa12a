/** A hold ends by time alone: what it held is told to be there at that instant, though nothing works in the background. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID, ProductList, StockService, type ProductFilter } from '@plaza/catalog';
import { World } from '#test/world';
import { category, product } from './shop';

const holdMinutes = 15;
const sorts = ['name', 'price', '-price', 'newest'] as const;

interface Listed {
  id: string;
  available: number;
}

describe('A hold that is past its time', () => {
  let world: World;
  let stock: StockService;
  let list: ProductList;

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    stock = world.app.get(StockService);
    list = world.app.get(ProductList);
  });

  afterAll(async () => {
    await world.end();
  });

  async function hold(productId: string, quantity: number, minutes = holdMinutes): Promise<void> {
    const until = new Date(world.clock.now().getTime() + minutes * 60_000);
    const wish = {
      ownerId: randomUUID(),
      branchId: ONLINE_BRANCH_ID,
      lines: [{ productId, quantity }],
      until,
    };
    expect(await stock.hold([wish])).toMatchObject([{ outcome: 'held' }]);
  }

  async function listed(
    filter: ProductFilter,
  ): Promise<{ items: Listed[]; next: string | null; total?: number }> {
    return JSON.parse((await list.prepared(filter)).body);
  }

  const liveHolds = async (productId: string) =>
    (await world.rows(`SELECT FROM catalog.holds WHERE product_id = $1 AND status = 'live'`, [productId]))
      .length;

  it('counts as free wherever it is told what there is', async () => {
    const name = `Lamp ${randomUUID().slice(0, 8)}`;
    const id = await product(world, { name, onHand: 3 });
    await hold(id, 2);
    const told = async () => {
      const { body: one } = await world.anyone.get(`/v1/catalog/products/${id}`);
      const { body: places } = await world.anyone.get(`/v1/catalog/products/${id}/stock`);
      const { items } = await listed({ q: name, limit: 1 });
      return [one.available, places.items[0].held, places.items[0].available, items[0]?.available];
    };
    expect(await told()).toEqual([1, 2, 1, 1]);
    world.clock.forwardMinutes(holdMinutes);
    expect(await told()).toEqual([3, 0, 3, 3]);
    expect(await liveHolds(id)).toBe(1);
  });

  it('is not counted any longer by a list that was prepared before, at the instant and not later', async () => {
    const name = `Last ${randomUUID().slice(0, 8)}`;
    const id = await product(world, { name, onHand: 1 });
    const inStock = async () =>
      (await listed({ q: name, inStock: true, limit: 5 })).items.map((item) => item.id);
    await hold(id, 1);
    world.clock.forwardMinutes(holdMinutes - 1);
    world.clock.forwardSeconds(59);
    expect(await inStock()).toEqual([]);
    world.clock.forwardSeconds(1);
    expect(await inStock()).toEqual([id]);
    expect(await liveHolds(id)).toBe(1);
  });

  it('leaves every list as it will be once that has been written down', async () => {
    const kind = `Cup ${randomUUID().slice(0, 8)}`;
    const parent = await category(world, 'Cups');
    const children = [await category(world, 'Small', parent), await category(world, 'Large', parent)];
    // Sold out for good, for now, in part, and not at all; some are not sold, whatever there is of them.
    for (let at = 0; at < 12; at += 1) {
      const onHand = at % 4 === 0 ? 0 : 2;
      const categoryId = children[at % 2] ?? parent;
      const fields = { name: `${kind} ${String((at * 7) % 12)}`, price: 100 + ((at * 5) % 12), categoryId };
      const id = await product(world, { ...fields, onHand });
      if (onHand > 0 && at % 4 < 3) await hold(id, at % 4);
    }
    const scopes = [{ category: parent }, { category: children[0] ?? '' }, { q: kind }];
    const filters: Omit<ProductFilter, 'limit'>[] = [
      ...scopes.map((scope) => ({ ...scope, sort: 'name' as const })),
      ...scopes.flatMap((scope) => sorts.map((sort) => ({ ...scope, sort, inStock: true }))),
      { q: kind, inStock: true },
      { category: parent, inStock: true, minPrice: 102, maxPrice: 109 },
    ];
    const all = () => Promise.all(filters.map((filter) => leafed(filter)));
    const before = await all();
    world.clock.forwardMinutes(holdMinutes);
    const byTime = await all();
    while (await stock.releaseExpired(100));
    await list.outdate();
    expect(byTime).toEqual(await all());
    expect(byTime).not.toEqual(before);
  }, 120_000);

  /** All pages of a list, three at a time. */
  async function leafed(filter: Omit<ProductFilter, 'limit'>): Promise<{ items: Listed[]; total: number }[]> {
    const pages: { items: Listed[]; total: number }[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const wish: ProductFilter = { ...filter, limit: 3, total: true, ...(after !== undefined && { after }) };
      const { items, next, total = 0 } = await listed(wish);
      pages.push({ items, total });
      after = next;
    }
    return pages;
  }
});
