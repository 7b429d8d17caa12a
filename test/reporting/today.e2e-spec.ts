/** How the shop stands at this moment: what was sold since midnight, what waits, and what somebody has to see to. */
import type { TodayView } from '@plaza/reporting';
import { customer, product, staff, type Person } from '../catalog/shop';
import { EventReader } from '#test/event-reader';
import { eventually } from '#test/eventually';
import { World } from '#test/world';

describe('Today', () => {
  let world: World;
  let clerk: Person;
  let branchId: string;
  let lamp: string;

  beforeAll(async () => {
    world = await World.start();
    clerk = await staff(world);
    branchId = (await clerk.client.post('/v1/catalog/branches', { code: 'north', name: 'North' })).body.id;
    lamp = await product(world, { name: 'Lamp', price: 1_000, onHand: 10, branchId });
  });

  afterAll(async () => {
    await world.end();
  });

  const today = async () => (await clerk.client.get<TodayView>('/v1/reports/today')).body;
  const sell = (quantity: number) =>
    clerk.client.post('/v1/orders/sales', { branchId, items: [{ productId: lamp, quantity }] });

  it('begins with nothing', async () => {
    expect(await today()).toMatchObject({
      sales: [],
      payments: [],
      attention: { alarms: 0, reviews: 0, drifts: 0, runningOut: { all: 0, first: [] } },
    });
  });

  it('counts what was sold, what waits and, within five minutes, what runs out, and forgets yesterday', async () => {
    await sell(2);
    await sell(6);
    const shopper = await customer(world);
    const thing = await product(world);
    await shopper.client.post('/v1/orders', { items: [{ productId: thing, quantity: 1 }] });
    await world.settle();
    expect((await today()).attention.runningOut.all).toBe(0);
    world.clock.forwardMinutes(5);
    const told = await today();
    expect(told).toMatchObject({
      sales: [{ currency: 'EUR', purchases: 2, revenue: 8_000 }],
      waiting: [
        { status: 'accepted', orders: 0 },
        { status: 'awaiting-payment', orders: 1 },
        { status: 'paid', orders: 2 },
      ],
      payments: [{ status: 'captured', currency: 'EUR', payments: 2, amount: 8_000 }],
      attention: {
        runningOut: { all: 1, first: [{ product: 'Lamp', branch: 'North', available: 2, sold: 8 }] },
      },
    });
    world.clock.forwardMinutes(24 * 60);
    clerk = await clerk.signIn();
    expect((await today()).sales).toEqual([]);
  });

  it('is told as it is, and again as soon as something in it changes', async () => {
    const reader = await EventReader.open(`${world.url}/v1/reports/today/events`, clerk.token);
    try {
      const [first] = await reader.heard(1);
      expect(first).toMatchObject({ event: 'today-changed', data: { sales: [] } });
      await sell(1);
      const second = await eventually(() => {
        const told = reader.events.find(({ data }) =>
          JSON.stringify(data['sales']).includes('"revenue":1000'),
        );
        if (!told) throw new Error(`Heard so far: ${reader.text}`);
        return told;
      });
      expect(Number(second.id)).toBeGreaterThan(Number(first?.id));
    } finally {
      await reader.close();
    }
  });
});
