/** Placing orders: what is answered, once and again, and that no more is sold than there is. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import type { Client } from '#test/client';
import { category, customer, pointersOf, product, staff, statementsOf, type Person } from '../catalog/shop';
import { World } from '#test/world';

describe('Placing an order', () => {
  let world: World;
  let shopper: Person;
  let lamp: string;
  let chair: string;

  beforeAll(async () => {
    world = await World.start();
    shopper = await customer(world);
    lamp = await product(world, { name: 'Lamp', price: 1_250, onHand: 1_000 });
    chair = await product(world, { name: 'Chair', price: 9_900, onHand: 1_000 });
  });

  afterAll(async () => {
    await world.end();
  });

  const place = (body: object, client: Client = shopper.client) => client.post('/v1/orders', body);
  const stockOf = async (productId: string) =>
    (await world.anyone.get(`/v1/catalog/products/${productId}/stock`)).body.items[0];

  it('answers what it costs and until when it is to be paid; the server decides prices and totals', async () => {
    const id = randomUUID();
    const items = [
      { productId: lamp, quantity: 2 },
      { productId: chair, quantity: 1 },
    ];
    const { status, body } = await place({ id, items });
    expect(status).toBe(201);
    expect(body).toEqual({
      id,
      number: expect.stringMatching(/^P-\d{8}$/),
      status: 'awaiting-payment',
      items: [
        { productId: lamp, name: 'Lamp', quantity: 2, unitPrice: 1_250, listPrice: 1_250, lineTotal: 2_500 },
        {
          productId: chair,
          name: 'Chair',
          quantity: 1,
          unitPrice: 9_900,
          listPrice: 9_900,
          lineTotal: 9_900,
        },
      ],
      total: 12_400,
      currency: 'EUR',
      branchId: ONLINE_BRANCH_ID,
      customerId: shopper.id,
      cartId: null,
      sale: false,
      placedAt: null,
      createdAt: expect.any(String),
      payBefore: expect.any(String),
      paidAt: null,
      paymentId: null,
      invoiceNumber: null,
    });
    expect(Date.parse(body.payBefore) - Date.parse(body.createdAt)).toBe(30 * 60_000);
    expect((await shopper.client.get(`/v1/orders/${id}`)).body).toEqual(body);
  });

  it('sent again answers the same order and takes nothing twice, at once or later, whatever became of it', async () => {
    const order = {
      id: randomUUID(),
      items: [{ productId: await product(world, { onHand: 9 }), quantity: 4 }],
    };
    const answers = await Promise.all(Array.from({ length: 5 }, () => place(order)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await stockOf(order.items[0]?.productId ?? '')).toMatchObject({ held: 4 });
    world.clock.forwardMinutes(31);
    await world.settle();
    await shopper.signIn();
    expect(await place(order)).toMatchObject({ status: 200, body: { id: order.id, status: 'expired' } });
    expect(await stockOf(order.items[0]?.productId ?? '')).toMatchObject({ held: 0 });
  });

  it('is sent again in capitals, with its lines in another order, and is still the same', async () => {
    const id = randomUUID();
    const items = [
      { productId: lamp, quantity: 1 },
      { productId: chair, quantity: 1 },
    ];
    await place({ id, items });
    const capitals = items.map((item) => ({ ...item, productId: item.productId.toUpperCase() })).reverse();
    expect((await place({ id: id.toUpperCase(), items: capitals })).status).toBe(200);
  });

  it('refuses other content under the same id, and says what differs', async () => {
    const id = randomUUID();
    await place({ id, items: [{ productId: lamp, quantity: 1 }] });
    for (const items of [[{ productId: lamp, quantity: 2 }], [{ productId: chair, quantity: 1 }]]) {
      const other = await place({ id, items });
      expect(other).toMatchObject({ status: 409, body: { code: 'orders.id-conflict', differs: ['items'] } });
    }
    const branch = await (
      await staff(world)
    ).client.post('/v1/catalog/branches', { code: 'north', name: 'North' });
    const elsewhere = await place({
      id,
      branchId: branch.body.id,
      items: [{ productId: lamp, quantity: 1 }],
    });
    expect(elsewhere).toMatchObject({ status: 409, body: { differs: ['branchId'] } });
  });

  it('refuses the id of an order of somebody else without a word about it', async () => {
    const order = { id: randomUUID(), items: [{ productId: lamp, quantity: 1 }] };
    await place(order);
    const { client: stranger } = await customer(world);
    const { status, body } = await place(order, stranger);
    expect([status, body.code]).toEqual([409, 'orders.id-conflict']);
    expect(JSON.stringify(body)).not.toContain(shopper.id);
    expect(body).not.toHaveProperty('differs');
  });

  it('that got no further than its hold is placed when it is sent again', async () => {
    const productId = await product(world, { onHand: 5 });
    const order = { id: randomUUID(), items: [{ productId, quantity: 5 }] };
    await world.rows(
      `WITH counted AS (UPDATE catalog.stock SET held = 5 WHERE product_id = $2)
       INSERT INTO catalog.holds VALUES ($1, $3, $2, 5, 'live', now() + interval '45 minutes')`,
      [order.id, productId, ONLINE_BRANCH_ID],
    );
    expect(await place({ ...order, items: [{ productId, quantity: 4 }] })).toMatchObject({
      status: 409,
      body: { code: 'orders.id-conflict' },
    });
    expect((await place(order)).status).toBe(201);
    expect(await stockOf(productId)).toMatchObject({ onHand: 5, held: 5 });
  });

  it('is refused whole when something is short, naming every short line', async () => {
    const few = await product(world, { onHand: 2 });
    const none = await product(world, { onHand: 0 });
    const items = [
      { productId: few, quantity: 3 },
      { productId: lamp, quantity: 1 },
      { productId: none, quantity: 1 },
    ];
    const before = await stockOf(lamp);
    const refused = await place({ items });
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'orders.out-of-stock',
        short: [
          { productId: few, requested: 3, available: 2 },
          { productId: none, requested: 1, available: 0 },
        ],
      },
    });
    expect(await stockOf(lamp)).toEqual(before);
    expect((await place({ items: [{ productId: few, quantity: 3 }] })).body).toMatchObject({ available: 2 });
  });

  it('is refused when a product is not sold, or the lines have two currencies', async () => {
    const hidden = await product(world);
    await (await staff(world)).client.patch(`/v1/catalog/products/${hidden}`, { active: false });
    const items = [
      { productId: lamp, quantity: 1 },
      { productId: hidden, quantity: 1 },
      { productId: randomUUID(), quantity: 1 },
    ];
    const unknown = await place({ items });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'orders.product-unknown']);
    expect(pointersOf(unknown.body)).toEqual(['/items/1/productId', '/items/2/productId']);

    const foreign = await product(world, { currency: 'UAH', categoryId: await category(world, 'Imports') });
    const mixed = await place({ items: [items[0], { productId: foreign, quantity: 1 }] });
    expect(mixed).toMatchObject({
      status: 422,
      body: { code: 'orders.mixed-currencies', currencies: ['EUR', 'UAH'] },
    });
    expect(await stockOf(foreign)).toMatchObject({ held: 0 });
    const nowhere = await place({ branchId: randomUUID(), items: [items[0]] });
    expect(nowhere).toMatchObject({ status: 422, body: { code: 'orders.branch-unknown' } });
  });

  it.each([
    ['no items', {}, '/items'],
    ['an empty list', { items: [] }, '/items'],
    ['no pieces', { items: [{ productId: randomUUID(), quantity: 0 }] }, '/items/0/quantity'],
    ['too many pieces', { items: [{ productId: randomUUID(), quantity: 1_001 }] }, '/items/0/quantity'],
    ['parts of pieces', { items: [{ productId: randomUUID(), quantity: 1.5 }] }, '/items/0/quantity'],
    [
      'a price of its own',
      { items: [{ productId: randomUUID(), quantity: 1, unitPrice: 1 }] },
      '/items/0/unitPrice',
    ],
    ['an id that is none', { id: 'mine', items: [{ productId: randomUUID(), quantity: 1 }] }, '/id'],
    ['null for an id', { id: null, items: [{ productId: randomUUID(), quantity: 1 }] }, '/id'],
    ['a list of nothing', { items: [null] }, '/items/0'],
  ])('refuses %s', async (_fault, body, pointer) => {
    const refused = await place(body);
    expect([refused.status, refused.body.code]).toEqual([400, 'request.invalid']);
    expect(pointersOf(refused.body)).toEqual([pointer]);
  });

  it('refuses a product that is named twice', async () => {
    const line = { productId: lamp, quantity: 1 };
    const refused = await place({ items: [line, line] });
    expect([refused.status, pointersOf(refused.body)]).toEqual([400, ['/items/1/productId']]);
  });

  it('sells exactly what is there to many who come to two processes at once', async () => {
    const productId = await product(world, { onHand: 20 });
    const other = await World.start({ database: world.database, clock: world.clock, processes: ['api'] });
    try {
      const shoppers = await Promise.all(Array.from({ length: 16 }, () => customer(world)));
      const answers = await Promise.all(
        Array.from({ length: 60 }, (_, at) => {
          const process = at % 2 === 0 ? world : other;
          const { token } = shoppers[at % shoppers.length] ?? shopper;
          return place({ items: [{ productId, quantity: 1 }] }, process.anyone.withToken(token));
        }),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
      expect(answers.filter(({ body }) => body.code === 'orders.out-of-stock')).toHaveLength(40);
      expect(await stockOf(productId)).toMatchObject({ onHand: 20, held: 20, available: 0 });
    } finally {
      await other.stop();
    }
  });
});

describe('An api process by itself', () => {
  let world: World;
  let shopper: Person;
  let items: { productId: string; quantity: number }[];

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    shopper = await customer(world);
    const products = [await product(world), await product(world)];
    items = products.map((productId) => ({ productId, quantity: 1 }));
  });

  afterAll(async () => {
    await world.end();
  });

  it('needs eight statements at the most for an order, from the request to the answer', async () => {
    // The loop that learns who was signed out and the signal after the commit keep no request waiting.
    const statements = await statementsOf(world, /^(?!.*(identity\.|pg_notify))/s, async () => {
      expect((await shopper.client.post('/v1/orders', { items })).status).toBe(201);
    });
    expect(statements.length).toBeLessThanOrEqual(8);
    expect(statements.length).toBeGreaterThan(1);
  });

  it('announces every order that was placed together with others under its own request', async () => {
    const orders = ['first', 'second', 'third'].map((name) => ({
      id: randomUUID(),
      requestId: `${name}-request`,
    }));
    await Promise.all(
      orders.map(({ id, requestId }) =>
        shopper.client.post('/v1/orders', { id, items }, { headers: { 'x-request-id': requestId } }),
      ),
    );
    const events = await world.rows(
      `SELECT key AS id, envelope ->> 'correlationId' AS "requestId", envelope -> 'actor' ->> 'id' AS actor
       FROM messaging.outbox WHERE key = ANY ($1) ORDER BY envelope ->> 'correlationId'`,
      [orders.map(({ id }) => id)],
    );
    expect(events).toEqual(orders.map((order) => ({ ...order, actor: shopper.id })));
  });
});
