/** Orders that were made without a connection and are sent together later. */
import { randomUUID } from 'node:crypto';
import { customer, product, type Person } from '../catalog/shop';
import { World } from '#test/world';

describe('A batch of orders', () => {
  let world: World;
  let shopper: Person;
  let productId: string;

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    shopper = await customer(world);
    productId = await product(world, { onHand: 50, price: 300 });
  });

  afterAll(async () => {
    await world.end();
  });

  const send = (orders: unknown) => shopper.client.post('/v1/orders/batch', { orders });
  const order = (quantity = 1, more = {}) => ({
    id: randomUUID(),
    items: [{ productId, quantity }],
    ...more,
  });

  it('has an outcome per order, in the same order; a bad one takes no other down', async () => {
    const known = order(2);
    await shopper.client.post('/v1/orders', known);
    const placedAt = new Date(world.clock.now().getTime() - 3_600_000).toISOString();
    const made = order(1, { placedAt });
    const greedy = order(51);
    const faulty = { ...order(), colour: 'red' };
    const future = order(1, { placedAt: '2099-01-01T00:00:00Z' });
    const { status, body } = await send([known, made, greedy, faulty, 17, null, { items: [] }, future]);
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { id: known.id, outcome: 'known', order: { id: known.id, total: 600 } },
      { id: made.id, outcome: 'created', order: { status: 'awaiting-payment', placedAt } },
      { id: greedy.id, outcome: 'refused', problem: { status: 409, code: 'orders.out-of-stock' } },
      { id: faulty.id, outcome: 'refused', problem: { status: 400, errors: [{ pointer: '/colour' }] } },
      { id: null, outcome: 'refused', problem: { status: 400 } },
      { id: null, outcome: 'refused', problem: { status: 400 } },
      { id: null, outcome: 'refused', problem: { status: 400 } },
      { id: future.id, outcome: 'refused', problem: { errors: [{ pointer: '/placedAt' }] } },
    ]);
    expect(body.items).toHaveLength(8);
  });

  it('sent again makes nothing twice', async () => {
    const orders = [order(), order(), order()];
    const first = await send(orders);
    const again = await send(orders);
    expect(first.body.items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(
      Array(3).fill('created'),
    );
    expect(again.body.items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(
      Array(3).fill('known'),
    );
  });

  it('names an order twice: the second is the first again', async () => {
    const twice = order();
    const { body } = await send([twice, twice]);
    expect(body.items.map(({ outcome }: { outcome: string }) => outcome).sort()).toEqual([
      'created',
      'known',
    ]);
  });

  it('needs the ids, and has its limits', async () => {
    const { body } = await send([{ items: [{ productId, quantity: 1 }] }]);
    expect(body.items).toMatchObject([{ outcome: 'refused', problem: { errors: [{ pointer: '/id' }] } }]);
    expect((await send([])).status).toBe(400);
    expect((await send(Array.from({ length: 101 }, () => order()))).status).toBe(400);
    expect((await send('all')).status).toBe(400);
  });
});
