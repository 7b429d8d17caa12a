/** The stream of what happens to an order, as its customer listens to it. */
import { randomUUID } from 'node:crypto';
import { OrdersService } from '@plaza/orders';
import { customer, Person, product, staff } from '../catalog/shop';
import type { Answer } from '#test/client';
import { EventReader } from '#test/event-reader';
import { World } from '#test/world';

describe('The event stream of an order', () => {
  let world: World;
  let shopper: Person;
  const readers: EventReader[] = [];

  beforeAll(async () => {
    world = await World.start();
    shopper = await customer(world);
  });

  afterEach(async () => {
    await Promise.all(readers.splice(0).map((reader) => reader.close()));
  });

  afterAll(async () => {
    await world.end();
  });

  async function place(): Promise<string> {
    const productId = await product(world);
    return (await shopper.client.post('/v1/orders', { items: [{ productId, quantity: 1 }] })).body.id;
  }

  async function listen(
    id: string,
    headers: Record<string, string> = {},
    { token, url }: { token: string; url: string } = { token: shopper.token, url: world.url },
    query = '',
  ): Promise<EventReader> {
    const reader = await EventReader.open(`${url}/v1/orders/${id}/events${query}`, token, headers);
    readers.push(reader);
    return reader;
  }

  async function pay(orderId: string): Promise<void> {
    const context = { correlationId: randomUUID(), actor: { kind: 'system', id: 'test' } as const };
    const capture = { paymentId: randomUUID(), orderId, amount: 100, capturedAt: world.clock.now(), context };
    await world.app.get(OrdersService).markPaid([capture]);
  }

  it('tells what has happened and what happens, one event per change of status', async () => {
    const id = await place();
    const reader = await listen(id, { 'x-request-id': 'listening' });
    expect(reader.response.status).toBe(200);
    expect(reader.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(reader.response.headers.get('x-request-id')).toBe('listening');
    await reader.heard(1);
    await pay(id);
    expect(await reader.heard(2)).toEqual([
      {
        id: '1',
        event: 'order-placed',
        data: { orderId: id, status: 'awaiting-payment', at: expect.any(String), reason: null },
      },
      {
        id: '2',
        event: 'order-paid',
        data: { orderId: id, status: 'paid', at: expect.any(String), reason: null },
      },
    ]);
  });

  it('ends when nothing can follow', async () => {
    const id = await place();
    const reader = await listen(id);
    await reader.heard(1);
    await shopper.client.post(`/v1/orders/${id}/cancel`, { reason: 'Too late' });
    await reader.end();
    expect(reader.events.at(-1)).toMatchObject({ event: 'order-cancelled', data: { reason: 'Too late' } });
  });

  it('goes on after the last event that a client has, told by header or parameter', async () => {
    const id = await place();
    await pay(id);
    const byHeader = await listen(id, { 'last-event-id': '1' });
    expect(await byHeader.heard(1)).toMatchObject([{ id: '2' }]);
    const byParameter = await listen(id, {}, { token: shopper.token, url: world.url }, '?lastEventId=1');
    expect(await byParameter.heard(1)).toMatchObject([{ id: '2' }]);
    const unknown = await listen(id, { 'last-event-id': 'yesterday' });
    expect(unknown.response.status).toBe(400);
  });

  it('is for whom the order is for', async () => {
    const id = await place();
    const stranger = await customer(world);
    expect((await listen(id, {}, { token: stranger.token, url: world.url })).response.status).toBe(404);
    const clerk = await staff(world);
    expect((await listen(id, {}, { token: clerk.token, url: world.url })).response.status).toBe(200);
    expect((await fetch(`${world.url}/v1/orders/${id}/events`)).status).toBe(401);
  });

  it('is told by another process of what this one did; ends when that stops, and nothing is missed', async () => {
    const id = await place();
    const other = await World.start({ database: world.database, clock: world.clock, processes: ['api'] });
    const reader = await listen(id, {}, { token: shopper.token, url: other.url });
    await reader.heard(1);
    await other.stop();
    expect(reader.ended).toBe(true);
    await pay(id);
    const again = await listen(id, { 'last-event-id': reader.events.at(-1)?.id ?? '' });
    expect(await again.heard(1)).toMatchObject([{ id: '2', event: 'order-paid' }]);
  });

  it('ends with the token that opened it', async () => {
    const id = await place();
    const reader = await listen(id);
    await reader.heard(1);
    world.clock.forwardMinutes(11);
    await reader.end();
    await shopper.signIn();
  });

  it.each<[string, (listener: Person) => Promise<Answer>]>([
    ['logs out', (listener) => listener.client.post('/v1/identity/logout')],
    [
      'changes the password in another session',
      async (listener) => {
        const change = { currentPassword: 'a long enough password', newPassword: 'another long password' };
        const elsewhere = new Person(world, listener.id, listener.username);
        return (await elsewhere.signIn()).client.post('/v1/identity/me/password', change);
      },
    ],
    [
      'is disabled',
      async (listener) => (await staff(world)).client.post(`/v1/identity/customers/${listener.id}/disable`),
    ],
  ])('ends with the session that opened it, when its customer %s', async (_, end) => {
    const id = await place();
    const own = await listen(id);
    const listener = await customer(world);
    const { body: cart } = await listener.client.post<{ id: string }>('/v1/orders/carts', {});
    const ofCart = `${world.url}/v1/orders/carts/${cart.id}/events`;
    const reader = await EventReader.open(ofCart, listener.token);
    readers.push(reader);
    expect(reader.response.status).toBe(200);
    expect((await end(listener)).status).toBeLessThan(300);
    await reader.end();
    expect(own.ended).toBe(false);
  });

  it('is one of a few that somebody may have open', async () => {
    const id = await place();
    const somebody = { token: shopper.token, url: world.url };
    const all = await Promise.all(Array.from({ length: 22 }, () => listen(id, {}, somebody)));
    const statuses = all.map(({ response }) => response.status).sort();
    expect(statuses.slice(0, 2).concat(statuses.slice(-2))).toEqual([200, 200, 429, 429]);
    await Promise.all(readers.splice(0).map((reader) => reader.close()));
    const after = await listen(id, {}, somebody);
    expect([200, 429]).toContain(after.response.status);
  });
});
