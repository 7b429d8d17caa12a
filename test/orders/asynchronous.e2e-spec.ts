/** Orders that are taken in at once and decided when their turn comes. */
import { randomUUID } from 'node:crypto';
import { acceptedWaitingMax, Confirming } from '@plaza/orders';
import { customer, product, staff, type Person } from '../catalog/shop';
import type { Client } from '#test/client';
import { World } from '#test/world';

const later = { headers: { prefer: 'respond-async' } };

describe('An order that is to be decided later', () => {
  let world: World;
  let shopper: Person;

  beforeAll(async () => {
    world = await World.start();
    shopper = await customer(world);
  });

  afterAll(async () => {
    await world.end();
  });

  const get = async (id: string) => (await shopper.client.get(`/v1/orders/${id}`)).body;
  const stockOf = async (productId: string) =>
    (await world.anyone.get(`/v1/catalog/products/${productId}/stock`)).body.items[0];

  it('is answered at once, and confirmed with prices and a time to pay when its turn comes', async () => {
    const productId = await product(world, { name: 'Lamp', price: 250, onHand: 5 });
    const order = { id: randomUUID(), items: [{ productId, quantity: 2 }] };
    const taken = await shopper.client.post('/v1/orders', order, later);
    expect(taken).toMatchObject({ status: 202, body: { id: order.id, status: 'accepted', total: null } });
    expect(taken.body.items).toEqual([
      { productId, quantity: 2, name: null, unitPrice: null, listPrice: null, lineTotal: null },
    ]);
    expect(taken.headers.get('location')).toBe(`/v1/orders/${order.id}`);
    expect(taken.headers.get('preference-applied')).toBe('respond-async');
    await world.settle();
    const confirmed = await get(order.id);
    expect(confirmed).toMatchObject({ status: 'awaiting-payment', total: 500, currency: 'EUR' });
    expect(confirmed.items).toMatchObject([{ name: 'Lamp', quantity: 2, unitPrice: 250, lineTotal: 500 }]);
    expect(await stockOf(productId)).toMatchObject({ onHand: 5, held: 2 });
    const { body } = await shopper.client.get(`/v1/orders/${order.id}/history`);
    expect(body.items).toMatchObject([
      { from: null, to: 'accepted', actor: { kind: 'customer', id: shopper.id } },
      { from: 'accepted', to: 'awaiting-payment', actor: { kind: 'system', id: 'confirm-orders' } },
    ]);
  });

  it('sent again is the same order, whatever became of it; other content is refused', async () => {
    const productId = await product(world, { onHand: 5 });
    const order = { id: randomUUID(), items: [{ productId, quantity: 2 }] };
    const answers = await Promise.all([1, 2, 3].map(() => shopper.client.post('/v1/orders', order, later)));
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
    await world.settle();
    const again = await shopper.client.post('/v1/orders', order, later);
    expect(again).toMatchObject({ status: 200, body: { id: order.id, status: 'awaiting-payment' } });
    expect(await shopper.client.post('/v1/orders', order)).toMatchObject({ status: 200 });
    const other = { ...order, items: [{ productId, quantity: 1 }] };
    expect(await shopper.client.post('/v1/orders', other, later)).toMatchObject({
      status: 409,
      body: { code: 'orders.id-conflict', differs: ['items'] },
    });
    expect(await stockOf(productId)).toMatchObject({ held: 2 });
  });

  it('is rejected when its turn comes too late, naming every short line, and takes nothing', async () => {
    const few = await product(world, { onHand: 2 });
    const many = await product(world, { onHand: 9 });
    const items = [
      { productId: few, quantity: 3 },
      { productId: many, quantity: 1 },
    ];
    const { body } = await shopper.client.post('/v1/orders', { items }, later);
    await world.settle();
    expect(await get(body.id)).toMatchObject({ status: 'rejected', total: null });
    const history = (await shopper.client.get(`/v1/orders/${body.id}/history`)).body.items;
    expect(history[1]).toMatchObject({ to: 'rejected' });
    expect(history[1].reason).toContain(`${few} (3 wanted, 2 available)`);
    expect(await stockOf(many)).toMatchObject({ held: 0 });
    const pay = { orderId: body.id, creditCard: '4980276372331233' };
    expect(await shopper.client.post('/v1/payments', pay)).toMatchObject({ status: 409 });
  });

  it('that cannot be known what it is is rejected, and holds up nobody behind it', async () => {
    const productId = await product(world);
    const foreign = await product(world, { currency: 'UAH' });
    const wishes = [
      [{ productId: randomUUID(), quantity: 1 }],
      [
        { productId, quantity: 1 },
        { productId: foreign, quantity: 1 },
      ],
      [{ productId, quantity: 1 }],
    ];
    const ids: string[] = [];
    for (const items of wishes) ids.push((await shopper.client.post('/v1/orders', { items }, later)).body.id);
    await world.settle();
    const statuses = await Promise.all(ids.map(async (id) => (await get(id)).status));
    expect(statuses).toEqual(['rejected', 'rejected', 'awaiting-payment']);
    expect(await stockOf(foreign)).toMatchObject({ held: 0 });
  });

  it('counts its time to pay from when it was confirmed', async () => {
    const productId = await product(world);
    const { body } = await shopper.client.post('/v1/orders', { items: [{ productId, quantity: 1 }] }, later);
    expect(body.payBefore).toBeNull();
    await world.settle();
    const [confirmed] = await world.rows<{ at: Date; due: Date }>(
      `SELECT history.at, orders.pay_before AS due FROM orders.orders
       JOIN orders.order_history history ON history.order_id = orders.id AND history.version = 2
       WHERE orders.id = $1`,
      [body.id],
    );
    expect((confirmed?.due.getTime() ?? 0) - (confirmed?.at.getTime() ?? 0)).toBe(30 * 60_000);
  });
});

