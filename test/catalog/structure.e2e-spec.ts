/** Categories and branches as staff change and end them, and what lists say of it afterwards. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID, StructureService } from '@plaza/catalog';
import type { Client } from '#test/client';
import { eventually } from '#test/eventually';
import { World } from '#test/world';
import { category, customer, product, staff } from './shop';

const oneSecondMs = 1_000;
const list = '/v1/catalog/products';

describe('A category', () => {
  let world: World;
  let clerk: Client;

  beforeAll(async () => {
    world = await World.start();
    clerk = (await staff(world)).client;
  });

  afterAll(async () => {
    await world.end();
  });

  const at = (id: string) => `/v1/catalog/categories/${id}`;

  it('is renamed and moved, and lists show it at once', async () => {
    const [root, other] = [await category(world, 'Garden'), await category(world, 'House')];
    const id = await category(world, 'Chairs', root);
    await product(world, { categoryId: id, name: 'Deck chair' });
    const shown = async (of: string) =>
      (await world.anyone.get(list, { query: { category: of } })).body.items.map(
        (item: { category: { name: string } }) => item.category.name,
      );
    expect([await shown(root), await shown(other)]).toEqual([['Chairs'], []]);
    const slug = `seats-${randomUUID().slice(0, 8)}`;
    const changed = await clerk.patch(at(id), { name: 'Seats', slug, parentId: other });
    expect(changed).toMatchObject({ status: 200, body: { id, name: 'Seats', slug, parentId: other } });
    expect((await world.anyone.get(at(id))).body).toEqual(changed.body);
    await eventually(async () => {
      expect([await shown(root), await shown(other)]).toEqual([[], ['Seats']]);
    }, oneSecondMs);
    expect((await clerk.patch(at(id), { parentId: null })).body.parentId).toBeNull();
  });

  it('never lies below itself', async () => {
    const top = await category(world, 'Top');
    const middle = await category(world, 'Middle', top);
    const bottom = await category(world, 'Bottom', middle);
    for (const parentId of [top, middle, bottom]) {
      expect(await clerk.patch(at(top), { parentId })).toMatchObject({
        status: 409,
        body: { code: 'catalog.category-below-itself', categoryId: top, parentId },
      });
    }
    expect(await clerk.patch(at(top), { parentId: randomUUID() })).toMatchObject({
      status: 422,
      body: { code: 'catalog.category-unknown' },
    });
  });

  it('is in no circle, however many are moved at the same time', async () => {
    const ring: string[] = [];
    for (let number = 0; number < 6; number += 1) ring.push(await category(world, 'Ring'));
    const structure = world.app.get(StructureService);
    const moves = await Promise.allSettled(
      ring.map((id, at) => structure.changeCategory(id, { parentId: ring[(at + 1) % ring.length] ?? null })),
    );
    expect(moves.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    const roots = await world.rows(
      'SELECT FROM catalog.categories WHERE id = ANY ($1::uuid[]) AND parent_id IS NULL',
      [ring],
    );
    expect(roots).toHaveLength(1);
  });

  it('is removed when nothing is in it any more; what is, is counted', async () => {
    const id = await category(world, 'Going');
    const child = await category(world, 'Below', id);
    const productId = await product(world, { categoryId: id });
    expect(await clerk.delete(at(id))).toMatchObject({
      status: 409,
      body: { code: 'catalog.category-in-use', children: 1, products: 1 },
    });
    expect((await clerk.delete(at(child))).status).toBe(204);
    await clerk.delete(`${list}/${productId}`);
    expect((await clerk.delete(at(id))).status).toBe(204);
    expect(await world.anyone.get(at(id))).toMatchObject({
      status: 404,
      body: { code: 'catalog.category-not-found' },
    });
    expect((await clerk.delete(at(id))).status).toBe(404);
    expect((await clerk.patch(at(id), { name: 'Back' })).status).toBe(404);
    const kept = await world.rows('SELECT id FROM catalog.categories WHERE id = ANY ($1::uuid[])', [
      [id, child],
    ]);
    expect(kept).toEqual([{ id }]);
  });

  it('takes in nothing once it is removed, whoever comes first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await category(world, 'Contested');
      const [removed, taken] = await Promise.all([
        clerk.delete(at(id)),
        clerk.post(list, { sku: randomUUID(), name: 'Late', price: 1, currency: 'EUR', categoryId: id }),
      ]);
      expect([`204 422`, `409 201`]).toContain(`${removed.status} ${taken.status}`);
    }
  });
});

describe('A branch', () => {
  let world: World;
  let clerk: Client;

  beforeAll(async () => {
    world = await World.start();
    clerk = (await staff(world)).client;
  });

  afterAll(async () => {
    await world.end();
  });

  const at = (id: string) => `/v1/catalog/branches/${id}`;

  async function branch(): Promise<{ id: string; code: string }> {
    const code = `shop-${randomUUID().slice(0, 8)}`;
    const { status, body } = await clerk.post('/v1/catalog/branches', { code, name: 'Shop' });
    expect([status, body.closedAt]).toEqual([201, null]);
    return body;
  }

  it('is renamed, and online keeps its code', async () => {
    const { id } = await branch();
    expect(await clerk.patch(at(id), { name: 'New name' })).toMatchObject({
      status: 200,
      body: { name: 'New name' },
    });
    expect(await clerk.patch(at(id), { code: 'online' })).toMatchObject({
      status: 409,
      body: { code: 'catalog.branch-code-taken' },
    });
    expect((await clerk.patch(at(ONLINE_BRANCH_ID), { name: 'Web shop', code: 'online' })).status).toBe(200);
    for (const refused of [
      await clerk.patch(at(ONLINE_BRANCH_ID), { code: 'web' }),
      await clerk.delete(at(ONLINE_BRANCH_ID)),
    ]) {
      expect(refused).toMatchObject({ status: 409, body: { code: 'catalog.online-stays' } });
    }
    expect((await clerk.patch(at(randomUUID()), { name: 'Nowhere' })).status).toBe(404);
  });

  it('that is closed sells nothing more, is listed no more, and keeps its history', async () => {
    const { id, code } = await branch();
    const productId = await product(world, { branchId: id, onHand: 3 });
    const { client: shopper } = await customer(world);
    const order = () => shopper.post('/v1/orders', { branchId: id, items: [{ productId, quantity: 1 }] });
    expect((await order()).status).toBe(201);
    const { body: cart } = await shopper.post('/v1/orders/carts', { branchId: id });
    await shopper.put(`/v1/orders/carts/${cart.id}/items/${productId}`, { quantity: 1 });
    for (let time = 0; time < 2; time += 1) expect((await clerk.delete(at(id))).status).toBe(204);
    const refused = { status: 422, body: { code: 'orders.branch-unknown' } };
    expect(await order()).toMatchObject(refused);
    expect(await shopper.post('/v1/orders', { cartId: cart.id })).toMatchObject(refused);
    expect((await world.anyone.get(at(id))).body).toMatchObject({ code, closedAt: expect.any(String) });
    const open = await world.anyone.get('/v1/catalog/branches', { query: { limit: 100 } });
    expect(open.body.items.map((each: { id: string }) => each.id)).not.toContain(id);
    await eventually(async () => {
      expect((await world.anyone.get(list, { query: { branch: code } })).status).toBe(400);
    }, oneSecondMs);
    expect((await world.anyone.get(`${list}/${productId}/stock`)).body.items).toMatchObject([{ onHand: 3 }]);
    const adjust = (delta: number) =>
      clerk.post('/v1/catalog/stock/adjustments', { productId, branchId: id, delta, reason: 'Left over' });
    expect(await adjust(1)).toMatchObject({ status: 422, body: { code: 'catalog.branch-unknown' } });
    expect((await adjust(-1)).status).toBe(201);
  });
});
