/** What becomes of an order after it was placed: paid, cancelled, expired; who may see it; and events that come twice. */
import { randomUUID } from 'node:crypto';
import { StockService } from '@plaza/catalog';
import { OrdersService, type Capture } from '@plaza/orders';
import { customer, product, staff, type Person } from '../catalog/shop';
import { announceCapture } from './captures';
import type { Answer } from '#test/client';
import { World } from '#test/world';

describe('An order', () => {
  let world: World;
  let shopper: Person;
  let clerk: Person;

  beforeAll(async () => {
    world = await World.start();
    shopper = await customer(world);
    clerk = await staff(world);
  });

  afterAll(async () => {
    await world.end();
  });

  async function place(quantity = 2, client = shopper.client): Promise<{ id: string; productId: string }> {
    const productId = await product(world, { onHand: 10, price: 100 });
    const { body } = await client.post('/v1/orders', { items: [{ productId, quantity }] });
    return { id: body.id, productId };
  }

  /** What is due by then has been done, and everybody is signed in again. */
  async function minutesLater(minutes: number): Promise<void> {
    world.clock.forwardMinutes(minutes);
    await world.settle();
    await shopper.signIn();
    await clerk.signIn();
  }

  const statusOf = async (id: string) => (await clerk.client.get(`/v1/orders/${id}`)).body.status;
  const stockOf = async (productId: string) =>
    (await world.anyone.get(`/v1/catalog/products/${productId}/stock`)).body.items[0];

  function capture(orderId: string, amount: number, paymentId: string = randomUUID()): Capture {
    const context = { correlationId: randomUUID(), actor: { kind: 'system', id: 'test' } as const };
    return { paymentId, orderId, amount, capturedAt: world.clock.now(), context };
  }

  async function deadLettersAbout(key: string) {
    const { body } = await clerk.client.get('/v1/dead-letters?replayed=false&limit=100');
    return body.items.filter((letter: { key: string }) => letter.key === key);
  }

  it('that is paid is sold: the stock goes down, and its history tells by whom', async () => {
    const { id, productId } = await place(3);
    await announceCapture(world, capture(id, 300));
    await world.settle();
    expect((await shopper.client.get(`/v1/orders/${id}`)).body).toMatchObject({
      status: 'paid',
      paidAt: expect.any(String),
      payBefore: null,
    });
    expect(await stockOf(productId)).toMatchObject({ onHand: 7, held: 0, available: 7 });
    const movements = await world.rows(
      `SELECT delta, cause, reference FROM catalog.stock_movements WHERE product_id = $1 ORDER BY id`,
      [productId],
    );
    expect(movements[1]).toEqual({ delta: -3, cause: 'sale', reference: id });
    const { body } = await shopper.client.get(`/v1/orders/${id}/history`);
    expect(body.items).toMatchObject([
      { from: null, to: 'awaiting-payment', actor: { kind: 'customer', id: shopper.id } },
      { from: 'awaiting-payment', to: 'paid', actor: { kind: 'system', id: 'orders' } },
    ]);
  });

  it('is cancelled with a reason, once or twice, and gives its stock back', async () => {
    const { id, productId } = await place();
    const cancelled = await shopper.client.post(`/v1/orders/${id}/cancel`, { reason: 'Found it cheaper' });
    expect(cancelled).toMatchObject({ status: 200, body: { id, status: 'cancelled' } });
    const withoutBody = await shopper.client.request('POST', `/v1/orders/${id}/cancel`, undefined);
    expect(withoutBody).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    await world.settle();
    expect(await stockOf(productId)).toMatchObject({ onHand: 10, held: 0 });
    const { body } = await shopper.client.get(`/v1/orders/${id}/history`);
    expect(body.items).toHaveLength(2);
    expect(body.items[1]).toMatchObject({ to: 'cancelled', reason: 'Found it cheaper' });
  });

  it('cannot be cancelled once it is paid', async () => {
    const { id } = await place();
    await world.app.get(OrdersService).markPaid([capture(id, 200)]);
    const refused = await shopper.client.post(`/v1/orders/${id}/cancel`);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'orders.not-cancellable', orderStatus: 'paid' },
    });
    expect(await statusOf(id)).toBe('paid');
  });

  it('that nobody pays in time expires, and its stock is back', async () => {
    const { id, productId } = await place(10);
    await minutesLater(29);
    expect(await statusOf(id)).toBe('awaiting-payment');
    await minutesLater(2);
    expect(await statusOf(id)).toBe('expired');
    expect(await stockOf(productId)).toMatchObject({ onHand: 10, held: 0, available: 10 });
  });

  it.each([
    ['the order has expired', 200, true, 'orders.not-payable'],
    ['the amount is another', 199, false, 'orders.amount-differs'],
  ])(
    'money taken although %s ends in the dead letters, where staff see it and send it again',
    async (_why, amount, expired, code) => {
      const { id } = await place(2);
      const other = await place(1);
      if (expired) await minutesLater(31);
      const unexpired = expired ? await place(1) : other;
      const refused = capture(id, amount);
      await announceCapture(world, refused);
      await announceCapture(world, capture(unexpired.id, 100));
      await world.settle();
      const [letter] = await deadLettersAbout(refused.paymentId);
      expect(letter).toMatchObject({ consumer: 'orders', reasonCode: code, failures: 1, replayedAt: null });
      expect(await statusOf(unexpired.id)).toBe('paid');

      // Its cause is not mended.
      const wish = { eventId: letter.eventId, consumer: 'orders' };
      expect((await clerk.client.post('/v1/dead-letters/replay', wish)).body).toEqual({ replayed: 1 });
      expect((await clerk.client.post('/v1/dead-letters/replay', wish)).body).toEqual({ replayed: 0 });
      await world.settle();
      expect(await deadLettersAbout(refused.paymentId)).toMatchObject([{ failures: 2, replayedAt: null }]);
    },
  );

  it('is paid by one payment, whoever is quicker', async () => {
    const { id } = await place(2);
    const payments = Array.from({ length: 5 }, () => capture(id, 200));
    const outcomes = await Promise.allSettled(
      payments.map((payment) => world.app.get(OrdersService).markPaid([payment])),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [row] = await world.rows<{ paid: number }>(
      `SELECT count(*)::integer AS paid FROM orders.order_history WHERE order_id = $1 AND to_status = 'paid'`,
      [id],
    );
    expect(row?.paid).toBe(1);
  });

  it('leaves the database as it was when its events come twice', async () => {
    const [paid, cancelled] = [await place(2), await place(3)];
    const payment = capture(paid.id, 200);
    await announceCapture(world, payment);
    await shopper.client.post(`/v1/orders/${cancelled.id}/cancel`);
    await world.settle();
    const before = await snapshot();
    await announceCapture(world, payment);
    await world.app.get(StockService).use([paid.id]);
    await world.app.get(StockService).release([cancelled.id, paid.id]);
    await world.settle();
    expect(await snapshot()).toEqual(before);
  });

  async function snapshot(): Promise<unknown[]> {
    const tables = [
      'catalog.stock',
      'catalog.holds',
      'catalog.stock_movements',
      'orders.orders',
      'orders.order_history',
    ];
    return Promise.all(tables.map((table) => world.rows(`SELECT * FROM ${table} AS row ORDER BY row::text`)));
  }

  it('is seen by its customer and by staff, and for everybody else it is not there', async () => {
    const { id } = await place();
    const { client: stranger } = await customer(world);
    for (const path of [`/v1/orders/${id}`, `/v1/orders/${id}/history`]) {
      expect((await shopper.client.get(path)).status).toBe(200);
      expect((await clerk.client.get(path)).status).toBe(200);
      expect(await stranger.get(path)).toMatchObject({ status: 404, body: { code: 'orders.order-unknown' } });
      expect((await world.anyone.get(path)).status).toBe(401);
    }
    expect((await stranger.post(`/v1/orders/${id}/cancel`)).status).toBe(404);
    expect((await clerk.client.post(`/v1/orders/${id}/cancel`, { reason: 'Asked by phone' })).status).toBe(
      200,
    );
  });

  it('is listed newest first, page by page: to its customer their own, to staff what they ask for', async () => {
    const { client, id: customerId } = await customer(world);
    const placed: string[] = [];
    for (let count = 0; count < 3; count += 1) placed.unshift((await place(1, client)).id);
    await client.post(`/v1/orders/${placed[1] ?? ''}/cancel`);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const query = { limit: 2, ...(after !== null && { after }) };
      const page: Answer<{ items: { id: string }[]; next: string | null }> = await client.get('/v1/orders', {
        query,
      });
      seen.push(...page.body.items.map(({ id }) => id));
      after = page.body.next;
    } while (after !== null);
    expect(seen).toEqual(placed);

    const cancelled = await clerk.client.get('/v1/orders', { query: { customerId, status: 'cancelled' } });
    expect(cancelled.body.items).toMatchObject([{ id: placed[1], customerId, items: [{ quantity: 1 }] }]);
    const others = await client.get('/v1/orders', { query: { customerId: shopper.id } });
    expect(others.body.items.map(({ id }: { id: string }) => id)).toEqual(placed.slice(0, 20));
    expect((await clerk.client.get('/v1/orders', { query: { after: 'nonsense' } })).status).toBe(400);
  });
});
