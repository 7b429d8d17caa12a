/** Paying an order: one wish, one payment, whatever the line between client and server does. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID, ProductsService, StockService, StructureService } from '@plaza/catalog';
import type { Client } from '#test/client';
import { eventually } from '#test/eventually';
import { Stage } from './stage';

const card = '4980276372331233';
const otherCard = '5105105105105100';
const password = 'correct horse battery';

describe('Who pays an order', () => {
  let stage: Stage;
  let customer: Client;
  let productId: string;

  beforeAll(async () => {
    stage = await Stage.start();
    const category = await stage.world.app
      .get(StructureService)
      .createCategory({ name: 'Bread', slug: 'bread' });
    productId = await stage.world.app.get(ProductsService).create({
      sku: 'BREAD-1',
      name: 'Rye bread',
      description: 'Dark',
      price: 450,
      currency: 'EUR',
      categoryId: category.id,
      active: true,
    });
    await stage.world.app
      .get(StockService)
      .adjust({ productId, branchId: ONLINE_BRANCH_ID, delta: 1_000, reason: 'Baked' });
    customer = await newCustomer();
  });

  beforeEach(() => stage.scenario({ shares: { approve: 1 } }));

  afterAll(() => stage.end());

  async function newCustomer(): Promise<Client> {
    const username = `somebody.${randomUUID().slice(0, 8)}`;
    const details = { username, email: `${username}@example.org`, password };
    expect((await stage.world.anyone.post('/v1/identity/register', details)).status).toBe(201);
    const { body } = await stage.world.anyone.post('/v1/identity/token', { username, password });
    return stage.world.anyone.withToken(body.accessToken);
  }

  async function newOrder(by = customer): Promise<string> {
    const placed = await by.post('/v1/orders', { items: [{ productId, quantity: 1 }] });
    expect(placed.status).toBe(201);
    return placed.body.id;
  }

  const pay = (wish: object, by = customer) => by.post('/v1/payments', wish);
  const status = async (id: string) => (await customer.get(`/v1/payments/${id}`)).body.status;
  const paymentsOf = (orderId: string) =>
    stage.world.rows<{ payment_id: string; status: string }>(
      'SELECT payment_id, status FROM payments.payments WHERE order_id = $1 ORDER BY created_at',
      [orderId],
    );
  const settled = (id: string, as: string) =>
    eventually(async () => {
      expect(await status(id)).toBe(as);
    });

  it('five times at once pays once', async () => {
    const orderId = await newOrder();
    const answers = await Promise.all(Array.from({ length: 5 }, () => pay({ orderId, creditCard: card })));
    expect(answers.map((answer) => answer.status)).toEqual([202, 202, 202, 202, 202]);
    const ids = new Set(answers.map(({ body }) => body.id));
    expect(ids.size).toBe(1);
    await stage.world.settle();
    expect(await paymentsOf(orderId)).toEqual([{ payment_id: [...ids][0], status: 'stored' }]);
    expect(await stage.asked([...ids][0])).toBe(1);
    expect((await customer.get(`/v1/orders/${orderId}`)).body.status).toBe('paid');
  });

  it('five times at once with five ids and cards pays once, and the others hear who does', async () => {
    const orderId = await newOrder();
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, at) =>
        pay({ id: randomUUID(), orderId, creditCard: `510510510510510${at}` }),
      ),
    );
    const taken = answers.filter((answer) => answer.status === 202);
    expect(taken).toHaveLength(1);
    for (const answer of answers.filter((one) => one.status !== 202)) {
      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'payments.order-being-paid', paymentId: taken[0]?.body.id },
      });
    }
    await stage.world.settle();
    expect(await paymentsOf(orderId)).toHaveLength(1);
  });

  it('and sends it again, gets the same payment, also when it is done', async () => {
    const orderId = await newOrder();
    const wish = { id: randomUUID(), orderId, creditCard: card };
    expect(await pay(wish)).toMatchObject({ status: 202, body: { id: wish.id, status: 'pending' } });
    expect(await pay(wish)).toMatchObject({ status: 202, body: { id: wish.id } });
    await settled(wish.id, 'captured');
    expect(await pay(wish)).toMatchObject({ status: 202, body: { id: wish.id, status: 'captured' } });
    expect(await pay({ orderId, creditCard: card })).toMatchObject({ status: 202, body: { id: wish.id } });
    await stage.world.settle();
    expect(await paymentsOf(orderId)).toHaveLength(1);
  });

  it('cannot use an id for something else', async () => {
    const wish = { id: randomUUID(), orderId: await newOrder(), creditCard: card };
    await pay(wish);
    const other = { ...wish, creditCard: otherCard };
    expect(await pay(other)).toMatchObject({ status: 409, body: { code: 'payments.id-conflict' } });
    expect(await pay({ ...wish, orderId: await newOrder() })).toMatchObject({
      status: 409,
      body: { code: 'payments.id-conflict' },
    });
  });

  it('whose card was declined may pay with another', async () => {
    await stage.scenario({ shares: { refuse: 1 } });
    const orderId = await newOrder();
    const first = await pay({ orderId, creditCard: card });
    await settled(first.body.id, 'declined');
    await stage.scenario({ shares: { approve: 1 } });
    const second = await pay({ orderId, creditCard: otherCard });
    expect(second.status).toBe(202);
    expect(second.body.id).not.toBe(first.body.id);
    await settled(second.body.id, 'captured');
    expect(await paymentsOf(orderId)).toMatchObject([{ status: 'declined' }, { status: 'stored' }]);
  });

  it('waits while the gateway has no word, and cannot pay a second time meanwhile', async () => {
    await stage.scenario({ shares: { error: 1 }, nonAnswersMax: 1_000 });
    const orderId = await newOrder();
    const first = await pay({ orderId, creditCard: card });
    await stage.world.settle();
    expect(await status(first.body.id)).toBe('pending');
    expect(await pay({ orderId, creditCard: otherCard })).toMatchObject({
      status: 409,
      body: { code: 'payments.order-being-paid' },
    });
  });

  it('whose message was lost on its way may try again after a while, and the lost one does not count any more', async () => {
    const orderId = await newOrder();
    const lost = { id: randomUUID(), orderId, creditCard: card };
    await pay(lost);
    await stage.world.settle();
    // As if the stream had never had it.
    await stage.world.rows('DELETE FROM payments.payments WHERE payment_id = $1', [lost.id]);
    await stage.world.rows(
      `UPDATE orders.orders SET status = 'awaiting-payment', paid_at = NULL WHERE id = $1`,
      [orderId],
    );
    expect((await pay({ orderId, creditCard: otherCard })).status).toBe(409);
    stage.world.clock.forwardSeconds(70);
    const second = await pay({ orderId, creditCard: otherCard });
    expect(second.status).toBe(202);
    expect(await pay(lost)).toMatchObject({ status: 409, body: { code: 'payments.request-ended' } });
    const [request] = await stage.world.rows<{ account: number }>(
      'SELECT account_id AS account FROM payments.requests WHERE payment_id = $1',
      [lost.id],
    );
    await stage.feed('online', [
      {
        payment_id: lost.id,
        account_id: request?.account,
        payment_type: 'online',
        credit_card: card,
        amount: 450,
      },
    ]);
    expect((await stage.outcomes('online')).at(-1)).toBe('conflicting: request-ended');
  });

  it('cannot be paid for by a stranger message under the same id', async () => {
    await stage.scenario({ shares: { error: 1 }, nonAnswersMax: 1_000 });
    const orderId = await newOrder();
    const id = randomUUID();
    const message = { payment_id: id, account_id: 1, payment_type: 'online', credit_card: card, amount: 1 };
    await stage.feed('online', [message]);
    expect(await pay({ id, orderId, creditCard: card })).toMatchObject({
      status: 409,
      body: { code: 'payments.id-conflict' },
    });
  });

  it('pays only what is theirs, is there, and waits to be paid', async () => {
    const stranger = await newCustomer();
    const orderId = await newOrder();
    expect((await pay({ orderId, creditCard: card }, stranger)).status).toBe(404);
    expect((await pay({ orderId: randomUUID(), creditCard: card })).status).toBe(404);
    expect((await pay({ orderId, creditCard: card }, stage.staff)).status).toBe(403);
    await customer.post(`/v1/orders/${orderId}/cancel`);
    expect(await pay({ orderId, creditCard: card })).toMatchObject({
      status: 409,
      body: { code: 'orders.not-payable' },
    });
  });

  it('sees their own payments and no others', async () => {
    const answer = await pay({ orderId: await newOrder(), creditCard: card });
    const stranger = await newCustomer();
    expect((await customer.get(`/v1/payments/${answer.body.id}`)).body).toMatchObject({
      amount: 450,
      currency: 'EUR',
      type: 'online',
    });
    expect((await stranger.get(`/v1/payments/${answer.body.id}`)).status).toBe(404);
    expect((await customer.get(`/v1/payments/${answer.body.id}/attempts`)).status).toBe(403);
    expect((await customer.get('/v1/payments')).status).toBe(403);
    expect((await customer.get('/v1/payments/census')).status).toBe(403);
  });

  it.each([
    ['no card', {}],
    ['a short card', { creditCard: '12345' }],
    ['a card that is no number', { creditCard: 'four nine eight zero' }],
    ['a number for a card', { creditCard: 4_980_276_372_331_233 }],
    ['an id that is none', { creditCard: card, id: '42' }],
    ['a field that nobody knows', { creditCard: card, amount: 1 }],
  ])('is refused with %s, and the card is not repeated', async (_what, wish) => {
    const answer = await pay({ orderId: randomUUID(), ...wish });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).not.toMatch(/12345|4980/);
  });
});
