/** Orders that were carts: what the cart held becomes the order's. */
import { randomUUID } from 'node:crypto';
import { withClient } from '@plaza/engines';
import { customer, product, type Person } from '../catalog/shop';
import { eventually } from '#test/eventually';
import { World } from '#test/world';

describe('Placing an order from a cart', () => {
  let world: World;
  let shopper: Person;

  beforeAll(async () => {
    world = await World.start();
    shopper = await customer(world);
  });

  beforeEach(async () => {
    await shopper.signIn();
  });

  afterAll(async () => {
    await world.end();
  });

  const place = (body: object, { client } = shopper) => client.post('/v1/orders', body);
  const stockOf = async (productId: string) =>
    (await world.anyone.get(`/v1/catalog/products/${productId}/stock`)).body.items[0];

  const asOwner = (sql: string) => withClient(world.database.ownerUrl, (client) => client.query(sql));

  async function cartWith(items: Record<string, number>): Promise<string> {
    const { body } = await shopper.client.post('/v1/orders/carts', {});
    for (const [productId, quantity] of Object.entries(items)) {
      const put = await shopper.client.put(`/v1/orders/carts/${body.id}/items/${productId}`, { quantity });
      expect(put.status).toBe(200);
    }
    return body.id;
  }

  it('takes over what it holds, also the last piece, and closes it', async () => {
    const lamp = await product(world, { name: 'Lamp', price: 500, onHand: 2 });
    const chair = await product(world, { name: 'Chair', price: 700, onHand: 9 });
    const cartId = await cartWith({ [lamp]: 2, [chair]: 1 });
    const placed = await place({ cartId });
    expect(placed).toMatchObject({
      status: 201,
      body: { status: 'awaiting-payment', cartId, total: 1_700, customerId: shopper.id },
    });
    expect(await stockOf(lamp)).toMatchObject({ onHand: 2, held: 2, available: 0 });
    const cart = await shopper.client.get(`/v1/orders/carts/${cartId}`);
    expect(cart.body).toMatchObject({ orderId: placed.body.id });
    world.clock.forwardMinutes(20);
    await world.settle();
    expect(await stockOf(lamp)).toMatchObject({ held: 2 });
    await shopper.signIn();
    await shopper.client.post(`/v1/orders/${placed.body.id}/cancel`);
    await world.settle();
    expect(await stockOf(lamp)).toMatchObject({ held: 0 });
  });

  it('sent again is the same order, at once or later, with its id or without', async () => {
    const productId = await product(world, { onHand: 5 });
    const cartId = await cartWith({ [productId]: 2 });
    const answers = await Promise.all([1, 2, 3].map(() => place({ cartId })));
    const ids = new Set(answers.filter(({ status }) => status < 300).map(({ body }) => body.id));
    expect(ids.size).toBe(1);
    const [id] = ids;
    expect(await place({ cartId })).toMatchObject({ status: 200, body: { id } });
    expect(await place({ id, cartId })).toMatchObject({ status: 200, body: { id } });
    expect(await stockOf(productId)).toMatchObject({ held: 2 });
    const other = await place({ id: randomUUID(), cartId });
    expect(other).toMatchObject({ status: 409, body: { code: 'orders.cart-ordered', orderId: id } });
  });

  it('of another id at the same moment is told which order the cart becomes', async () => {
    const productId = await product(world, { onHand: 5 });
    const cartId = await cartWith({ [productId]: 2 });
    const id = randomUUID();
    const held = async () =>
      (await world.rows('SELECT FROM catalog.holds WHERE owner_id = $1', [id])).length === 1;
    const { first, second } = await withClient(world.database.ownerUrl, async (client) => {
      // What the cart held is the order's, and the order cannot be written yet.
      await client.query('BEGIN; LOCK TABLE orders.orders IN SHARE MODE');
      const first = place({ id, cartId });
      await eventually(async () => {
        expect(await held()).toBe(true);
      });
      const second = place({ id: randomUUID(), cartId });
      for (let asked = 0; asked < 8; asked += 1) await stockOf(productId);
      await client.query('COMMIT');
      return { first: await first, second: await second };
    });
    expect(first).toMatchObject({ status: 201, body: { id, cartId } });
    expect(second).toMatchObject({ status: 409, body: { code: 'orders.cart-ordered', orderId: id } });
  });

  it('is refused for the cart of somebody else, an empty one and one that is not there', async () => {
    const productId = await product(world);
    const cartId = await cartWith({ [productId]: 1 });
    const stranger = await customer(world);
    expect(await place({ cartId }, stranger)).toMatchObject({
      status: 404,
      body: { code: 'orders.cart-unknown' },
    });
    expect((await place({ cartId: randomUUID() })).status).toBe(404);
    expect(await place({ cartId: await cartWith({}) })).toMatchObject({
      status: 409,
      body: { code: 'orders.cart-empty' },
    });
  });

  it('whose time is over has what is still there, or names every line that is not', async () => {
    const plenty = await product(world, { onHand: 9 });
    const last = await product(world, { onHand: 1 });
    const lucky = await cartWith({ [plenty]: 2 });
    const unlucky = await cartWith({ [plenty]: 1, [last]: 1 });
    world.clock.forwardMinutes(20);
    await shopper.signIn();
    await place({ items: [{ productId: last, quantity: 1 }] });
    expect(await place({ cartId: lucky })).toMatchObject({ status: 201 });
    expect(await place({ cartId: unlucky })).toMatchObject({
      status: 409,
      body: {
        code: 'orders.out-of-stock',
        short: [{ productId: last, requested: 1, available: 0 }],
      },
    });
    expect(await stockOf(plenty)).toMatchObject({ held: 2 });
  });

  it('goes on where a crash after the holds were taken over had cut it short', async () => {
    const productId = await product(world, { onHand: 3 });
    const cartId = await cartWith({ [productId]: 3 });
    const id = randomUUID();
    await world.rows(
      `UPDATE catalog.holds SET owner_id = $1
       WHERE owner_id = (SELECT hold_owner_id FROM orders.carts WHERE id = $2)`,
      [id, cartId],
    );
    expect(await place({ id, cartId })).toMatchObject({ status: 201, body: { id, cartId } });
    expect(await stockOf(productId)).toMatchObject({ held: 3 });
  });

  it('goes on after such a crash without an id, too: the cart alone says which order it was', async () => {
    const productId = await product(world, { onHand: 3 });
    const cartId = await cartWith({ [productId]: 3 });
    await asOwner(
      `ALTER TABLE orders.orders ADD CONSTRAINT orders_cut_short CHECK (cart_id <> '${cartId}') NOT VALID`,
    );
    await expect(place({ cartId })).rejects.toThrow('answered 500');
    await asOwner('ALTER TABLE orders.orders DROP CONSTRAINT orders_cut_short');
    const { body: cart } = await shopper.client.get(`/v1/orders/carts/${cartId}`);
    expect(cart.items).toEqual([]);

    expect(await place({ cartId })).toMatchObject({ status: 201, body: { cartId } });
    expect(await stockOf(productId)).toMatchObject({ held: 3 });
  });

  it('that could not become one is filled and placed anew', async () => {
    const kept = await product(world, { onHand: 3 });
    const changed = await product(world, { onHand: 3 });
    const cartId = await cartWith({ [kept]: 1, [changed]: 1 });
    await asOwner(`UPDATE catalog.products SET currency = 'USD' WHERE id = '${changed}'`);
    expect((await place({ cartId })).body).toMatchObject({ code: 'orders.mixed-currencies' });
    expect(await stockOf(kept)).toMatchObject({ held: 0 });

    await shopper.client.put(`/v1/orders/carts/${cartId}/items/${kept}`, { quantity: 2 });
    expect(await place({ cartId })).toMatchObject({
      status: 201,
      body: { cartId, items: [{ quantity: 2 }] },
    });
    expect(await stockOf(kept)).toMatchObject({ held: 2 });
  });

  it('has no branch and no items of its own, and an id that an order has is refused', async () => {
    const productId = await product(world);
    const items = [{ productId, quantity: 1 }];
    const cartId = await cartWith({ [productId]: 1 });
    expect((await place({ cartId, items })).status).toBe(400);
    expect((await place({ cartId, branchId: randomUUID() })).status).toBe(400);
    const { body } = await place({ items });
    const taken = await place({ id: body.id, cartId });
    expect(taken).toMatchObject({ status: 409, body: { code: 'orders.id-conflict', differs: ['cartId'] } });
    expect(await place({ cartId })).toMatchObject({ status: 201 });
  });
});
