/** The time of a cart: given once more, over by itself, and what it held is for everybody again. */
import { customer, product } from '../catalog/shop';
import { World } from '#test/world';
import { CartShopper } from './carts-shopper';

const minuteMs = 60_000;

describe('The time of a cart', () => {
  let world: World;
  let cart: CartShopper;
  let lamp: string;

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
  });

  beforeEach(async () => {
    cart = await CartShopper.withCart(world);
    lamp = await product(world, { onHand: 4 });
    await cart.put(lamp, 3);
  });

  afterAll(async () => {
    await world.end();
  });

  /** Tokens live for minutes. */
  const later = async (minutes: number) => {
    world.clock.forwardMinutes(minutes);
    await cart.person.signIn();
  };

  it('begins with the cart and is the same for what is put in later', async () => {
    const { expiresAt } = await cart.look();
    await later(9);
    expect((await cart.put(await product(world), 1)).body.expiresAt).toBe(expiresAt);
    await later(7);
    expect(await cart.look()).toMatchObject({ expired: true, items: [{ held: false }, { held: false }] });
  });

  it('can be given anew once, for all that is in it', async () => {
    await later(9);
    const beforeMs = world.clock.now().getTime();
    const { status, body } = await cart.extend();
    expect([status, body.extended]).toEqual([200, true]);
    expect(Date.parse(body.expiresAt)).toBeGreaterThanOrEqual(beforeMs + 15 * minuteMs);
    expect(await cart.extend()).toMatchObject({
      status: 409,
      body: { code: 'orders.cart-extended-already', expiresAt: body.expiresAt },
    });
    await later(9);
    expect(await cart.held()).toEqual({ [lamp]: 3 });
    await later(7);
    expect(await cart.held()).toEqual({});
  });

  it('over, the stock is for everybody by time alone: no job runs here', async () => {
    const other = await CartShopper.withCart(world);
    expect(await other.put(lamp, 4)).toMatchObject({ status: 409, body: { available: 1 } });
    await later(16);
    const third = await CartShopper.withCart(world, await customer(world));
    expect((await third.put(lamp, 4)).status).toBe(200);
  });

  it('over, the cart shows what was in it and takes nothing more', async () => {
    const { expiresAt } = await cart.look();
    await later(16);
    expect(await cart.look()).toMatchObject({
      expired: true,
      expiresAt,
      items: [{ productId: lamp, quantity: 3, held: false }],
    });
    const refusal = { status: 409, body: { code: 'orders.cart-expired', expiredAt: expiresAt } };
    expect(await cart.put(lamp, 1)).toMatchObject(refusal);
    expect(await cart.remove(lamp)).toMatchObject(refusal);
    expect(await cart.extend()).toMatchObject(refusal);
    expect(await cart.waitFor(lamp, 5)).toMatchObject(refusal);
  });

  it('is a matter of settings', async () => {
    const hasty = await World.start({
      database: world.database,
      clock: world.clock,
      processes: ['api'],
      variables: { CART_HOLD_MINUTES: '1' },
    });
    try {
      const { createdAt, expiresAt } = await (await CartShopper.withCart(hasty)).look();
      expect(new Date(expiresAt).getTime() - new Date(createdAt).getTime()).toBe(minuteMs);
    } finally {
      await hasty.stop();
    }
  });
});
