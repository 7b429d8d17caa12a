import { createPublicKey, verify } from 'node:crypto';
import { ClientsService, type CreatedClient, type PublicJwk } from '@plaza/identity';
import { World } from '#test/world';

interface TokenAnswer {
  access_token: string;
  token_type: string;
  expires_in: number;
  scope: string;
  error?: string;
  error_description?: string;
}

describe('A machine', () => {
  let world: World;
  let clients: ClientsService;
  let credentials: CreatedClient;
  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    clients = world.app.get(ClientsService);
    credentials = await clients.create({ name: 'Feed', scopes: ['payments:feed', 'payments:read'] });
  });
  afterAll(() => world.end());

  const ask = (form: string | Record<string, string>, headers: Record<string, string> = {}) =>
    world.anyone.request<TokenAnswer>('POST', '/v1/oauth/token', String(new URLSearchParams(form)), {
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  const basic = (clientId: string, secret: string) => ({
    authorization: `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`).toString('base64')}`,
  });
  const inBody = () => ({ client_id: credentials.clientId, client_secret: credentials.clientSecret });
  const grant = { grant_type: 'client_credentials' };

  test('gets a token with all its scopes for credentials in the Authorization header', async () => {
    const { status, headers, body } = await ask(grant, basic(credentials.clientId, credentials.clientSecret));
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.any(String) as unknown,
      token_type: 'Bearer',
      expires_in: 600,
      scope: 'payments:feed payments:read',
    });
    expect([headers.get('cache-control'), headers.get('pragma')]).toEqual(['no-store', 'no-cache']);
  });

  test('gets only the scopes it asks for, with credentials in the form', async () => {
    const { status, body } = await ask({
      ...grant,
      ...inBody(),
      scope: 'payments:feed',
      resource: 'ignored',
    });
    expect([status, body.scope]).toEqual([200, 'payments:feed']);
  });

  test('gets a token that anyone can verify with the published keys', async () => {
    const { body } = await ask({ ...grant, ...inBody() });
    const [header = '', claims = '', signature = ''] = body.access_token.split('.');
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
    const { body: published } = await world.anyone.get<{ keys: PublicJwk[] }>('/.well-known/jwks.json');
    const jwk = published.keys.find((key) => key.kid === kid);
    expect(jwk).toMatchObject({ kty: 'RSA', use: 'sig', alg: 'RS256' });
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    const signed = Buffer.from(`${header}.${claims}`);
    expect(verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      iss: 'plaza',
      aud: 'plaza',
      sub: credentials.clientId,
      scope: 'payments:feed payments:read',
    });
  });

  test('whose secret was agreed beforehand may be set up again and again', async () => {
    const agreed = {
      clientId: 'simulator',
      secret: 's'.repeat(32),
      name: 'Simulator',
      scopes: ['payments:feed'],
    };
    await clients.ensure(agreed);
    await clients.ensure({ ...agreed, secret: 't'.repeat(32) });
    const form = { ...grant, client_id: agreed.clientId };
    expect((await ask({ ...form, client_secret: 't'.repeat(32) })).status).toBe(200);
    expect((await ask({ ...form, client_secret: agreed.secret })).status).toBe(401);
  });

  test('that is disabled gets no token', async () => {
    const { clientId, clientSecret } = await clients.create({ name: 'Former', scopes: ['payments:feed'] });
    await clients.disable(clientId);
    const { status, body } = await ask({ ...grant, client_id: clientId, client_secret: clientSecret });
    expect([status, body.error]).toEqual([401, 'invalid_client']);
  });

  test.each([
    ['a wrong secret', () => ask({ ...grant, ...inBody(), client_secret: 'wrong' }), 401, 'invalid_client'],
    ['an unknown client', () => ask(grant, basic('nobody', 'wrong')), 401, 'invalid_client'],
    ['a client id with a zero byte', () => ask(grant, basic('no\0body', 'x')), 401, 'invalid_client'],
    ['no credentials', () => ask(grant), 401, 'invalid_client'],
    ['credentials that are not Basic', () => ask(grant, { authorization: 'Basic ?' }), 401, 'invalid_client'],
    [
      'credentials in two ways',
      () => ask({ ...grant, ...inBody() }, basic(credentials.clientId, credentials.clientSecret)),
      400,
      'invalid_request',
    ],
    ['no grant type', () => ask(inBody()), 400, 'invalid_request'],
    ['another grant type', () => ask({ ...inBody(), grant_type: 'password' }), 400, 'unsupported_grant_type'],
    [
      'a scope that it may not have',
      () => ask({ ...grant, ...inBody(), scope: 'all' }),
      400,
      'invalid_scope',
    ],
    ['a parameter twice', () => ask('grant_type=client_credentials&scope=a&scope=b'), 400, 'invalid_request'],
    [
      'what is no form',
      () => world.anyone.post<TokenAnswer>('/v1/oauth/token', { ...grant, ...inBody() }),
      400,
      'invalid_request',
    ],
  ])('is refused with %s', async (_, asking, status, error) => {
    const answer = await asking();
    expect(answer.status).toBe(status);
    expect(answer.body.error).toBe(error);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('is told at a 401 how credentials are given', async () => {
    const { headers } = await ask(grant, basic('nobody', 'wrong'));
    expect(headers.get('www-authenticate')).toMatch(/^Basic /);
  });
});
