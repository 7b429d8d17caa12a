/** What staff do with the range, what everybody may see of it, and what is refused. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import type { Client } from '#test/client';
import { World } from '#test/world';
import { category, customer, pointersOf, product, staff } from './shop';

describe('The range', () => {
  let world: World;
  let clerk: Client;
  let categoryId: string;

  beforeAll(async () => {
    world = await World.start();
    clerk = (await staff(world)).client;
    categoryId = await category(world, 'Lamps');
  });

  afterAll(async () => {
    await world.end();
  });

  const lamp = (change: object = {}) => {
    return {
      sku: `LAMP-${randomUUID().slice(0, 8)}`,
      name: 'Lamp',
      price: 2_000,
      currency: 'EUR',
      categoryId,
      ...change,
    };
  };

  it('takes in a product, changes and withdraws it', async () => {
    const created = await clerk.post('/v1/catalog/products', lamp({ description: 'Bright\nand warm' }));
    expect(created).toMatchObject({
      status: 201,
      body: { name: 'Lamp', description: 'Bright\nand warm', price: 2_000, active: true, available: 0 },
    });
    const path = `/v1/catalog/products/${created.body.id}`;
    expect((await clerk.patch(path, { price: 1_800 })).body).toEqual({ ...created.body, price: 1_800 });
    expect((await world.anyone.get(path)).body.price).toBe(1_800);
    expect((await clerk.delete(path)).status).toBe(204);
    expect(await world.anyone.get(path)).toMatchObject({
      status: 404,
      body: { code: 'catalog.product-unknown' },
    });
    expect((await clerk.patch(path, { price: 1 })).status).toBe(404);
  });

  it('announces what was changed', async () => {
    const { body } = await clerk.post('/v1/catalog/products', lamp({ active: false }));
    const [event] = await world.rows<{ data: object }>(
      `SELECT envelope -> 'data' AS data FROM messaging.outbox WHERE key = $1`,
      [body.id],
    );
    // The relay may have carried it on already.
    if (event) expect(event.data).toMatchObject({ productId: body.id, price: 2_000, offered: false });
  });

  it('has every SKU, slug and branch code once', async () => {
    const product = lamp();
    await clerk.post('/v1/catalog/products', product);
    const again = await clerk.post('/v1/catalog/products', product);
    expect(again).toMatchObject({ status: 409, body: { code: 'catalog.sku-taken', sku: product.sku } });
    await clerk.post('/v1/catalog/categories', { name: 'Shades', slug: 'shades' });
    const slug = await clerk.post('/v1/catalog/categories', { name: 'Shade', slug: 'shades' });
    expect(slug).toMatchObject({ status: 409, body: { code: 'catalog.slug-taken' } });
    const online = await clerk.post('/v1/catalog/branches', { code: 'online', name: 'Another' });
    expect(online).toMatchObject({ status: 409, body: { code: 'catalog.branch-code-taken' } });
  });

  it.each([
    ['a price below zero', { price: -1 }, '/price'],
    ['a price in parts', { price: 1.5 }, '/price'],
    ['a price as text', { price: '2000' }, '/price'],
    ['no currency', { currency: 'euro' }, '/currency'],
    ['a blank name', { name: '  ' }, '/name'],
    ['a name with a null character', { name: 'La\0mp' }, '/name'],
    ['half a character', { name: 'Lamp \ud800' }, '/name'],
    ['a category that is no id', { categoryId: 'lamps' }, '/categoryId'],
    ['a field that is not known', { colour: 'red' }, '/colour'],
    ['null for what must be', { name: null }, '/name'],
  ])('refuses a product with %s, new or changed', async (_fault, change, pointer) => {
    const refused = await clerk.post('/v1/catalog/products', lamp(change));
    expect([refused.status, refused.body.code]).toEqual([400, 'request.invalid']);
    expect(pointersOf(refused.body)).toEqual([pointer]);
    const id = await product(world, { categoryId });
    const changed = await clerk.patch(`/v1/catalog/products/${id}`, change);
    expect([changed.status, pointersOf(changed.body)]).toEqual([400, [pointer]]);
  });

  it('refuses a category or branch that does not exist', async () => {
    const unknown = randomUUID();
    expect(await clerk.post('/v1/catalog/products', lamp({ categoryId: unknown }))).toMatchObject({
      status: 422,
      body: { code: 'catalog.category-unknown' },
    });
    const productId = await product(world, { categoryId });
    const adjustment = { productId, branchId: unknown, delta: 1, reason: 'Found' };
    expect(await clerk.post('/v1/catalog/stock/adjustments', adjustment)).toMatchObject({
      status: 422,
      body: { code: 'catalog.branch-unknown' },
    });
  });

  it('lists categories and branches page by page', async () => {
    await category(world, 'Bulbs', categoryId);
    const first = await world.anyone.get('/v1/catalog/categories', { query: { limit: 1 } });
    expect(first.body).toMatchObject({ items: [{ parentId: categoryId }], next: expect.any(String) });
    const second = await world.anyone.get('/v1/catalog/categories', {
      query: { limit: 1, after: first.body.next },
    });
    expect(second.body.items[0].slug > first.body.items[0].slug).toBe(true);
    const branches = await world.anyone.get('/v1/catalog/branches');
    expect(branches.body.items).toContainEqual({ id: ONLINE_BRANCH_ID, code: 'online', name: 'Online' });
  });

  it('corrects stock with a reason, once per key, and tells what every branch has', async () => {
    const productId = await product(world, { categoryId, onHand: 0 });
    const adjustment = { productId, branchId: ONLINE_BRANCH_ID, delta: 5, reason: 'Counted' };
    const headers = { 'idempotency-key': randomUUID() };
    for (const replayed of [false, true]) {
      const answer = await clerk.post('/v1/catalog/stock/adjustments', adjustment, { headers });
      expect(answer).toMatchObject({ status: 201, body: { onHand: 5, held: 0, available: 5 } });
      expect(answer.headers.has('idempotency-replayed')).toBe(replayed);
    }
    expect((await world.anyone.get(`/v1/catalog/products/${productId}/stock`)).body).toEqual({
      items: [
        {
          branch: { id: ONLINE_BRANCH_ID, code: 'online', name: 'Online' },
          onHand: 5,
          held: 0,
          available: 5,
        },
      ],
      next: null,
    });
    const tooMuch = await clerk.post('/v1/catalog/stock/adjustments', { ...adjustment, delta: -6 });
    expect(tooMuch).toMatchObject({ status: 409, body: { code: 'catalog.stock-too-low', available: 5 } });
  });

  it('is changed by staff alone', async () => {
    const { client: shopper } = await customer(world);
    const productId = await product(world, { categoryId });
    const path = `/v1/catalog/products/${productId}`;
    const attempts = (client: Client) => [
      client.post('/v1/catalog/products', lamp()),
      client.patch(path, { price: 1 }),
      client.delete(path),
      client.post('/v1/catalog/categories', { name: 'Mine', slug: 'mine' }),
      client.post('/v1/catalog/branches', { code: 'mine', name: 'Mine' }),
      client.post('/v1/catalog/stock/adjustments', {
        productId,
        branchId: ONLINE_BRANCH_ID,
        delta: 1,
        reason: 'Mine',
      }),
    ];
    for (const answer of await Promise.all(attempts(world.anyone))) expect(answer.status).toBe(401);
    for (const answer of await Promise.all(attempts(shopper))) expect(answer.status).toBe(403);
  });
});
