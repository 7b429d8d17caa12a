import { World } from '#test/world';
import { bodyDepthMax } from '../../apps/api/src/http/body-depth';
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
