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
    const pointers = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/extra', '/username', '/email', '/password']));
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

  it.each([
    ['an unknown path', 'GET', '/v1/nowhere', undefined, {}, 404, 'request.unknown-path'],
    [
      'a body that is not JSON',
      'POST',
      '/v1/identity/register',
      '{"username":',
      'json',
      400,
      'request.invalid',
    ],
    [
      'an unknown media type',
      'POST',
      '/v1/identity/register',
      '<a/>',
      'xml',
      415,
      'request.media-type-unknown',
    ],
    [
      'an unknown query parameter',
      'GET',
      '/v1/catalog/products?colour=red',
      undefined,
      {},
      400,
      'request.invalid',
    ],
    [
      'a limit beyond the page',
      'GET',
      '/v1/catalog/products?limit=101',
      undefined,
      {},
      400,
      'request.invalid',
    ],
    ['no token', 'GET', '/v1/orders', undefined, {}, 401, 'identity.token-missing'],
  ])('tells about %s', async (_what, method, path, body, type, status, code) => {
    const headers: Record<string, string> =
      typeof type === 'string' ? { 'content-type': `application/${type}` } : {};
    const answer = await world.anyone.request(method, path, body, { headers });
    expect(answer).toMatchObject({ status, body: { status, code } });
  });

  it('of a body that is too large says so', async () => {
    const answer = await world.anyone.post('/v1/identity/register', { username: 'x'.repeat(1_100_000) });
    expect(answer).toMatchObject({ status: 413, body: { code: 'request.too-large' } });
  });
});