describe('The line of orders to be decided', () => {
  let world: World;
  let shopper: Person;

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    shopper = await customer(world);
  });

  afterAll(async () => {
    await world.end();
  });

  const accept = async (body: object, client: Client = shopper.client): Promise<string> => {
    const answer = await client.post('/v1/orders', body, later);
    expect(answer.status).toBe(202);
    return answer.body.id;
  };
  const decide = () => world.app.get(Confirming).confirmNext(500);
  const statusOf = async (id: string) => (await shopper.client.get(`/v1/orders/${id}`)).body.status;

  it('is served in the order of arrival: who came first has it, and who came last has not', async () => {
    const productId = await product(world, { onHand: 3 });
    const ids: string[] = [];
    for (let turn = 0; turn < 5; turn += 1) ids.push(await accept({ items: [{ productId, quantity: 1 }] }));
    await decide();
    const statuses = await Promise.all(ids.map(statusOf));
    expect(statuses).toEqual([...Array(3).fill('awaiting-payment'), 'rejected', 'rejected']);
  });

  it.each([
    ['order-placed', 1],
    ['order-rejected', 9],
  ])('ends in news of the request that made the order, and of who made it: %s', async (type, quantity) => {
    const productId = await product(world, { onHand: 5 });
    const headers = { ...later.headers, 'x-request-id': `made-${type}` };
    const { body } = await shopper.client.post(
      '/v1/orders',
      { items: [{ productId, quantity }] },
      { headers },
    );
    await decide();
    const events = await world.rows(
      `SELECT envelope ->> 'type' AS type, envelope ->> 'correlationId' AS "correlationId",
              envelope -> 'actor' AS actor
       FROM messaging.outbox WHERE key = $1`,
      [body.id],
    );
    const actor = { kind: 'customer', id: shopper.id };
    expect(events).toEqual([{ type, correlationId: `made-${type}`, actor }]);
  });

  it('can be left: a cancelled order takes nothing when its turn comes', async () => {
    const productId = await product(world, { onHand: 1 });
    const first = await accept({ items: [{ productId, quantity: 1 }] });
    const second = await accept({ items: [{ productId, quantity: 1 }] });
    const cancelled = await shopper.client.post(`/v1/orders/${first}/cancel`, { reason: 'Too slow' });
    expect(cancelled).toMatchObject({ status: 200, body: { status: 'cancelled', total: null } });
    await decide();
    expect([await statusOf(first), await statusOf(second)]).toEqual(['cancelled', 'awaiting-payment']);
  });

  it('goes on after a crash between holding and recording: nothing is lost and nothing is taken twice', async () => {
    const productId = await product(world, { onHand: 4 });
    const id = await accept({ items: [{ productId, quantity: 3 }] });
    await world.rows(
      `WITH counted AS (UPDATE catalog.stock SET held = 3 WHERE product_id = $2)
       INSERT INTO catalog.holds (owner_id, branch_id, product_id, quantity, status, expires_at)
       SELECT $1, branch_id, $2, 3, 'live', now() + interval '45 minutes' FROM catalog.stock WHERE product_id = $2`,
      [id, productId],
    );
    await decide();
    await decide();
    expect(await statusOf(id)).toBe('awaiting-payment');
    const [stock] = await world.rows('SELECT held FROM catalog.stock WHERE product_id = $1', [productId]);
    expect(stock).toEqual({ held: 3 });
  });

  it('is not disturbed by an order that is decided at once under an id in the line', async () => {
    const productId = await product(world, { onHand: 5 });
    const id = await accept({ items: [{ productId, quantity: 2 }] });
    const other = await shopper.client.post('/v1/orders', { id, items: [{ productId, quantity: 5 }] });
    expect(other).toMatchObject({ status: 409, body: { code: 'orders.id-conflict' } });
    await decide();
    expect(await statusOf(id)).toBe('awaiting-payment');
    const [stock] = await world.rows('SELECT held FROM catalog.stock WHERE product_id = $1', [productId]);
    expect(stock).toEqual({ held: 2 });
  });

  it('gives back what an order got at once under the id of one that was rejected', async () => {
    const productId = await product(world, { onHand: 1 });
    const id = await accept({ items: [{ productId, quantity: 2 }] });
    await decide();
    expect(await statusOf(id)).toBe('rejected');
    const again = await shopper.client.post('/v1/orders', { id, items: [{ productId, quantity: 1 }] });
    expect(again.status).toBe(409);
    const [stock] = await world.rows('SELECT held FROM catalog.stock WHERE product_id = $1', [productId]);
    expect(stock).toEqual({ held: 0 });
  });

  it('takes thousands who want the same thing, each once, and sells what is there', async () => {
    const productId = await product(world, { onHand: 100 });
    const orders = Array.from({ length: 1_000 }, () => ({
      id: randomUUID(),
      items: [{ productId, quantity: 1 }],
    }));
    await Promise.all(orders.map((order) => accept(order)));
    while (await decide());
    const counts = await world.rows(
      `SELECT status, count(*)::integer AS count, max(number) - min(number) AS span FROM orders.orders
       WHERE id = ANY ($1::uuid[]) GROUP BY status ORDER BY status`,
      [orders.map(({ id }) => id)],
    );
    expect(counts).toMatchObject([
      { status: 'awaiting-payment', count: 100, span: '99' },
      { status: 'rejected', count: 900 },
    ]);
  });

  it('is full at some length, and then says when to come again', async () => {
    await world.rows(
      `INSERT INTO orders.orders (id, branch_id, status, version, created_at)
       SELECT gen_random_uuid(), gen_random_uuid(), 'accepted', 1, now() FROM generate_series(1, $1)`,
      [acceptedWaitingMax],
    );
    const productId = await product(world);
    const full = await shopper.client.post('/v1/orders', { items: [{ productId, quantity: 1 }] }, later);
    expect(full).toMatchObject({ status: 429, body: { code: 'orders.line-full', max: acceptedWaitingMax } });
    expect(full.headers.get('retry-after')).toBe('5');
    const atOnce = await shopper.client.post('/v1/orders', { items: [{ productId, quantity: 1 }] });
    expect(atOnce.status).toBe(201);
  });
});

describe('An order that was rejected', () => {
  it('is announced with its reason and every short line', async () => {
    const world = await World.start({ processes: ['api'] });
    try {
      const { client } = await customer(world);
      await staff(world);
      const productId = await product(world, { onHand: 1 });
      const { body } = await client.post('/v1/orders', { items: [{ productId, quantity: 2 }] }, later);
      await world.app.get(Confirming).confirmNext(500);
      const [event] = await world.rows<{ data: object }>(
        `SELECT envelope -> 'data' AS data FROM messaging.outbox WHERE envelope ->> 'type' = 'order-rejected'`,
      );
      expect(event?.data).toMatchObject({
        orderId: body.id,
        code: 'orders.out-of-stock',
        short: [{ productId, requested: 2, available: 1 }],
        total: null,
      });
    } finally {
      await world.end();
    }
  });
});
