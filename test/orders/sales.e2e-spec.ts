/** Sales at the counter: paid at once, sold from the branch, and known to the payments. */
import { randomUUID } from 'node:crypto';
import { UsersQueries, RegistrationService } from '@plaza/identity';
import { customer, product, staff, type Person } from '../catalog/shop';
import { World } from '#test/world';

describe('A sale at the counter', () => {
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

  const sell = (body: object) => clerk.client.post('/v1/orders/sales', { branchId, ...body });
  const stockOf = async (productId: string) =>
    (await world.anyone.get(`/v1/catalog/products/${productId}/stock`)).body.items[0];
  const messagesOf = (paymentId: string) =>
    world.rows<{ topic: string; outcome: string }>(
      'SELECT topic, outcome FROM payments.messages WHERE payment_id = $1',
      [paymentId],
    );

  async function knownCustomer(): Promise<{ id: string; document: string }> {
    const document = randomUUID().slice(0, 12);
    const username = `known-${document}`;
    const { id } = await world.app.get(RegistrationService).register({
      ...{ username, email: `${username}@example.org`, password: 'a long enough password' },
      ...{ fullName: 'Ada Known', documentNumber: document },
    });
    expect(await world.app.get(UsersQueries).byDocument(document)).toMatchObject({ id });
    return { id, document };
  }

  it('is paid at once, takes the stock of the branch, and puts its payment on the stream once', async () => {
    const { id: customerId, document } = await knownCustomer();
    const before = await stockOf(lamp);
    const sold = await sell({ document, items: [{ productId: lamp, quantity: 2 }] });
    expect(sold).toMatchObject({
      status: 201,
      body: { status: 'paid', sale: true, total: 2_000, customerId, branchId, paidAt: expect.any(String) },
    });
    await world.settle();
    expect(await stockOf(lamp)).toMatchObject({ onHand: before.onHand - 2, held: 0 });
    expect(await messagesOf(sold.body.paymentId)).toEqual([{ topic: 'offline', outcome: 'stored' }]);
    const [payment] = await world.rows(
      `SELECT payments.amount::integer, payments.currency, payments.type, accounts.customer_id
       FROM payments.payments JOIN payments.accounts USING (account_id) WHERE payment_id = $1`,
      [sold.body.paymentId],
    );
    expect(payment).toEqual({ amount: 2_000, currency: 'EUR', type: 'offline', customer_id: customerId });
    const shown = { orderId: sold.body.id, currency: sold.body.currency, amount: 2_000 };
    expect((await clerk.client.get(`/v1/payments/${sold.body.paymentId}`)).body).toMatchObject(shown);
    expect((await clerk.client.get('/v1/payments?type=offline')).body.items).toMatchObject([shown]);
    const history = (await clerk.client.get(`/v1/orders/${sold.body.id}/history`)).body.items;
    expect(history).toMatchObject([
      { to: 'awaiting-payment', actor: { kind: 'staff', id: clerk.id } },
      { to: 'paid', actor: { kind: 'staff', id: clerk.id } },
    ]);
    expect(await world.rows('SELECT FROM messaging.dead_letters')).toEqual([]);
  });

  it('to somebody unknown goes to the account of all whom nobody knows, which is one', async () => {
    const sales = [1, 2].map(() => sell({ items: [{ productId: lamp, quantity: 1 }] }));
    const ids = (await Promise.all(sales)).map(({ body }) => body.paymentId);
    await world.settle();
    const accounts = await world.rows(
      'SELECT count(DISTINCT account_id)::integer AS accounts, count(*)::integer AS payments FROM payments.payments WHERE payment_id = ANY ($1::uuid[])',
      [ids],
    );
    expect(accounts).toEqual([{ accounts: 1, payments: 2 }]);
  });

  it('has no time to pay before', async () => {
    const { body } = await sell({ items: [{ productId: lamp, quantity: 1 }] });
    expect(body).toMatchObject({ status: 'paid', payBefore: null });
    expect((await clerk.client.get(`/v1/orders/${body.id}`)).body.payBefore).toBeNull();
  });

  it('may have another price than the list, which is kept beside it; for nothing it is no payment', async () => {
    const items = [{ productId: lamp, quantity: 1, unitPrice: 750 }];
    const cheaper = await sell({ items });
    expect(cheaper.body).toMatchObject({
      total: 750,
      items: [{ unitPrice: 750, listPrice: 1_000, lineTotal: 750 }],
    });
    const gift = await sell({ items: [{ productId: lamp, quantity: 1, unitPrice: 0 }] });
    expect(gift.body).toMatchObject({ status: 'paid', total: 0 });
    await world.settle();
    expect(await messagesOf(gift.body.paymentId)).toEqual([]);
    expect((await clerk.client.get(`/v1/orders/${gift.body.id}`)).body.status).toBe('paid');
  });

  it('sent again is the same sale with the same payment; other content is refused', async () => {
    const sale = { id: randomUUID(), items: [{ productId: lamp, quantity: 1, unitPrice: 900 }] };
    const answers = await Promise.all([sell(sale), sell(sale), sell(sale)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.paymentId)).size).toBe(1);
    const dearer = await sell({ ...sale, items: [{ productId: lamp, quantity: 1 }] });
    expect(dearer).toMatchObject({ status: 409, body: { differs: ['items'] } });
    const { document } = await knownCustomer();
    expect(await sell({ ...sale, document })).toMatchObject({ status: 409, body: { differs: ['document'] } });
    await world.settle();
    expect(await messagesOf(answers[0].body.paymentId)).toHaveLength(1);
  });

  it('is refused for a document that nobody has, naming it, and when there is not enough', async () => {
    const items = [{ productId: lamp, quantity: 1 }];
    expect(await sell({ document: 'NOBODY-1', items })).toMatchObject({
      status: 404,
      body: { code: 'orders.customer-unknown', document: 'NOBODY-1' },
    });
    const short = await sell({ items: [{ productId: lamp, quantity: 1_000 }] });
    expect(short).toMatchObject({ status: 409, body: { code: 'orders.out-of-stock' } });
  });

  it('is made by staff only', async () => {
    const { client } = await customer(world);
    const refused = await client.post('/v1/orders/sales', {
      branchId,
      items: [{ productId: lamp, quantity: 1 }],
    });
    expect(refused.status).toBe(403);
  });

  it('is handed over: fulfilled once or twice, and only by staff', async () => {
    const { body } = await sell({ items: [{ productId: lamp, quantity: 1 }] });
    const done = await clerk.client.post(`/v1/orders/${body.id}/fulfil`);
    expect(done).toMatchObject({ status: 200, body: { status: 'fulfilled' } });
    expect(await clerk.client.post(`/v1/orders/${body.id}/fulfil`)).toMatchObject({ status: 200 });
    const shopper = await customer(world);
    expect((await shopper.client.post(`/v1/orders/${body.id}/fulfil`)).status).toBe(403);
    const productId = await product(world);
    const unpaid = await shopper.client.post('/v1/orders', { items: [{ productId, quantity: 1 }] });
    expect(await clerk.client.post(`/v1/orders/${unpaid.body.id}/fulfil`)).toMatchObject({
      status: 409,
      body: { code: 'orders.not-fulfillable' },
    });
    const history = (await clerk.client.get(`/v1/orders/${body.id}/history`)).body.items;
    expect(history.map(({ to }: { to: string }) => to)).toEqual(['awaiting-payment', 'paid', 'fulfilled']);
  });
});
