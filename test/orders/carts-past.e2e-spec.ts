/** What is long over is forgotten, and nothing before its time. */
import { CartsPast } from '@plaza/orders';
import { product } from '../catalog/shop';
import { World } from '#test/world';
import { CartShopper } from './carts-shopper';

const dayMinutes = 24 * 60;

describe('What is over', () => {
  let world: World;
  let shopper: CartShopper;

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    shopper = await CartShopper.withCart(world);
    const { body } = await shopper.waitFor(await product(world, { onHand: 0 }), 1);
    await shopper.person.client.delete(`${shopper.path}/waiting/${body.id}`);
  });

  afterAll(async () => {
    await world.end();
  });

  const daysLater = async (days: number) => {
    world.clock.forwardMinutes(days * dayMinutes);
    while (await world.app.get(CartsPast).forget(1));
    await shopper.person.signIn();
    const [rows] = await world.rows<{ told: number; waited: number }>(
      `SELECT (SELECT count(*)::integer FROM orders.cart_events) AS told,
              (SELECT count(*)::integer FROM orders.waiting) AS waited`,
    );
    return { ...rows, status: (await shopper.person.client.get(shopper.path)).status };
  };

  it('is forgotten: what was told after two days, a cart after thirty', async () => {
    expect(await daysLater(1)).toEqual({ told: 1, waited: 1, status: 200 });
    expect(await daysLater(1.1)).toEqual({ told: 0, waited: 0, status: 200 });
    expect(await daysLater(27.5)).toEqual({ told: 0, waited: 0, status: 200 });
    expect(await daysLater(1)).toEqual({ told: 0, waited: 0, status: 404 });
  });
});
