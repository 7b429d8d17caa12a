import { World } from '#test/world';

describe('A refusal', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start();
  });

  afterAll(async () => {
    await world.end();
  });

  it('is a problem with everything that helps to act', async () => {
    const answer = await world.anyone.post('/v1/identity/register', { username: 'x', extra: true });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({
      type: 'urn:plaza:problem:request.invalid',
      title: 'The request is not valid',
      status: 400,
      instance: '/v1/identity/register',
      code: 'request.invalid',
    });
    const errors = answer.body.errors as { pointer: string }[];
    expect(errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/extra', '/username', '/email', '/password']),
    );
  });

  it('carries the request id that the client sent, and so does every answer', async () => {
    const headers = { 'x-request-id': 'till-7:42' };
    const refused = await world.anyone.get('/v1/orders', { headers });
    expect(refused.body.requestId).toBe('till-7:42');
    expect(refused.headers.get('x-request-id')).toBe('till-7:42');
    const answered = await world.anyone.get('/v1/catalog/products', { headers });
    expect(answered.headers.get('x-request-id')).toBe('till-7:42');
  });

  it('gets an id of ours when the client sent none, or one that would not do in a log', async () => {
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/;
    expect((await world.anyone.get('/v1/catalog/products')).headers.get('x-request-id')).toMatch(uuid);
    const odd = { headers: { 'x-request-id': 'a b\tc' } };
    expect((await world.anyone.get('/v1/catalog/products', odd)).headers.get('x-request-id')).toMatch(uuid);
  });

  interface Refused {
    what: string;
    path: string;
    post?: { body: string; type: string };
    status: number;
    code: string;
  }

  it.each<Refused>([
    { what: 'an unknown path', path: '/v1/nowhere', status: 404, code: 'request.unknown-path' },
    {
      what: 'a body that is not JSON',
      path: '/v1/identity/register',
      post: { body: '{"username":', type: 'application/json' },
      status: 400,
      code: 'request.invalid',
    },
    {
      what: 'an unknown media type',
      path: '/v1/identity/register',
      post: { body: '<a/>', type: 'application/xml' },
      status: 415,
      code: 'request.media-type-unknown',
    },
    {
      what: 'an unknown query parameter',
      path: '/v1/catalog/products?colour=red',
      status: 400,
      code: 'request.invalid',
    },
    {
      what: 'a limit beyond the page',
      path: '/v1/catalog/products?limit=101',
      status: 400,
      code: 'request.invalid',
    },
    { what: 'no token', path: '/v1/orders', status: 401, code: 'identity.token-missing' },
  ])('tells about $what', async ({ path, post, status, code }) => {
    const answer = await (post
      ? world.anyone.post(path, post.body, { headers: { 'content-type': post.type } })
      : world.anyone.get(path));
    expect(answer).toMatchObject({ status, body: { status, code } });
  });

  it('of a body that is too large says so', async () => {
    const answer = await world.anyone.post('/v1/identity/register', { username: 'x'.repeat(1_100_000) });
    expect(answer).toMatchObject({ status: 413, body: { code: 'request.too-large' } });
  });
});
