/** Those who wait are told as it happens, also when it happens in another process, and miss nothing while they are away. */
import { eventually } from '#test/eventually';
import { EventReader } from '#test/event-reader';
import { customer, product } from '../catalog/shop';
import { World } from '#test/world';
import { CartShopper, deliver } from './carts-shopper';

describe('The events of a cart', () => {
  let api: World;
  let worker: World;
  let shopper: CartShopper;
  let lamp: string;
  const readers: EventReader[] = [];

  beforeAll(async () => {
    api = await World.start({ processes: ['api'] });
    worker = await World.start({ database: api.database, clock: api.clock, processes: ['worker'] });
  });

  beforeEach(async () => {
    shopper = await CartShopper.withCart(api);
    lamp = await product(api, { onHand: 0 });
  });

  /** The streams are ended by the process that serves them. */
  afterAll(async () => {
    await worker.stop();
    await api.end();
    for (const reader of readers) await reader.end();
  });

  const listen = async (headers: Record<string, string> = {}, { person, path } = shopper) => {
    const reader = await EventReader.open(`${api.url}${path}/events`, person.token, headers);
    readers.push(reader);
    return reader;
  };

  it('come within a second of the stock, from another process, with how long it is held', async () => {
    const { body } = await shopper.waitFor(lamp, 2);
    const reader = await listen();
    expect(reader.response.headers.get('content-type')).toContain('text/event-stream');
    const startedAt = performance.now();
    await deliver(api, lamp, 2);
    const [event] = await reader.heard(1);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    const { expiresAt } = await shopper.look();
    expect(event).toEqual({
      id: expect.stringMatching(/^[1-9]\d*$/),
      event: 'promoted',
      data: { waitingId: body.id, productId: lamp, quantity: 2, expiresAt },
    });
  });

  it('that were missed are told to who comes back with the last it heard, and nothing twice', async () => {
    const others = [await product(api, { onHand: 0 }), await product(api, { onHand: 0 })];
    await shopper.waitFor(lamp, 1);
    for (const productId of others) await shopper.waitFor(productId, 1);
    const first = await listen();
    await deliver(api, lamp, 1);
    const [heard] = await first.heard(1);
    for (const [at, productId] of others.entries()) {
      await deliver(api, productId, 1);
      await eventually(async () => expect(await shopper.waits()).toHaveLength(others.length - 1 - at));
    }
    const second = await listen({ 'last-event-id': heard?.id ?? '' });
    expect((await second.heard(2)).map(({ data }) => data['productId'])).toEqual(others);
    const all = await listen();
    expect((await all.heard(3)).map(({ data }) => data['productId'])).toEqual([lamp, ...others]);
    const ids = all.events.map(({ id }) => Number(id));
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });

  it('are those of this cart alone', async () => {
    const other = await CartShopper.withCart(api);
    const elsewhere = await product(api, { onHand: 0 });
    await shopper.waitFor(lamp, 1);
    await other.waitFor(elsewhere, 1);
    const [reader, otherReader] = [await listen(), await listen({}, other)];
    await deliver(api, elsewhere, 1);
    await otherReader.heard(1);
    await deliver(api, lamp, 1);
    const [event] = await reader.heard(1);
    expect(event?.data['productId']).toBe(lamp);
    expect([reader.events.length, otherReader.events.length]).toEqual([1, 1]);
  });

  it('are not for other customers', async () => {
    const { token } = await customer(api);
    const refused = await EventReader.open(`${api.url}${shopper.path}/events`, token);
    readers.push(refused);
    expect(refused.response.status).toBe(404);
  });
});
