/** A customer's way through Plaza: register, look, order, pay; and what becomes of an order that nobody pays. */
import { randomUUID } from 'node:crypto';
import { ProductsService, StockService, StructureService, ONLINE_BRANCH_ID } from '@plaza/catalog';
import { type Client } from '#test/client';
import { eventually } from '#test/eventually';
import { World } from '#test/world';
import { startSimulator, type Simulator } from '../../apps/gateway-simulator/src/simulator';

const card = '4980276372331233';

describe('A customer', () => {
  let world: World;
  let simulator: Simulator;
  let customer: Client;
  let productId: string;

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 });
    await scenario({ approve: 1 });
    world = await World.start({ variables: { GATEWAY_URL: simulator.url, ERROR_LOG_URL: simulator.url } });
    const category = await world.app.get(StructureService).createCategory({ name: 'Bread', slug: 'bread' });
    productId = await world.app.get(ProductsService).create({
      sku: 'BREAD-1',
      name: 'Rye bread',
      description: 'Dark',
      price: 450,
      currency: 'EUR',
      categoryId: category.id,
      active: true,
    });
    await world.app
      .get(StockService)
      .adjust({ productId, branchId: ONLINE_BRANCH_ID, delta: 10, reason: 'Baked' });
    customer = await signedIn('ada');
  });

  afterAll(async () => {
    await world.end();
    await simulator.close();
  });

  async function scenario(shares: Record<string, number>): Promise<void> {
    const body = JSON.stringify({ shares });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${simulator.url}/scenario`, { method: 'PUT', body, headers });
    expect(answer.status).toBe(200);
  }

  const password = 'a long enough password';

  async function signedIn(username: string): Promise<Client> {
    const person = { username, email: `${username}@example.org`, password };
    await world.anyone.post('/v1/identity/register', person);
    return signIn(username);
  }

  async function signIn(username: string): Promise<Client> {
    const { body } = await world.anyone.post('/v1/identity/token', { username, password });
    return world.anyone.withToken(body.accessToken);
  }

  const available = async (): Promise<number> => {
    const { body } = await world.anyone.get(`/v1/catalog/products/${productId}`);
    return body.available;
  };
  const order = (quantity: number) => customer.post('/v1/orders', { items: [{ productId, quantity }] });

  it('orders and pays; the order is paid and the stock went down by what was ordered', async () => {
    const before = await available();
    const placed = await order(2);
    expect(placed).toMatchObject({
      status: 201,
      body: { status: 'awaiting-payment', total: 900, currency: 'EUR' },
    });
    expect(await available()).toBe(before - 2);

    const paying = await customer.post('/v1/payments', { orderId: placed.body.id, creditCard: card });
    expect(paying).toMatchObject({ status: 202, body: { status: 'pending' } });
    await eventually(async () => {
      const { body } = await customer.get(`/v1/orders/${placed.body.id}`);
      expect(body.status).toBe('paid');
    });
    expect(await customer.get(`/v1/payments/${paying.body.id}`)).toMatchObject({
      body: { status: 'captured' },
    });

    await world.settle();
    const [stock] = await world.rows<{ on_hand: number; held: number }>(
      'SELECT on_hand, held FROM catalog.stock WHERE product_id = $1',
      [productId],
    );
    expect(stock).toEqual({ on_hand: before - 2, held: 0 });
  });

  it('who does not pay in time loses the order, and the stock is back', async () => {
    const before = await available();
    const placed = await order(3);
    expect(await available()).toBe(before - 3);
    world.clock.forwardMinutes(31);
    await world.settle();
    customer = await signIn('ada'); // half an hour is longer than a token lives
    expect((await customer.get(`/v1/orders/${placed.body.id}`)).body.status).toBe('expired');
    expect(await available()).toBe(before);
  });

  it('whose card is refused still has the order, and may pay it with another card', async () => {
    await scenario({ refuse: 1 });
    const placed = await order(1);
    const refused = await customer.post('/v1/payments', { orderId: placed.body.id, creditCard: card });
    await eventually(async () => {
      expect((await customer.get(`/v1/payments/${refused.body.id}`)).body.status).toBe('declined');
    });
    expect((await customer.get(`/v1/orders/${placed.body.id}`)).body.status).toBe('awaiting-payment');
    await scenario({ approve: 1 });
    const second = await customer.post('/v1/payments', {
      orderId: placed.body.id,
      creditCard: '5105105105105100',
    });
    expect(second.status).toBe(202);
    await eventually(async () => {
      expect((await customer.get(`/v1/orders/${placed.body.id}`)).body.status).toBe('paid');
    });
  });

  it('cannot see, cancel or pay the order of another', async () => {
    const placed = await order(1);
    const stranger = await signedIn(`stranger-${randomUUID().slice(0, 8)}`);
    const payment = { orderId: placed.body.id, creditCard: card };
    expect((await stranger.get(`/v1/orders/${placed.body.id}`)).status).toBe(404);
    expect((await stranger.post(`/v1/orders/${placed.body.id}/cancel`)).status).toBe(404);
    expect((await stranger.post('/v1/payments', payment)).status).toBe(404);
  });

  it('leaves a card number nowhere that can be read', async () => {
    const columns = await world.rows<{ schema: string; table: string; column: string; type: string }>(
      `SELECT table_schema AS schema, table_name AS "table", column_name AS "column", data_type AS type
       FROM information_schema.columns
       WHERE table_schema IN ('identity', 'catalog', 'orders', 'payments', 'messaging', 'platform')`,
    );
    for (const { schema, table, column } of columns) {
      const found = await world.rows(
        `SELECT FROM "${schema}"."${table}" WHERE "${column}"::text LIKE '%${card}%' OR "${column}"::text LIKE $1 LIMIT 1`,
        [`%${Buffer.from(card).toString('hex')}%`],
      );
      expect({ schema, table, column, found: found.length }).toEqual({ schema, table, column, found: 0 });
    }
  });
});
