/** Processes that are killed while orders pour in: no order lacks its event, and nobody has to wonder what became of theirs. */
import { randomUUID } from 'node:crypto';
import { crowd, type Member } from '../scale/crowd';
import { TwoShops } from '../scale/two-shops';
import { eventually } from '#test/eventually';

const customersMax = 12;
const crashesMax = 3;
const ordersBetweenCrashes = 60;

describe('Processes that are killed under load', () => {
  let shops: TwoShops;
  let members: Member[];
  let productId: string;
  let loadGoesOn = true;
  const placed = new Set<string>();

  beforeAll(async () => {
    shops = await TwoShops.open([]);
    members = await crowd(shops.database, customersMax);
    productId = await shops.product(1_000_000);
  }, 120_000);

  afterAll(() => shops.close(), 60_000);

  /** One customer orders again and again; an order without an answer is sent again, to the other door. */
  async function buy(member: Member, at: number): Promise<void> {
    while (loadGoesOn) {
      const id = randomUUID();
      let door = at;
      await eventually(async () => {
        door += 1;
        const items = [{ productId, quantity: 1 }];
        const { status } = await shops.client(member, door).post('/v1/orders', { id, items });
        expect([200, 201]).toContain(status);
      });
      placed.add(id);
    }
  }

  async function more(count: number): Promise<void> {
    const before = placed.size;
    await eventually(() => expect(placed.size).toBeGreaterThan(before + count));
  }

  it('every order has its event, every event its order, whichever door is killed and however often', async () => {
    const load = Promise.all(members.map((member, at) => buy(member, at)));
    for (let crash = 1; crash <= crashesMax; crash += 1) {
      await more(ordersBetweenCrashes);
      await shops.crash(crash);
    }
    await more(ordersBetweenCrashes);
    loadGoesOn = false;
    await load;

    const orders = await shops.rows<{ id: string }>('SELECT id FROM orders.orders ORDER BY id');
    const events = await shops.rows<{ id: string }>(
      `SELECT key AS id FROM messaging.outbox
       WHERE topic = 'orders.events' AND envelope ->> 'type' = 'order-placed' ORDER BY key`,
    );
    expect(events).toEqual(orders);
    expect(new Set(orders.map(({ id }) => id))).toEqual(placed);
    const [counted] = await shops.rows('SELECT held FROM catalog.stock WHERE product_id = $1', [productId]);
    const [held] = await shops.rows(
      `SELECT sum(quantity)::integer AS held FROM catalog.holds WHERE product_id = $1 AND status = 'live'`,
      [productId],
    );
    expect(counted).toEqual(held);
    // A hold whose order was cut off in between ends by itself; there can be no more of them than were under way.
    const [alone] = await shops.rows<{ count: number }>(
      `SELECT count(*)::integer AS count FROM catalog.holds
       WHERE NOT EXISTS (SELECT FROM orders.orders WHERE orders.id = owner_id)`,
    );
    expect(alone?.count).toBeLessThanOrEqual(crashesMax * customersMax);
  }, 120_000);

  it('what is announced arrives, however often the process that carries it is killed', async () => {
    const [worker] = await Promise.all([shops.start('worker'), shops.start('payments')]);
    const paying = members.slice(0, 4).map(async (member) => {
      const mine = await shops.rows<{ id: string }>(
        'SELECT id FROM orders.orders WHERE customer_id = $1 ORDER BY number LIMIT 10',
        [member.id],
      );
      for (const [at, { id: orderId }] of mine.entries()) {
        const wish = { orderId, creditCard: '4980276372331233' };
        expect((await shops.client(member, at).post('/v1/payments', wish)).status).toBe(202);
      }
      return mine;
    });
    for (let crash = 1; crash <= crashesMax; crash += 1) {
      await worker.kill();
      await worker.startAgain();
    }
    const paid = (await Promise.all(paying)).flat();
    await eventually(async () => {
      const [done] = await shops.rows(
        `SELECT count(*)::integer AS sold FROM orders.orders JOIN catalog.holds ON owner_id = orders.id
         WHERE orders.status = 'paid' AND holds.status = 'used'`,
      );
      expect(done).toEqual({ sold: paid.length });
    }, 60_000);
    await shops.rest();
    await shops.expectCountersToAgree();
  }, 150_000);
});
