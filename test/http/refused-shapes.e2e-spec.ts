import { connect } from 'node:net';
import { World } from '#test/world';
import { bodyDepthMax } from '../../apps/api/src/http/bodies';
import { customer } from '../catalog/shop';

describe('What does not have the shape that a route asks for', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
  });

  afterAll(async () => {
    await world.end();
  });

  it('is told once per field, by the rule that says most', async () => {
    const { client } = await customer(world);
    const items = [{ productId: 'x', quantity: 'three' }];
    const { status, body } = await client.post('/v1/orders', { items });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { pointer: '/items/0/productId', detail: 'productId must be a UUID' },
      { pointer: '/items/0/quantity', detail: 'quantity must be an integer number' },
    ]);
  });

  it('is pointed at, however deep it lies and whatever its name is', async () => {
    const { client } = await customer(world);
    const { body } = await client.post('/v1/orders', { items: [{}, 5], 'a/b~c': 1 });
    const pointers = (body.errors as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/items/0/quantity', '/items/1', '/a~1b~0c']));
  });

  it.each(['[]', '[{"username":"x"}]', '"text"', '5', 'null', 'true'])(
    'is refused when it is %s and no object',
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await world.anyone.post('/v1/identity/register', body, { headers });
      expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
      expect(answer.body.errors.length).toBeGreaterThan(0);
    },
  );

  it('is refused when it is null, also where every field may be left out', async () => {
    const { client } = await customer(world);
    const headers = { 'content-type': 'application/json' };
    const { status, body } = await client.patch('/v1/identity/me', 'null', { headers });
    expect([status, body.code]).toEqual([400, 'request.invalid']);
  });

  it('is refused when a stream is asked for with a parameter that it does not have', async () => {
    const { client } = await customer(world);
    const { body: cart } = await client.post<{ id: string }>('/v1/orders/carts', {});
    const { status, body } = await client.get(`/v1/orders/carts/${cart.id}/events?colour=1`);
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ pointer: '/colour', detail: expect.any(String) }]);
  });

  it.each(['[', '{"a":'])('is refused when it is nested too deeply by %s', async (opening) => {
    const closing = opening === '[' ? ']' : '}';
    const nested = (depth: number) => `${opening.repeat(depth)}1${closing.repeat(depth)}`;
    const send = (depth: number) =>
      world.anyone.post('/v1/identity/register', nested(depth), {
        headers: { 'content-type': 'application/json', 'idempotency-key': `nested-${String(depth)}` },
      });
    const deep = { status: 400, body: { errors: [{ pointer: '' }] } };
    expect(await send(bodyDepthMax + 1)).toMatchObject(deep);
    expect(await send(100_000)).toMatchObject(deep);
  });

  it('is refused when it is a field that every object has by nature', async () => {
    const fields = { username: 'somebody', constructor: 1 };
    expect(await world.anyone.post('/v1/identity/register', fields)).toMatchObject({
      status: 400,
      body: { errors: [{ detail: 'must have no field named constructor' }] },
    });
    const { client } = await customer(world);
    expect(await client.post('/v1/orders/carts', { toString: 1 })).toMatchObject({ status: 400 });
    expect(await world.anyone.get('/v1/catalog/products?constructor=1')).toMatchObject({ status: 400 });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/x-ndjson', 'application/xml'])(
    'is refused when it is %s where JSON is asked for',
    async (type) => {
      const { client } = await customer(world);
      const answer = await client.post('/v1/identity/logout', '{}', { headers: { 'content-type': type } });
      expect(answer).toMatchObject({ status: 415, body: { code: 'request.media-type-unknown' } });
      expect(await client.get('/v1/identity/me')).toMatchObject({ status: 200 });
    },
  );

  it.each([
    ['%', 400, 'request.address-unreadable'],
    ['x'.repeat(201), 414, 'request.address-too-long'],
  ])('is refused when it is an address like %s', async (part, status, code) => {
    const answer = await world.anyone.get(`/v1/catalog/products/${part}`);
    expect(answer).toMatchObject({ status, body: { status, code } });
  });

  it.each([
    ['GET / HTTP/1.1\r\nHost: x\r\nX: ' + 'x'.repeat(20_000) + '\r\n\r\n', 431, 'request.headers-too-large'],
    ['NONSENSE\r\n\r\n', 400, 'request.unreadable'],
  ])('is told even when it is no request at all', async (bytes, status, code) => {
    const { hostname, port } = new URL(world.url);
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(Number(port), hostname, () => socket.write(bytes));
      socket.on('data', (data) => (text += data.toString()));
      socket.on('error', reject).on('close', () => resolve(text));
    });
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status, code });
  });

  it('is refused when it is a query that the route does not take', async () => {
    const { client } = await customer(world);
    expect(await client.get('/v1/identity/me?fields=id&x/y=1')).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/fields' }, { pointer: '/x~1y' }] },
    });
    expect(await client.get('/v1/identity/me?')).toMatchObject({ status: 200 });
    expect(await world.anyone.get('/health/live?verbose')).toMatchObject({ status: 200 });
  });
});
