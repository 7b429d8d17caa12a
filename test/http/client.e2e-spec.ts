/** The generated client as a program of somebody else uses it: no path, field or status in here that the compiler does not know. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { OpenAPIObject } from '@nestjs/swagger';
import { createPlazaClient, type PlazaClient, type Problem, type Schema } from '@plaza/client';
import { World } from '#test/world';
import { product } from '../catalog/shop';

const root = resolve(__dirname, '../..');

/** What went well, or an error that says how it was refused. */
function wellDone<Data>({ data, error }: { data?: Data | undefined; error?: Problem | undefined }): Data {
  if (data === undefined) throw new Error(error ? `${error.code}: ${error.detail}` : 'There is no answer');
  return data;
}

describe('The TypeScript client', () => {
  let world: World;
  let plaza: PlazaClient;
  let accessToken: string | undefined;

  beforeAll(async () => {
    world = await World.start();
    plaza = createPlazaClient({ baseUrl: world.url, accessToken: () => accessToken });
  });

  afterAll(async () => {
    await world.end();
  });

  it('buys something from the first word to the last', async () => {
    const productId = await product(world, { name: 'Blue shirt', price: 2_990 });
    const person = { username: `u${randomUUID().slice(0, 8)}`, password: 'correct horse battery' };
    const email = `${person.username}@example.org`;
    const profile = wellDone(await plaza.POST('/v1/identity/register', { body: { ...person, email } }));
    const tokens: Schema<'SessionTokensDto'> = wellDone(
      await plaza.POST('/v1/identity/token', { body: person }),
    );
    accessToken = tokens.accessToken;

    const list = wellDone(
      await plaza.GET('/v1/catalog/products', {
        params: { query: { q: 'blue', inStock: true, sort: 'price' } },
      }),
    );
    expect(list.items.map(({ id, price }) => [id, price])).toEqual([[productId, 2_990]]);

    const cart = wellDone(await plaza.POST('/v1/orders/carts', { body: {} }));
    const path = { id: cart.id, productId };
    const filled = wellDone(
      await plaza.PUT('/v1/orders/carts/{id}/items/{productId}', { params: { path }, body: { quantity: 2 } }),
    );
    expect(filled.items.map(({ quantity }) => quantity)).toEqual([2]);

    const order = wellDone(await plaza.POST('/v1/orders', { body: { cartId: cart.id } }));
    expect(order).toMatchObject({ status: 'awaiting-payment', total: 5_980, customerId: profile.id });
    const wish = { orderId: order.id, creditCard: '4980276372331233' };
    expect(wellDone(await plaza.POST('/v1/payments', { body: wish })).status).toBe('pending');

    const { items } = wellDone(await plaza.GET('/v1/orders'));
    expect(items.map(({ id }) => id)).toEqual([order.id]);
    const history = wellDone(
      await plaza.GET('/v1/orders/{id}/history', { params: { path: { id: order.id } } }),
    );
    expect(history.items.map(({ to }) => to)).toEqual(['awaiting-payment']);
  });

  it('tells of a refusal by its code', async () => {
    const { error, response } = await plaza.GET('/v1/orders/{id}', {
      params: { path: { id: randomUUID() } },
    });
    expect(response.status).toBe(404);
    expect(error?.code).toBe('orders.order-unknown');
  });

  it('is made from the routes as they are: `npm run client` would change nothing', async () => {
    const { body: document } = await world.anyone.get<OpenAPIObject>('/openapi.json');
    const child = spawn(process.execPath, [resolve(root, 'scripts/client.mjs'), '--print']);
    child.stdin.end(JSON.stringify(document));
    const types = await text(child.stdout);
    const kept = readFileSync(resolve(root, 'libs/client/src/schema.ts'), 'utf8');
    expect(kept === types ? 'the same' : 'behind: npm run client').toBe('the same');
  });
});
