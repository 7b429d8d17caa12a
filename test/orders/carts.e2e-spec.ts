/** Carts: what is put in is held until the cart expires, and its customer is told until when. */
import { randomUUID } from 'node:crypto';
import { holdLinesMax, holdQuantityMax, ONLINE_BRANCH_ID } from '@plaza/catalog';
import { pointersOf, category, customer, product, staff, type Person } from '../catalog/shop';
import { World } from '#test/world';
import { CartShopper } from './carts-shopper';

const minuteMs = 60_000;

describe('A cart', () => {
  let world: World;
  let ann: Person;
  let lamp: string;
  let chair: string;

  beforeAll(async () => {
    world = await World.start();
    lamp = await product(world, { name: 'Lamp', price: 1_250, onHand: 1_000 });
    chair = await product(world, { name: 'Chair', price: 9_900, onHand: 1_000 });
  });

  beforeEach(async () => {
    ann = await customer(world);
  });

  afterAll(async () => {
    await world.end();
  });

  const stockOf = async (productId: string) =>
    (await world.anyone.get(`/v1/catalog/products/${productId}/stock`)).body.items[0];
  const cartOf = (person = ann) => CartShopper.withCart(world, person);

  it('begins empty, for the online shop, and tells until when it stands', async () => {
    const { status, body, headers } = await ann.client.post('/v1/orders/carts');
    expect(status).toBe(201);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      id: expect.any(String),
      branchId: ONLINE_BRANCH_ID,
      customerId: ann.id,
      items: [],
      total: 0,
      currency: null,
      createdAt: expect.any(String),
      expiresAt: expect.any(String),
      expired: false,
      extended: false,
      orderId: null,
    });
    expect(Date.parse(body.expiresAt) - Date.parse(body.createdAt)).toBe(15 * minuteMs);
    const again = await ann.client.get(`/v1/orders/carts/${body.id}`);
    expect(again.body).toEqual(body);
    expect(again.headers.get('cache-control')).toBe('no-store');
  });

  it('begun again with its id is the same cart; for another branch, or by somebody else, the id is taken', async () => {
    const id = randomUUID();
    const first = await ann.client.post('/v1/orders/carts', { id });
    const again = await ann.client.post('/v1/orders/carts', { id: id.toUpperCase() });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    const clerk = await staff(world);
    const branch = await clerk.client.post('/v1/catalog/branches', { code: randomUUID(), name: 'North' });
    const elsewhere = await ann.client.post('/v1/orders/carts', { id, branchId: branch.body.id });
    expect(elsewhere).toMatchObject({
      status: 409,
      body: { code: 'orders.cart-id-conflict', differs: ['branchId'] },
    });
    for (const other of [await customer(world), clerk]) {
      const refused = await other.client.post('/v1/orders/carts', { id });
      expect(refused).toMatchObject({ status: 409, body: { code: 'orders.cart-id-conflict' } });
      expect(JSON.stringify(refused.body)).not.toContain(ann.id);
    }
  });

  it('holds what is put in: told with prices and totals, and gone for everybody else', async () => {
    const stock = await stockOf(lamp);
    const cart = await cartOf();
    await cart.put(chair, 1);
    const { status, body } = await cart.put(lamp, 3);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: [
        { productId: chair, name: 'Chair', quantity: 1, unitPrice: 9_900, lineTotal: 9_900, held: true },
        { productId: lamp, name: 'Lamp', quantity: 3, unitPrice: 1_250, lineTotal: 3_750, held: true },
      ],
      total: 13_650,
      currency: 'EUR',
    });
    expect(body.items[0].sku).toEqual(expect.any(String));
    expect(await cart.look()).toEqual(body);
    expect(await stockOf(lamp)).toMatchObject({ available: stock.available - 3 });
  });

  it('is set to a quantity, not added to: the same again changes nothing, less gives back', async () => {
    const { available } = await stockOf(lamp);
    const cart = await cartOf();
    for (const [wish, left] of [
      [5, available - 5],
      [5, available - 5],
      [2, available - 2],
      [4, available - 4],
    ] as const) {
      expect((await cart.put(lamp, wish)).body.total).toBe(wish * 1_250);
      expect((await stockOf(lamp)).available).toBe(left);
    }
  });

  it('gives a product back when it is taken out, which may be done again', async () => {
    const { available } = await stockOf(lamp);
    const cart = await cartOf();
    await cart.put(lamp, 5);
    await cart.put(chair, 1);
    for (let time = 0; time < 2; time += 1) {
      const { status, body } = await cart.remove(lamp);
      expect([status, body.items.length, body.total]).toEqual([200, 1, 9_900]);
    }
    expect((await stockOf(lamp)).available).toBe(available);
  });

  it('tells today’s price, not that of the day it was put in', async () => {
    const productId = await product(world, { price: 100 });
    const cart = await cartOf();
    await cart.put(productId, 2);
    await (await staff(world)).client.patch(`/v1/catalog/products/${productId}`, { price: 90 });
    expect(await cart.look()).toMatchObject({ total: 180, items: [{ unitPrice: 90, lineTotal: 180 }] });
  });

  it('is refused what is not there, with how many it could have, what it has included', async () => {
    const productId = await product(world, { onHand: 5 });
    const [first, second] = [await cartOf(), await cartOf(await customer(world))];
    await first.put(productId, 3);
    const short = { status: 409, body: { code: 'orders.out-of-stock' } };
    const refused = await second.put(productId, 3);
    expect(refused).toMatchObject({ ...short, body: { ...short.body, available: 2 } });
    expect(await first.put(productId, 6)).toMatchObject({ status: 409, body: { available: 5 } });
    expect(await first.held()).toEqual({ [productId]: 3 });
    expect((await second.look()).items).toEqual([]);
  });

  it('is refused what is not sold, and a branch that is none', async () => {
    const cart = await cartOf();
    const clerk = await staff(world);
    const withdrawn = await product(world);
    await clerk.client.delete(`/v1/catalog/products/${withdrawn}`);
    for (const productId of [randomUUID(), withdrawn]) {
      const refused = await cart.put(productId, 1);
      expect(refused).toMatchObject({ status: 404, body: { code: 'orders.product-unknown', productId } });
    }
    const branchId = randomUUID();
    const nowhere = await ann.client.post('/v1/orders/carts', { branchId });
    expect(nowhere).toMatchObject({ status: 422, body: { code: 'orders.branch-unknown', branchId } });
  });

  it('is refused quantities out of bounds, unknown fields and what is no id', async () => {
    const cart = await cartOf();
    for (const body of [
      { quantity: 0 },
      { quantity: 1.5 },
      { quantity: holdQuantityMax + 1 },
      {},
      { quantity: '1' },
    ]) {
      const refused = await ann.client.put(`${cart.path}/items/${lamp}`, body);
      expect([refused.status, pointersOf(refused.body)]).toEqual([400, ['/quantity']]);
    }
    expect(await ann.client.put(`${cart.path}/items/${lamp}`, { quantity: 1, price: 1 })).toMatchObject({
      status: 400,
    });
    expect((await cart.put('lamp', 1)).status).toBe(400);
    expect((await ann.client.post('/v1/orders/carts', { id: 'cart' })).status).toBe(400);
    expect((await cart.look()).items).toEqual([]);
  });

  it('has one currency', async () => {
    const pounds = await product(world, { currency: 'GBP' });
    const cart = await cartOf();
    await cart.put(lamp, 1);
    const refused = await cart.put(pounds, 1);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'orders.mixed-currencies', currencies: expect.arrayContaining(['EUR', 'GBP']) },
    });
    expect(await cart.held()).toEqual({ [lamp]: 1 });
    expect((await stockOf(pounds)).held).toBe(0);
    await cart.remove(lamp);
    expect(await cart.put(pounds, 1)).toMatchObject({ status: 200, body: { currency: 'GBP' } });
  });

  it(`has ${String(holdLinesMax)} lines at the most, whose quantities can still be changed`, async () => {
    const categoryId = await category(world, 'Small things');
    const cart = await cartOf();
    for (let line = 0; line < holdLinesMax; line += 1) {
      expect((await cart.put(await product(world, { categoryId }), 1)).status).toBe(200);
    }
    const one = await product(world, { categoryId });
    expect(await cart.put(one, 1)).toMatchObject({
      status: 409,
      body: { code: 'orders.cart-full', max: holdLinesMax },
    });
    expect((await stockOf(one)).held).toBe(0);
    const [first] = (await cart.look()).items;
    expect((await cart.put(first?.productId ?? '', 2)).status).toBe(200);
  });

  it('is one of twenty at the most that a customer has at the same time', async () => {
    for (let carts = 0; carts < 20; carts += 1) await cartOf();
    const refused = await ann.client.post('/v1/orders/carts');
    expect(refused).toMatchObject({ status: 409, body: { code: 'orders.too-many-carts', max: 20 } });
  });

  it('is made once under an Idempotency-Key, too', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await ann.client.post('/v1/orders/carts', {}, { headers });
    const again = await ann.client.post('/v1/orders/carts', {}, { headers });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
  });

  it('of staff at the counter is nobody’s', async () => {
    const clerk = await staff(world);
    const cart = await cartOf(clerk);
    const { status, body } = await cart.put(lamp, 1);
    expect([status, body.customerId]).toEqual([200, null]);
    expect((await ann.client.get(cart.path)).status).toBe(404);
    expect((await (await staff(world)).client.get(cart.path)).status).toBe(200);
  });
});
