/** Several workers at once serve the waiting list in order and once, whatever customers do meanwhile. */
import { PromotionService } from '@plaza/orders';
import { product } from '../catalog/shop';
import { World } from '#test/world';
import { CartShopper, deliver } from './carts-shopper';

describe('The waiting list with two workers', () => {
  let world: World;
  let other: World;

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    other = await World.start({ database: world.database, clock: world.clock, processes: ['api'] });
  });

  afterAll(async () => {
    await other.stop();
    await world.end();
  });

  /** Without the lock that lets one worker do it alone, as when that worker lost its lock and has not noticed. */
  const promoteTwice = async () => {
    const promoteAll = async ({ app }: World) => {
      while (await app.get(PromotionService).promote());
    };
    await Promise.all([promoteAll(world), promoteAll(other)]);
  };
  const lineOf = async (productId: string, length: number): Promise<CartShopper[]> => {
    const line: CartShopper[] = [];
    for (let place = 0; place < length; place += 1) {
      const shopper = await CartShopper.withCart(place % 2 === 0 ? world : other);
      expect((await shopper.waitFor(productId, 1 + (place % 3))).status).toBe(201);
      line.push(shopper);
    }
    return line;
  };
  const promotedFor = async (productId: string) =>
    (
      await world.rows<{ cartId: string }>(
        `SELECT cart_id AS "cartId" FROM orders.cart_events
         WHERE type = 'promoted' AND data ->> 'productId' = $1 ORDER BY id`,
        [productId],
      )
    ).map(({ cartId }) => cartId);

  it('promotes in order of arrival and each once, as stock comes in pieces', async () => {
    const lamp = await product(world, { onHand: 0 });
    const line = await lineOf(lamp, 12);
    for (const delta of [4, 1, 7, 2, 10]) {
      await deliver(world, lamp, delta);
      await promoteTwice();
    }
    expect(await promotedFor(lamp)).toEqual(line.map(({ cartId }) => cartId));
    for (const [place, shopper] of line.entries()) {
      expect(await shopper.held()).toEqual({ [lamp]: 1 + (place % 3) });
    }
    const { body } = await world.anyone.get(`/v1/catalog/products/${lamp}/stock`);
    expect(body.items).toMatchObject([{ onHand: 24, held: 24, available: 0 }]);
  });

  it('gives nothing to those who leave the queue at that moment, and leaves nothing held for them', async () => {
    const lamp = await product(world, { onHand: 0 });
    const line = await lineOf(lamp, 9);
    const withdrawals = await Promise.all(
      line.map(async ({ person, path }) => {
        const { body } = await person.client.get(`${path}/waiting`);
        return () => person.client.delete(`${path}/waiting/${body.items[0].id}`);
      }),
    );
    await deliver(world, lamp, 9);
    const leaving = withdrawals.filter((_leave, place) => place % 2 === 0).map((leave) => leave());
    const [answers] = await Promise.all([Promise.all(leaving), promoteTwice()]);
    await promoteTwice();
    const promoted = await promotedFor(lamp);
    expect(new Set(promoted).size).toBe(promoted.length);
    for (const [place, shopper] of line.entries()) {
      const isPromoted = promoted.includes(shopper.cartId);
      expect(await shopper.held()).toEqual(isPromoted ? { [lamp]: 1 + (place % 3) } : {});
    }
    const left = answers.map(({ status }) => status);
    expect(left.filter((status) => status !== 204 && status !== 409)).toEqual([]);
  });
});
