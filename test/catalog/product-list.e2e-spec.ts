/** The list of products: what it shows, in which order, page by page, and how quickly it learns. */
import { randomUUID } from 'node:crypto';
import { ProductsService } from '@plaza/catalog';
import type { Client } from '#test/client';
import { eventually } from '#test/eventually';
import { describeWith, address } from '#test/needs';
import { World } from '#test/world';
import { category, customer, pointersOf, product, staff, statementsOf } from './shop';

interface Listed {
  id: string;
  name: string;
  price: number;
  available: number;
}

const path = '/v1/catalog/products';
const namesOf = ({ body }: { body: { items: Listed[] } }) => body.items.map(({ name }) => name);
/** What "within a second" leaves to a test that looks every 20 ms. */
const oneSecondMs = 1_000;

describe('The product list', () => {
  let world: World;
  let clerk: Client;
  let food: string;
  let bread: string;

  beforeAll(async () => {
    world = await World.start();
    clerk = (await staff(world)).client;
    food = await category(world, 'Food');
    bread = await category(world, 'Bread', food);
    const tools = await category(world, 'Tools');
    await product(world, { categoryId: bread, name: 'Rye bread', sku: 'BR-1', price: 450, onHand: 3 });
    await product(world, { categoryId: bread, name: 'baguette', sku: 'BR-2', price: 120, onHand: 0 });
    await product(world, { categoryId: food, name: 'Apple 50% off', sku: 'FO-1', price: 60 });
    await product(world, { categoryId: tools, name: 'Hammer', sku: 'TO-1', price: 2_500 });
  });

  afterAll(async () => {
    await world.end();
  });

  const list = (query: Record<string, string | number | boolean> = {}) => world.anyone.get(path, { query });

  it('tells id, name, price, what is available and the category of every item', async () => {
    const { status, body } = await list({ q: 'rye' });
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          id: expect.any(String),
          sku: 'BR-1',
          name: 'Rye bread',
          price: 450,
          currency: 'EUR',
          available: 3,
          category: { id: bread, name: 'Bread', slug: expect.stringMatching(/^bread-/) },
        },
      ],
      next: null,
    });
  });

  it.each([
    ['name', ['Apple 50% off', 'baguette', 'Hammer', 'Rye bread']],
    ['price', ['Apple 50% off', 'baguette', 'Rye bread', 'Hammer']],
    ['-price', ['Hammer', 'Rye bread', 'baguette', 'Apple 50% off']],
    ['newest', ['Hammer', 'Apple 50% off', 'baguette', 'Rye bread']],
  ])('is sorted by %s, and its pages show everything once', async (sort, expected) => {
    expect(namesOf(await list({ sort }))).toEqual(expected);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await list({ sort, limit: 1, total: true, ...(after !== null && { after }) });
      expect(page.body.total).toBe(expected.length);
      seen.push(...namesOf(page));
      after = page.body.next;
    } while (after !== null);
    expect(seen).toEqual(expected);
  });

  it('is filtered by category with what lies below, by text, by price and by what is there', async () => {
    expect(namesOf(await list({ category: food }))).toEqual(['Apple 50% off', 'baguette', 'Rye bread']);
    expect(namesOf(await list({ category: bread, inStock: true }))).toEqual(['Rye bread']);
    expect(namesOf(await list({ minPrice: 120, maxPrice: 450 }))).toEqual(['baguette', 'Rye bread']);
    expect(namesOf(await list({ q: 'br-' }))).toEqual(['baguette', 'Rye bread']);
    expect(namesOf(await list({ q: '50%' }))).toEqual(['Apple 50% off']);
    expect(namesOf(await list({ q: '%' }))).toEqual([]);
  });

  it('is told by branch: what one has, another may not', async () => {
    const { body: branch } = await clerk.post('/v1/catalog/branches', { code: 'south', name: 'South' });
    await product(world, { name: 'Southern lamp', branchId: branch.id, onHand: 7 });
    const there = await list({ q: 'lamp', branch: 'south', inStock: true });
    expect(there.body.items).toMatchObject([{ available: 7 }]);
    expect(namesOf(await list({ q: 'lamp', inStock: true }))).toEqual([]);
    expect((await list({ q: 'lamp', branch: branch.id })).body.items).toMatchObject([{ available: 7 }]);
    expect((await list({ q: 'lamp', branch: 'online' })).body.items).toMatchObject([{ available: 0 }]);
  });

  it('is not sent again to those who have it', async () => {
    const first = await list({ q: 'hammer' });
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await world.anyone.get(path, {
        query: { q: 'hammer' },
        headers: { 'if-none-match': known },
      });
      expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    const other = await world.anyone.get(path, {
      query: { q: 'hammer' },
      headers: { 'if-none-match': '"other"' },
    });
    expect(other.status).toBe(200);
  });

  it.each([
    ['limit=0', '/limit'],
    ['limit=101', '/limit'],
    ['limit=1e1', '/limit'],
    ['minPrice=-1', '/minPrice'],
    ['inStock=yes', '/inStock'],
    ['sort=colour', '/sort'],
    ['q=a&q=b', '/q'],
    ['q=%00', '/q'],
    ['after=nonsense', '/after'],
    ['colour=red', '/colour'],
    ['category=nowhere', '/category'],
    ['branch=nowhere', '/branch'],
  ])('refuses %s and says where the fault is', async (query, pointer) => {
    const { status, body } = await world.anyone.get(`${path}?${query}`);
    expect([status, body.code]).toEqual([400, 'request.invalid']);
    expect(pointersOf(body)).toEqual([pointer]);
  });

  it('is read once when many ask for it at the same moment', async () => {
    const q = randomUUID().slice(0, 8);
    const statements = await statementsOf(world, /catalog\.products/, () =>
      Promise.all(Array.from({ length: 40 }, () => list({ q }))),
    );
    expect(statements).toHaveLength(1);
  });

  it('shows a new name and price, and no longer what was withdrawn, within a second', async () => {
    const id = await product(world, { name: 'Kettle A' });
    expect(namesOf(await list({ q: 'kettle' }))).toEqual(['Kettle A']);
    await clerk.patch(`${path}/${id}`, { name: 'Kettle B', price: 700 });
    await eventually(async () => {
      expect((await list({ q: 'kettle' })).body.items).toMatchObject([{ name: 'Kettle B', price: 700 }]);
    }, oneSecondMs);
    await world.app.get(ProductsService).withdraw(id);
    await eventually(async () => {
      expect(namesOf(await list({ q: 'kettle' }))).toEqual([]);
    }, oneSecondMs);
  });
});

