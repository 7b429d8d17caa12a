/** A cart that became an order is over: it takes nothing more, and what it waits for goes to the next in the queue. */
import { product } from '../catalog/shop';
import { World } from '#test/world';
import { CartShopper, deliver } from './carts-shopper';

describe('A cart that became an order', () => {
  let world: World;
  let ann: CartShopper;
  let bob: CartShopper;
  let lamp: string;
  let chair: string;
  let orderId: string;

  beforeAll(async () => {
    world = await World.start();
  });

  beforeEach(async () => {
    ann = await CartShopper.withCart(world);
    bob = await CartShopper.withCart(world);
    lamp = await product(world);
    chair = await product(world, { onHand: 0 });
    await ann.put(lamp, 2);
    await ann.waitFor(chair, 5);
    await bob.waitFor(chair, 1);
    const { status, body } = await ann.person.client.post('/v1/orders', { cartId: ann.cartId });
    expect(status).toBe(201);
    orderId = body.id;
  });

  afterAll(async () => {
    await world.end();
  });

  it('names the order, holds nothing itself and takes nothing more', async () => {
    expect(await ann.look()).toMatchObject({ orderId, items: [], total: 0 });
    const refusal = { status: 409, body: { code: 'orders.cart-ordered', orderId } };
    expect(await ann.put(lamp, 1)).toMatchObject(refusal);
    expect(await ann.remove(lamp)).toMatchObject(refusal);
    expect(await ann.extend()).toMatchObject(refusal);
    expect(await ann.waitFor(await product(world, { onHand: 0 }), 1)).toMatchObject(refusal);
  });

  it('waits no longer, and holds up nobody behind it however much it wanted', async () => {
    await deliver(world, chair, 1);
    await world.settle();
    expect(await ann.waits()).toEqual([]);
    expect(await bob.held()).toEqual({ [chair]: 1 });
    const told = await world.rows('SELECT data FROM orders.cart_events WHERE cart_id = $1', [ann.cartId]);
    expect(told).toMatchObject([{ data: { productId: chair, reason: 'cart-ordered' } }]);
  });
});
