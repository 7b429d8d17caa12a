/** Two api processes on one database: whoever comes to whichever door, nothing is sold twice, paid twice or lost. */
import { randomUUID } from 'node:crypto';
import { crowd, type Member } from '../scale/crowd';
import { TwoShops } from '../scale/two-shops';
import type { Answer } from '#test/client';
import { eventually } from '#test/eventually';

describe('Two api processes on one database', () => {
  let shops: TwoShops;
  let customers: Member[];

  beforeAll(async () => {
    shops = await TwoShops.open();
    customers = await crowd(shops.database, 16);
  }, 120_000);

  afterAll(() => shops.close(), 60_000);

  function customer(at: number): Member {
    const found = customers[at % customers.length];
    if (!found) throw new Error('Nobody is there');
    return found;
  }

  const place = (at: number, productId: string, id: string = randomUUID(), quantity = 1): Promise<Answer> =>
    shops.client(customer(at), at).post('/v1/orders', { id, items: [{ productId, quantity }] });

  const statusOf = async (at: number, id: string): Promise<string> =>
    (await shops.client(customer(at), at).get(`/v1/orders/${id}`)).body.status;

  function tally(answers: readonly Answer[]): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  }

  it('sell exactly 20 when 16 customers wish 60 times for 20 units', async () => {
    const productId = await shops.product(20);
    const answers = await Promise.all(
      // The customers come in another order to the other door.
      Array.from({ length: 60 }, (_, at) => place(at % 2 === 0 ? at : 61 - at, productId)),
    );
    expect(tally(answers)).toEqual({ 201: 20, 409: 40 });
    for (const { status, body } of answers) if (status === 409) expect(body.code).toBe('orders.out-of-stock');
    const [sold] = await shops.rows(
      `SELECT count(DISTINCT order_id)::integer AS orders, sum(quantity)::integer AS units
       FROM orders.order_lines WHERE product_id = $1`,
      [productId],
    );
    expect(sold).toEqual({ orders: 20, units: 20 });
    await shops.expectCountersToAgree();
  });

  it('place an order once that is sent to both five times at the same moment', async () => {
    const productId = await shops.product(10);
    const id = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => shops.client(customer(0), at)).map((client) =>
        client.post('/v1/orders', { id, items: [{ productId, quantity: 3 }] }),
      ),
    );
    expect(tally(answers)).toEqual({ 200: 9, 201: 1 });
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await shops.rows('SELECT held FROM catalog.stock WHERE product_id = $1', [productId])).toEqual([
      { held: 3 },
    ]);
  });

  it('make one order of a cart that is sent to both five times at the same moment, whether its id is given or not', async () => {
    for (const own of [{}, { id: randomUUID() }, {}, { id: randomUUID() }, {}, {}]) {
      const productId = await shops.product(10);
      const { body: cart } = await shops.client(customer(1), 0).post('/v1/orders/carts');
      await shops
        .client(customer(1), 1)
        .put(`/v1/orders/carts/${cart.id}/items/${productId}`, { quantity: 2 });
      const answers = await Promise.all(
        Array.from({ length: 5 }, (_, at) => shops.client(customer(1), at)).map((client) =>
          client.post('/v1/orders', { ...own, cartId: cart.id }),
        ),
      );
      expect(tally(answers)).toEqual({ 200: 4, 201: 1 });
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect(await shops.rows('SELECT held FROM catalog.stock WHERE product_id = $1', [productId])).toEqual([
        { held: 2 },
      ]);
    }
  });

  it.each([
    ['the same wish', () => ({}), { 202: 5 }],
    ['wishes of their own', () => ({ id: randomUUID() }), { 202: 1, 409: 4 }],
  ])('make one payment of five simultaneous pays of one order, sent as %s', async (_what, own, expected) => {
    const { approved } = (await shops.sent()).gateway.payments;
    const { body: order } = await place(0, await shops.product(5));
    const wish = { orderId: order.id, creditCard: '4980276372331233' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, at) =>
        shops.client(customer(0), at).post('/v1/payments', { ...wish, ...own() }),
      ),
    );
    expect(tally(answers)).toEqual(expected);
    const accepted = answers.filter(({ status }) => status === 202).map(({ body }) => body.id);
    expect(new Set(accepted).size).toBe(1);
    await eventually(async () => expect(await statusOf(0, order.id)).toBe('paid'));
    await shops.rest();
    const payments = await shops.rows(
      `SELECT payment_id::text AS id, payments.status, payments.amount::integer AS amount
       FROM payments.payments JOIN payments.requests USING (payment_id) WHERE requests.order_id = $1`,
      [order.id],
    );
    expect(payments).toEqual([{ id: accepted[0], status: 'stored', amount: 250 }]);
    expect((await shops.sent()).gateway.payments.approved).toBe(approved + 1);
  });

  it('leave right lines and the right total in a cart that is filled five times at the same moment', async () => {
    const products = await Promise.all([3, 4, 5, 6, 7].map((onHand) => shops.product(onHand)));
    const at = (door: number) => shops.client(customer(3), door);
    const { body: cart } = await at(0).post('/v1/orders/carts');
    const fill = (productId: string, quantity: number, door: number) =>
      at(door).put(`/v1/orders/carts/${cart.id}/items/${productId}`, { quantity });
    const filled = await Promise.all(
      products.map((productId, door) => fill(productId, 1 + (door % 3), door)),
    );
    expect(tally(filled)).toEqual({ 200: 5 });
    const quantities = Object.fromEntries(products.map((productId, door) => [productId, 1 + (door % 3)]));
    await expectCart(quantities);

    // The same line five times, each time another quantity: one of them is the last, and what is held is what is shown.
    const [first = ''] = products;
    const answers = await Promise.all([1, 2, 3, 2, 1].map((quantity, door) => fill(first, quantity, door)));
    expect(tally(answers)).toEqual({ 200: 5 });
    const { body: shown } = await at(1).get(`/v1/orders/carts/${cart.id}`);
    const last = shown.items.find((item: { productId: string }) => item.productId === first).quantity;
    expect([1, 2, 3]).toContain(last);
    await expectCart({ ...quantities, [first]: last });
    await shops.expectCountersToAgree();

    async function expectCart(expected: Record<string, number>): Promise<void> {
      for (const door of [0, 1]) {
        const { body } = await at(door).get(`/v1/orders/carts/${cart.id}`);
        const lines = body.items.map(({ productId, quantity }: { productId: string; quantity: number }) => [
          productId,
          quantity,
        ]);
        expect(Object.fromEntries(lines)).toEqual(expected);
        expect(lines).toHaveLength(products.length);
        const units = Object.values(expected).reduce((sum, quantity) => sum + quantity, 0);
        expect([body.total, body.currency]).toEqual([250 * units, 'EUR']);
      }
      const held = await shops.rows<{ productId: string; held: number }>(
        'SELECT product_id AS "productId", sum(held)::integer AS held FROM catalog.stock WHERE product_id = ANY ($1) GROUP BY 1',
        [products],
      );
      expect(Object.fromEntries(held.map(({ productId, held: count }) => [productId, count]))).toEqual(
        expected,
      );
    }
  });

  it('leave counters of stock that movements and holds agree with, after a load of all kinds of orders', async () => {
    const products = [await shops.product(40), await shops.product(15), await shops.product(500)];
    const life = async (at: number): Promise<void> => {
      const id = randomUUID();
      const productId = products[at % products.length] ?? '';
      const quantity = 1 + (at % 3);
      const [placed] = await Promise.all([
        place(at, productId, id, quantity),
        place(at, productId, id, quantity),
      ]);
      if (placed.status === 409) return;
      expect([200, 201]).toContain(placed.status);
      const client = shops.client(customer(at), at + 1);
      if (at % 4 === 0) expect((await client.post(`/v1/orders/${id}/cancel`)).status).toBe(200);
      if (at % 4 === 1 || at % 4 === 2) {
        const wish = { orderId: id, creditCard: '4980276372331233' };
        const paid = await Promise.all([
          client.post('/v1/payments', wish),
          client.post('/v1/payments', wish),
        ]);
        for (const { status } of paid) expect(status).toBe(202);
      }
      // Too late or just in time: the order and its payment agree in the end.
      if (at % 8 === 1) expect([200, 409]).toContain((await client.post(`/v1/orders/${id}/cancel`)).status);
    };
    const lives = 120;
    const atATimeMax = 30;
    for (let from = 0; from < lives; from += atATimeMax) {
      await Promise.all(Array.from({ length: atATimeMax }, (_, at) => life(from + at)));
    }
    await shops.rest();
    await shops.expectCountersToAgree();
    const [paid] = await shops.rows<{ paid: number; used: number }>(
      `SELECT count(*)::integer AS paid,
              (SELECT count(DISTINCT reference)::integer FROM catalog.stock_movements WHERE cause = 'sale') AS used
       FROM orders.orders WHERE status = 'paid'`,
    );
    expect(paid?.paid).toBeGreaterThan(30);
    expect(paid?.used).toBe(paid?.paid);
  }, 120_000);
});