/** Two processes that serve the list; what is ordered at one is gone from the other's list. */
function tellsEveryProcess(variables: () => Record<string, string>): void {
  let here: World;
  let there: World;

  beforeAll(async () => {
    here = await World.start({ variables: variables() });
    const { database, clock } = here;
    there = await World.start({ variables: variables(), database, clock, processes: ['api'] });
  });

  afterAll(async () => {
    await there.stop();
    await here.end();
  });

  it('a product whose last unit is held leaves the in-stock list within a second, and comes back when it is free', async () => {
    const name = `Last ${randomUUID().slice(0, 8)}`;
    const productId = await product(here, { name, onHand: 1 });
    const shown = async (world: World) =>
      namesOf(await world.anyone.get(path, { query: { q: name, inStock: true } }));
    for (const world of [here, there]) {
      await eventually(async () => expect(await shown(world)).toEqual([name]), oneSecondMs);
    }
    const { client: shopper } = await customer(here);
    const order = await shopper.post('/v1/orders', { items: [{ productId, quantity: 1 }] });
    expect(order.status).toBe(201);
    for (const world of [here, there]) {
      await eventually(async () => expect(await shown(world)).toEqual([]), oneSecondMs);
    }
    await shopper.post(`/v1/orders/${order.body.id}/cancel`);
    for (const world of [here, there])
      await eventually(async () => expect(await shown(world)).toEqual([name]));
  });
}

describe('The product list in two processes without a shared cache', () => {
  tellsEveryProcess(() => ({}));
});

describe('The product list in two processes whose shared cache is away', () => {
  tellsEveryProcess(() => ({ REDIS_URL: 'redis://127.0.0.1:1' }));
});

describeWith('redis', 'The product list in two processes with a shared cache', () => {
  tellsEveryProcess(() => ({ REDIS_URL: address('redis') }));
});
