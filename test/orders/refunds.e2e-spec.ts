/** Orders whose money is given back: refunded when all of it has been, and not before. */
import { randomUUID } from 'node:crypto';
import { customer, product, staff, type Person } from '../catalog/shop';
import { startSimulator, type Simulator } from '../../apps/gateway-simulator/src/simulator';
import { World } from '#test/world';

describe('An order that was paid', () => {
  let simulator: Simulator;
  let world: World;
  let clerk: Person;
  let shopper: Person;
  let lamp: string;
  let branchId: string;

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, seed: 'refunds', hangMsMax: 1_000 });
    world = await World.start({ variables: { GATEWAY_URL: simulator.url, ERROR_LOG_URL: simulator.url } });
    [clerk, shopper] = [await staff(world), await customer(world)];
    branchId = (await clerk.client.post('/v1/catalog/branches', { code: 'west', name: 'West' })).body.id;
    lamp = await product(world, { price: 1_000, onHand: 100 });
    const path = '/v1/catalog/stock/adjustments';
    await clerk.client.post(path, { productId: lamp, branchId, delta: 50, reason: 'Delivered' });
  });

  afterAll(async () => {
    await world.end();
    await simulator.close();
  });

  beforeEach(() => scenario({ shares: { approve: 1 } }));

  async function scenario(script: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${simulator.url}/scenario`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(script),
    });
    expect(answer.status).toBe(200);
  }

  async function paidOrder(): Promise<{ id: string; paymentId: string }> {
    const items = [{ productId: lamp, quantity: 2 }];
    const { body: order } = await shopper.client.post('/v1/orders', { items });
    const wish = { orderId: order.id, creditCard: '4980276372331233' };
    const { body: payment } = await shopper.client.post('/v1/payments', wish);
    await world.settle();
    expect(await statusOf(order.id)).toBe('paid');
    return { id: order.id, paymentId: payment.id };
  }

  async function sold(unitPrice: number): Promise<string> {
    const items = [{ productId: lamp, quantity: 1, unitPrice }];
    const { body } = await clerk.client.post('/v1/orders/sales', { branchId, items });
    await world.settle();
    return body.id;
  }

  const refund = (id: string, reason?: string) =>
    clerk.client.post(`/v1/orders/${id}/refund`, reason === undefined ? {} : { reason });
  const statusOf = async (id: string) => (await clerk.client.get(`/v1/orders/${id}`)).body.status;
  const refundsOf = async (paymentId: string) =>
    (await clerk.client.get(`/v1/payments/${paymentId}/refunds`)).body.items;

  it('is refunded when the gateway has given the money back, with the reason in its history', async () => {
    const { id, paymentId } = await paidOrder();
    expect(await refund(id, 'The lamp was broken')).toMatchObject({ status: 200, body: { id } });
    await world.settle();
    expect(await statusOf(id)).toBe('refunded');
    const history = (await shopper.client.get(`/v1/orders/${id}/history`)).body.items;
    expect(history.at(-1)).toMatchObject({ from: 'paid', to: 'refunded', reason: 'The lamp was broken' });
    expect(await refundsOf(paymentId)).toMatchObject([{ amount: 2_000, status: 'refunded' }]);
    expect(await world.rows('SELECT FROM messaging.dead_letters')).toEqual([]);
  });

  it('stays paid as long as the gateway has no word, and when it refuses', async () => {
    const { id } = await paidOrder();
    await scenario({ shares: { refuse: 1 } });
    await refund(id);
    await world.settle();
    expect(await statusOf(id)).toBe('paid');
    await scenario({ shares: { approve: 1 } });
    await refund(id);
    await world.settle();
    expect(await statusOf(id)).toBe('refunded');
  });

  it('is refunded once, however often and at the same time that is asked for', async () => {
    const { id, paymentId } = await paidOrder();
    const answers = await Promise.all(Array.from({ length: 5 }, () => refund(id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await world.settle();
    expect(await refund(id)).toMatchObject({ status: 200, body: { status: 'refunded' } });
    expect(await refundsOf(paymentId)).toHaveLength(1);
  });

  it('that was given back in parts is refunded with the last of them', async () => {
    const { id, paymentId } = await paidOrder();
    const part = { amount: 500, reason: 'One of two' };
    const options = { headers: { 'idempotency-key': randomUUID() } };
    await clerk.client.post(`/v1/payments/${paymentId}/refunds`, part, options);
    await world.settle();
    expect(await statusOf(id)).toBe('paid');
    await refund(id);
    await world.settle();
    expect(await statusOf(id)).toBe('refunded');
    expect(await refundsOf(paymentId)).toMatchObject([{ amount: 500 }, { amount: 1_500 }]);
  });

  it('and handed over can be refunded, too', async () => {
    const { id } = await paidOrder();
    await clerk.client.post(`/v1/orders/${id}/fulfil`);
    await refund(id);
    await world.settle();
    expect(await statusOf(id)).toBe('refunded');
  });

  it.each([1_000, 0])('at the counter is refunded by what is paid out there (price %i)', async (price) => {
    const id = await sold(price);
    await refund(id);
    await world.settle();
    expect(await statusOf(id)).toBe('refunded');
  });

  it('is refunded by staff, and only where there is money to give back', async () => {
    const { id } = await paidOrder();
    expect((await shopper.client.post(`/v1/orders/${id}/refund`)).status).toBe(403);
    const items = [{ productId: lamp, quantity: 1 }];
    const { body: unpaid } = await shopper.client.post('/v1/orders', { items });
    expect(await refund(unpaid.id)).toMatchObject({
      status: 409,
      body: { code: 'orders.not-refundable', orderStatus: 'awaiting-payment' },
    });
    expect((await refund(randomUUID())).status).toBe(404);
  });
});
