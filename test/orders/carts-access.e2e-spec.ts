/** A cart is its customer's: to others it does not exist, and partners have none. */
import { randomUUID } from 'node:crypto';
import type { Answer, Client } from '#test/client';
import { customer, product, staff } from '../catalog/shop';
import { partnerClient } from '../identity/people';
import { World } from '#test/world';
import { CartShopper } from './carts-shopper';

describe('A cart of somebody', () => {
  let world: World;
  let owner: CartShopper;
  let lamp: string;
  let chair: string;
  let waitingId: string;
  let partner: Client;

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    owner = await CartShopper.withCart(world);
    lamp = await product(world);
    chair = await product(world, { onHand: 0 });
    await owner.put(lamp, 2);
    partner = await partnerClient(world);
    waitingId = (await owner.waitFor(chair, 1)).body.id;
  });

  afterAll(async () => {
    await world.end();
  });

  interface Route {
    name: string;
    ask: (client: Client, cart: string) => Promise<Answer>;
  }

  const routes: Route[] = [
    { name: 'seeing it', ask: (client, cart) => client.get(cart) },
    { name: 'putting in', ask: (client, cart) => client.put(`${cart}/items/${lamp}`, { quantity: 1 }) },
    { name: 'taking out', ask: (client, cart) => client.delete(`${cart}/items/${lamp}`) },
    { name: 'extending it', ask: (client, cart) => client.post(`${cart}/extend`) },
    {
      name: 'waiting',
      ask: (client, cart) => client.post(`${cart}/waiting`, { productId: chair, quantity: 2 }),
    },
    { name: 'seeing what it waits for', ask: (client, cart) => client.get(`${cart}/waiting`) },
    { name: 'leaving the queue', ask: (client, cart) => client.delete(`${cart}/waiting/${waitingId}`) },
    { name: 'listening', ask: (client, cart) => client.get(`${cart}/events`) },
  ];

  it.each(routes)('does not exist for other customers: $name', async ({ ask }) => {
    const { client } = await customer(world);
    const before = [await owner.look(), await owner.waits()];
    const refused = await ask(client, owner.path);
    expect([refused.status, refused.body.code]).toEqual([404, 'orders.cart-unknown']);
    expect([await owner.look(), await owner.waits()]).toEqual(before);
    const nowhere = await ask(client, `/v1/orders/carts/${randomUUID()}`);
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'orders.cart-unknown']);
  });

  it.each(routes)('is nothing for partners and strangers: $name', async ({ ask }) => {
    const machine = await ask(partner, owner.path);
    expect([machine.status, machine.body.code]).toEqual([403, 'identity.not-allowed']);
    expect((await ask(world.anyone, owner.path)).status).toBe(401);
  });

  it('cannot be reached by the waiting of another cart', async () => {
    const other = await CartShopper.withCart(world);
    const refused = await other.person.client.delete(`${other.path}/waiting/${waitingId}`);
    expect([refused.status, refused.body.code]).toEqual([404, 'orders.waiting-unknown']);
    expect(await owner.waits()).toHaveLength(1);
  });

  it('can be seen and changed by staff, who help', async () => {
    const { client } = await staff(world);
    expect(await client.get(owner.path)).toMatchObject({
      status: 200,
      body: { customerId: owner.person.id },
    });
    expect((await client.put(`${owner.path}/items/${lamp}`, { quantity: 3 })).status).toBe(200);
  });

  it('cannot be made to hold for an order, nor an order to take what a cart holds, by giving both one id', async () => {
    const id = randomUUID();
    const items = [{ productId: lamp, quantity: 1 }];
    const { client } = owner.person;
    expect((await client.post('/v1/orders', { id, items })).status).toBe(201);
    expect((await client.post('/v1/orders/carts', { id })).status).toBe(201);
    const cart = `/v1/orders/carts/${id}`;
    expect((await client.put(`${cart}/items/${lamp}`, { quantity: 5 })).status).toBe(200);
    expect((await client.delete(`${cart}/items/${lamp}`)).status).toBe(200);
    const held = await world.rows('SELECT quantity, status FROM catalog.holds WHERE owner_id = $1', [id]);
    expect(held).toEqual([{ quantity: 1, status: 'live' }]);
  });
});
