/** A `kill -9` of the api in the middle of placing: no order lacks its events, and nothing is held for nobody. */
import { randomUUID } from 'node:crypto';
import { customer, product, type Person } from '../catalog/shop';
import { eventually } from '#test/eventually';
import { testKeys } from '#test/keys';
import { PlazaProcess } from '../../chaos/support/plaza-process';
import { World } from '#test/world';

const shoppersMax = 12;
const placedBeforeKill = 60;

interface Wish {
  id: string;
  items: { productId: string; quantity: number }[];
  later: boolean;
}

describe('Killing the api while orders are placed', () => {
  let world: World;
  let api: PlazaProcess;
  let shopper: Person;
  let productIds: string[];

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    shopper = await customer(world);
    productIds = await Promise.all([1, 2, 3].map(() => product(world, { onHand: 100_000 })));
    api = await PlazaProcess.start('api', { ...testKeys, DATABASE_URL: world.database.appUrl });
  }, 90_000);

  afterAll(async () => {
    await api.kill();
    await world.end();
  });

  const send = ({ later, ...order }: Wish) =>
    shopper.client.post('/v1/orders', order, later ? { headers: { prefer: 'respond-async' } } : {});

  /** Sends one order after the other to the process that will be killed, until it is. */
  async function keepPlacing(sent: Wish[]): Promise<void> {
    for (let turn = 0; ; turn += 1) {
      const items = productIds.map((productId) => ({ productId, quantity: 1 }));
      const wish = { id: randomUUID(), items, later: turn % 3 === 0 };
      sent.push(wish);
      try {
        const { later, ...order } = wish;
        await fetch(`${api.url}/v1/orders`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${shopper.token}`,
            ...(later && { prefer: 'respond-async' }),
          },
          body: JSON.stringify(order),
        });
      } catch {
        return;
      }
    }
  }

  async function count(sql: string): Promise<number> {
    const [row] = await world.rows<{ count: number }>(`SELECT count(*)::integer AS count FROM ${sql}`);
    return row?.count ?? 0;
  }

  it('leaves every order with its history and its event, and sending all again makes each once', async () => {
    const sent: Wish[] = [];
    const placing = Array.from({ length: shoppersMax }, () => keepPlacing(sent));
    await eventually(async () => {
      expect(await count('orders.orders')).toBeGreaterThan(placedBeforeKill);
    });
    await api.kill();
    await Promise.all(placing);

    const orphans = `orders.orders WHERE (SELECT count(*) FROM orders.order_history WHERE order_id = orders.id) <> version
      OR status = 'awaiting-payment' AND NOT EXISTS (
        SELECT FROM messaging.outbox WHERE key = orders.id::text AND envelope ->> 'type' = 'order-placed')`;
    expect(await count('orders.orders')).toBeGreaterThan(placedBeforeKill);
    expect(await count(orphans)).toBe(0);

    for (const wish of sent) expect([200, 201, 202]).toContain((await send(wish)).status);
    expect(await count('orders.orders')).toBe(sent.length);
    const worker = await World.start({ database: world.database, clock: world.clock, processes: ['worker'] });
    await worker.settle();
    await worker.stop();
    expect(await count('messaging.outbox')).toBe(0);
    expect(await count('messaging.dead_letters')).toBe(0);
    expect(await count(`orders.orders WHERE status <> 'awaiting-payment'`)).toBe(0);
    const held = await world.rows<{ held: number }>('SELECT held FROM catalog.stock');
    expect(held).toEqual(productIds.map(() => ({ held: sent.length })));
  }, 90_000);
});
