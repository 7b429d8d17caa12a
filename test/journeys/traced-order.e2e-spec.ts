/** One trace tells of an order from the request to the consumer that marks it paid: over the outbox, Kafka, the gateway and back. */
import { randomBytes, randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID, ProductsService, StockService, StructureService } from '@plaza/catalog';
import type { Client } from '#test/client';
import { eventually } from '#test/eventually';
import { address, describeWith } from '#test/needs';
import { SpanCollector } from '#test/span-collector';
import { World } from '#test/world';
import { startSimulator, type Simulator } from '../../apps/gateway-simulator/src/simulator';

const card = '4980276372331233';
const password = 'a long enough password';
const steps = [
  'POST /v1/orders',
  'transaction',
  'relay order-placed',
  'POST /v1/payments',
  'payments takes online',
  'ask the gateway',
  'relay payment-captured',
  'orders takes payment-captured',
];

describeWith('kafka', 'The trace of an order', () => {
  let collector: SpanCollector;
  let simulator: Simulator;
  let world: World;
  let customer: Client;
  let productId: string;
  const lines: string[] = [];

  beforeAll(async () => {
    collector = await SpanCollector.start();
    simulator = await startSimulator({ port: 0 });
    await fetch(`${simulator.url}/scenario`, {
      method: 'PUT',
      body: JSON.stringify({ shares: { approve: 1 } }),
      headers: { 'content-type': 'application/json' },
    });
    const suffix = randomUUID().slice(0, 8);
    world = await World.start({
      log: (line) => lines.push(line),
      variables: {
        GATEWAY_URL: simulator.url,
        ERROR_LOG_URL: simulator.url,
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
        KAFKA_BROKERS: address('kafka'),
        KAFKA_GROUP_PREFIX: `traced-${suffix}`,
        KAFKA_ONLINE_TOPIC: `online-${suffix}`,
        KAFKA_OFFLINE_TOPIC: `offline-${suffix}`,
      },
    });
    const category = await world.app.get(StructureService).createCategory({ name: 'Bread', slug: 'bread' });
    productId = await world.app.get(ProductsService).create({
      ...{
        sku: 'BREAD-1',
        name: 'Rye bread',
        description: 'Dark',
        price: 450,
        currency: 'EUR',
        active: true,
      },
      categoryId: category.id,
    });
    await world.app
      .get(StockService)
      .adjust({ productId, branchId: ONLINE_BRANCH_ID, delta: 10, reason: 'Baked' });
    const person = { username: 'ada', email: 'ada@example.org', password };
    await world.anyone.post('/v1/identity/register', person);
    const { body } = await world.anyone.post('/v1/identity/token', { username: 'ada', password });
    customer = world.anyone.withToken(body.accessToken);
  }, 120_000);

  afterAll(async () => {
    await world.end();
    await simulator.close();
    await collector.stop();
  });

  it('goes from the request over outbox and Kafka to the consumer that marks it paid', async () => {
    const traceId = randomBytes(16).toString('hex');
    const headers = { traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01` };
    const placed = await customer.post('/v1/orders', { items: [{ productId, quantity: 1 }] }, { headers });
    expect(placed.status).toBe(201);
    const orderId: string = placed.body.id;
    const paying = await customer.post('/v1/payments', { orderId, creditCard: card }, { headers });
    expect(paying.status).toBe(202);
    await eventually(async () => {
      expect((await customer.get(`/v1/orders/${orderId}`)).body.status).toBe('paid');
    }, 60_000);
    // The collector hears of it a few seconds later.
    const spans = await eventually(() => {
      const collected = collector.ofTrace(traceId);
      expect(collected.map(({ name }) => name)).toEqual(expect.arrayContaining(steps));
      return collected;
    }, 60_000);
    const requests = new Set(spans.filter(({ kind }) => kind === 2).map(({ spanId }) => spanId));
    for (const name of ['ask the gateway', 'orders takes payment-captured']) {
      expect(requests).toContain(spans.find((span) => span.name === name)?.parentSpanId);
    }
    const answered = lines.find((line) => line.includes('Answered') && line.includes('/v1/payments"'));
    expect(JSON.parse(answered ?? '{}')).toMatchObject({ traceId, route: '/v1/payments' });
    expect(JSON.stringify(collector.spans)).not.toContain(card);
  }, 120_000);
});
