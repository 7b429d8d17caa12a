/** The waiting list: who waits for stock is served in order of arrival, and what was waited for is held for them. */
import { ONLINE_BRANCH_ID, StockService } from '@plaza/catalog';
import { product, staff } from '../catalog/shop';
import { World } from '#test/world';
import { CartShopper, deliver } from './carts-shopper';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

describe('Waiting for stock', () => {
  let world: World;
  let ann: CartShopper;
  let bob: CartShopper;
  /** Out of stock. */
  let lamp: string;

  beforeAll(async () => {
    world = await World.start();
  });

  beforeEach(async () => {
    ann = await CartShopper.withCart(world);
    bob = await CartShopper.withCart(world);
    lamp = await product(world, { name: 'Lamp', onHand: 0 });
  });

  afterAll(async () => {
    await world.end();
  });

  const later = async (minutes: number) => {
    world.clock.forwardMinutes(minutes);
    await world.settle();
    for (const { person } of [ann, bob]) await person.signIn();
  };
  const eventsOf = ({ cartId }: CartShopper) =>
    world.rows<{ type: string; data: Record<string, unknown> }>(
      'SELECT type, data FROM orders.cart_events WHERE cart_id = $1 ORDER BY id',
      [cartId],
    );

  it('tells the place in the queue and how long it lasts at the most', async () => {
    const { status, body } = await ann.waitFor(lamp, 2);
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      productId: lamp,
      quantity: 2,
      position: 1,
      askedAt: expect.any(String),
      waitsUntil: expect.any(String),
    });
    expect(Date.parse(body.waitsUntil) - Date.parse(body.askedAt)).toBe(dayMs);
    expect((await bob.waitFor(lamp, 1)).body.position).toBe(2);
    const other = await product(world, { onHand: 0 });
    expect((await bob.waitFor(other, 1)).body.position).toBe(1);
    expect(await bob.waits()).toMatchObject([
      { productId: lamp, position: 2 },
      { productId: other, position: 1 },
    ]);
  });

  it('asked for again is the same place; for another quantity it is refused', async () => {
    const first = await ann.waitFor(lamp, 2);
    const again = await ann.waitFor(lamp, 2);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await ann.waitFor(lamp, 3)).toMatchObject({
      status: 409,
      body: { code: 'orders.waiting-already', waitingId: first.body.id, quantity: 2 },
    });
  });

  it('is not for what can be put in the cart now, what the cart has of it included', async () => {
    const chair = await product(world, { onHand: 3 });
    await ann.put(chair, 2);
    expect(await ann.waitFor(chair, 3)).toMatchObject({
      status: 409,
      body: { code: 'orders.in-stock', available: 3 },
    });
    expect((await ann.waitFor(chair, 4)).status).toBe(201);
  });

  it('is not for what is not sold', async () => {
    const { client } = await staff(world);
    const withdrawn = await product(world, { onHand: 0 });
    const resting = await product(world, { onHand: 0 });
    await client.delete(`/v1/catalog/products/${withdrawn}`);
    await client.patch(`/v1/catalog/products/${resting}`, { active: false });
    for (const productId of [withdrawn, resting]) expect((await ann.waitFor(productId, 1)).status).toBe(404);
    expect(await ann.waits()).toEqual([]);
  });

  it('is for twenty products of a cart at the most', async () => {
    for (let waits = 0; waits < 20; waits += 1) {
      expect((await ann.waitFor(await product(world, { onHand: 0 }), 1)).status).toBe(201);
    }
    expect(await ann.waitFor(lamp, 1)).toMatchObject({
      status: 409,
      body: { code: 'orders.cart-waits-for-too-much', max: 20 },
    });
  });

  it('ends when its customer does not want it any more, which may be said again; others move up', async () => {
    const { body } = await ann.waitFor(lamp, 1);
    await bob.waitFor(lamp, 1);
    for (let time = 0; time < 2; time += 1) {
      expect((await ann.person.client.delete(`${ann.path}/waiting/${body.id}`)).status).toBe(204);
    }
    expect(await ann.waits()).toEqual([]);
    expect(await bob.waits()).toMatchObject([{ position: 1 }]);
    const ended = {
      type: 'waiting-ended',
      data: { waitingId: body.id, productId: lamp, reason: 'withdrawn' },
    };
    expect(await eventsOf(ann)).toEqual([ended]);
    await deliver(world, lamp, 1);
    await world.settle();
    expect([await ann.held(), await bob.held()]).toEqual([{}, { [lamp]: 1 }]);
  });

  it('ends with the product in the cart once there is enough, held as long as in a new cart', async () => {
    const chair = await product(world);
    await ann.put(chair, 1);
    const { body } = await ann.waitFor(lamp, 3);
    await later(10);
    await deliver(world, lamp, 2);
    await world.settle();
    expect(await ann.held()).toEqual({ [chair]: 1 });
    const beforeMs = world.clock.now().getTime();
    await deliver(world, lamp, 2);
    await world.settle();
    const cart = await ann.look();
    expect(new Date(cart.expiresAt).getTime()).toBeGreaterThan(beforeMs + 14 * minuteMs);
    expect(await ann.waits()).toEqual([]);
    const data = { waitingId: body.id, productId: lamp, quantity: 3, expiresAt: cart.expiresAt };
    expect(await eventsOf(ann)).toEqual([{ type: 'promoted', data }]);
    const refused = await ann.person.client.delete(`${ann.path}/waiting/${body.id}`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'orders.waiting-promoted' } });
    await later(14);
    expect(await ann.held()).toEqual({ [chair]: 1, [lamp]: 3 });
    await later(2);
    expect(await ann.held()).toEqual({});
  });

  it('is served by what others give back and by what expires', async () => {
    await deliver(world, lamp, 2);
    await ann.put(lamp, 2);
    await bob.waitFor(lamp, 1);
    await ann.put(lamp, 1);
    await world.settle();
    expect(await bob.held()).toEqual({ [lamp]: 1 });
    const eve = await CartShopper.withCart(world);
    await eve.waitFor(lamp, 2);
    await later(16);
    await eve.person.signIn();
    expect(await eve.held()).toEqual({ [lamp]: 2 });
  });

  it('reopens a cart that expired meanwhile', async () => {
    const chair = await product(world);
    await ann.put(chair, 1);
    await ann.waitFor(lamp, 1);
    await later(20);
    expect(await ann.look()).toMatchObject({ expired: true });
    await deliver(world, lamp, 1);
    await world.settle();
    const cart = await ann.look();
    expect(cart.expired).toBe(false);
    expect(cart.items.map(({ name, held }) => [name, held])).toEqual([
      ['Lamp', true],
      ['Thing', false],
    ]);
    expect((await ann.put(chair, 1)).status).toBe(200);
  });

  it('is in order of arrival: whoever wants many is not passed by somebody behind who wants few', async () => {
    await ann.waitFor(lamp, 5);
    await bob.waitFor(lamp, 1);
    await deliver(world, lamp, 4);
    await world.settle();
    expect([await ann.held(), await bob.held()]).toEqual([{}, {}]);
    await deliver(world, lamp, 2);
    await world.settle();
    expect([await ann.held(), await bob.held()]).toEqual([{ [lamp]: 5 }, { [lamp]: 1 }]);
  });

  it('ends after a day', async () => {
    const { body } = await ann.waitFor(lamp, 1);
    await later(24 * 60 - 1);
    expect(await ann.waits()).toHaveLength(1);
    await later(2);
    expect(await ann.waits()).toEqual([]);
    expect(await eventsOf(ann)).toMatchObject([{ data: { waitingId: body.id, reason: 'time-over' } }]);
    await deliver(world, lamp, 1);
    await world.settle();
    expect(await ann.held()).toEqual({});
  });

  it('ends when what came in is not sold any more, and moves on to the next', async () => {
    await ann.waitFor(lamp, 1);
    const { client } = await staff(world);
    await client.patch(`/v1/catalog/products/${lamp}`, { active: false });
    await deliver(world, lamp, 1);
    await world.settle();
    expect(await eventsOf(ann)).toMatchObject([{ data: { reason: 'product-not-sold' } }]);
  });

  it('ends when what came in does not fit the cart any more, which stays as it was', async () => {
    const pounds = await product(world, { currency: 'GBP' });
    await ann.waitFor(lamp, 1);
    await bob.waitFor(lamp, 1);
    await ann.put(pounds, 1);
    await deliver(world, lamp, 1);
    await world.settle();
    expect(await eventsOf(ann)).toMatchObject([{ data: { reason: 'does-not-fit' } }]);
    expect([await ann.held(), await bob.held()]).toEqual([{ [pounds]: 1 }, { [lamp]: 1 }]);
  });

  it('leaves in the cart what its customer has put in meanwhile', async () => {
    await ann.waitFor(lamp, 2);
    await deliver(world, lamp, 6);
    await Promise.all([ann.put(lamp, 4), world.settle()]);
    await world.settle();
    expect(await ann.held()).toEqual({ [lamp]: 4 });
    expect(await ann.waits()).toEqual([]);
  });

  it('goes on where a process ended between holding and telling', async () => {
    await ann.waitFor(lamp, 2);
    await bob.waitFor(lamp, 1);
    const [row] = await world.rows<{ ownerId: string }>(
      'SELECT hold_owner_id AS "ownerId" FROM orders.carts WHERE id = $1',
      [ann.cartId],
    );
    const until = new Date(world.clock.now().getTime() + 15 * minuteMs);
    await deliver(world, lamp, 3);
    await world.app
      .get(StockService)
      .setHolds([
        { ownerId: row?.ownerId ?? '', branchId: ONLINE_BRANCH_ID, productId: lamp, quantity: 2, until },
      ]);
    await world.settle();
    expect([await ann.held(), await bob.held()]).toEqual([{ [lamp]: 2 }, { [lamp]: 1 }]);
    expect(await eventsOf(ann)).toMatchObject([{ type: 'promoted' }]);
  });
});
