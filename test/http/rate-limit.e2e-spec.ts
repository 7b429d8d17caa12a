/** How often something may be asked, and how everybody is told what is left. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { ClientsService } from '@plaza/identity';
import type { Client } from '#test/client';
import { World } from '#test/world';
import { customer, staff } from '../catalog/shop';

const limits = { RATE_LIMIT_PER_MINUTE: '5', RATE_LIMIT_SIGN_IN_PER_MINUTE: '3', TRUST_PROXY: '1' };

let addresses = 0;
/** An address that nobody has used in this file. */
const elsewhere = () => {
  addresses += 1;
  return { headers: { 'x-forwarded-for': `203.0.113.${String(addresses)}` } };
};
const branches = '/v1/catalog/branches';

/** Sends the target as it is, which fetch would not do. */
async function statusOf(url: string, target: string, headers: Record<string, string>, body: string) {
  const { hostname, port } = new URL(url);
  const sent = request({ hostname, port, method: 'POST', path: target, headers }).end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}

describe('Limits on requests', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ processes: ['api'], variables: limits });
  });
  afterAll(() => world.end());

  const ask = (options: { headers: Record<string, string> }, client: Client = world.anyone) =>
    client.get(branches, options);

  test('are told in every answer: the policy, what is left of it, and when it begins anew', async () => {
    const from = elsewhere();
    for (const remaining of [4, 3, 2]) {
      const { status, headers } = await ask(from);
      expect(status).toBe(200);
      expect(headers.get('ratelimit-policy')).toBe('"default";q=5;w=60');
      expect(headers.get('ratelimit')).toMatch(new RegExp(`^"default";r=${String(remaining)};t=(60|59)$`));
    }
    const refused = await world.anyone.get(`/v1/catalog/products/${randomUUID()}`, from);
    expect([refused.status, refused.headers.get('ratelimit')?.slice(0, 13)]).toEqual([404, '"default";r=1']);
  });

  test('refuse one request more, with the time to wait, and begin anew after it', async () => {
    const from = elsewhere();
    for (let request = 1; request <= 5; request += 1) expect((await ask(from)).status).toBe(200);
    const refused = await ask(from);
    expect(refused).toMatchObject({
      status: 429,
      body: { code: 'request.rate-limited', policy: 'default', status: 429 },
    });
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(refused.headers.get('retry-after')).toBe(String(refused.body.retryAfter));
    expect(refused.headers.get('ratelimit')).toBe(`"default";r=0;t=${String(refused.body.retryAfter)}`);
    world.clock.forwardSeconds(59);
    expect((await ask(from)).status).toBe(429);
    world.clock.forwardSeconds(1);
    expect((await ask(from)).status).toBe(200);
  });

  test('count who is known wherever they come from, and others by their address', async () => {
    const [one, two] = [await customer(world), await customer(world)];
    const shared = elsewhere();
    for (let request = 1; request <= 5; request += 1) {
      expect((await one.client.get('/v1/identity/me', elsewhere())).status).toBe(200);
    }
    expect((await one.client.get('/v1/identity/me', elsewhere())).status).toBe(429);
    expect((await two.client.get('/v1/identity/me', shared)).status).toBe(200);
    expect((await ask(shared)).headers.get('ratelimit')).toContain(';r=4;');
    expect((await ask(elsewhere())).status).toBe(200);
  });

  test('count who is refused: without a token or with a strange one by their address, for want of a right as who they are', async () => {
    const from = elsewhere();
    const strange = world.anyone.withToken('not.a.token');
    for (const remaining of [4, 3, 2, 1, 0]) {
      const { status, headers } = await (remaining % 2 === 0 ? world.anyone : strange).get(
        '/v1/identity/me',
        from,
      );
      expect([status, headers.get('ratelimit')?.slice(0, 13)]).toEqual([
        401,
        `"default";r=${String(remaining)}`,
      ]);
    }
    expect((await strange.get('/v1/identity/me', from)).status).toBe(429);
    expect((await world.anyone.get('/v1/identity/me', from)).status).toBe(429);
    const { client } = await customer(world);
    const statuses = [];
    for (let request = 1; request <= 6; request += 1) {
      statuses.push((await client.get('/v1/identity/customers', elsewhere())).status);
    }
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
  });

  test('count a network of IPv6 as one address', async () => {
    const from = (address: string) => ask({ headers: { 'x-forwarded-for': address } });
    for (let host = 1; host <= 5; host += 1) {
      expect((await from(`2001:db8:7:1::${String(host)}`)).status).toBe(200);
    }
    expect((await from('2001:0db8:0007:0001:ffff::1')).status).toBe(429);
    expect((await from('2001:db8:7:2::1')).status).toBe(200);
    expect((await from('::ffff:203.0.113.250')).headers.get('ratelimit')).toContain(';r=4;');
    expect((await from('203.0.113.250')).headers.get('ratelimit')).toContain(';r=3;');
  });

  test('do not slow down machines of our own, which bring what must not be lost', async () => {
    const clients = world.app.get(ClientsService);
    const made = await clients.create({ name: 'Feed', scopes: ['payments:feed'] });
    const feed = world.anyone.withToken((await clients.token(made.clientId, made.clientSecret)).accessToken);
    for (let request = 1; request <= 8; request += 1) {
      const answer = await feed.post('/v1/payments/messages?topic=online', '{}\n', {
        headers: { 'content-type': 'application/x-ndjson' },
      });
      expect([answer.status, answer.headers.get('ratelimit')]).toEqual([202, null]);
    }
  });

  test.each([
    ['register', '/v1/identity/register', { username: 'x' }, 400],
    ['token', '/v1/identity/token', { username: 'nobody', password: 'guess' }, 401],
    ['refresh', '/v1/identity/token/refresh', { refreshToken: 'none' }, 401],
  ])('are strict for %s, each counted by itself', async (policy, path, body, status) => {
    const from = elsewhere();
    for (const remaining of [2, 1, 0]) {
      const answer = await world.anyone.post(path, body, from);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('ratelimit-policy')).toBe(`"${policy}";q=3;w=60`);
      expect(answer.headers.get('ratelimit')).toMatch(`"${policy}";r=${String(remaining)};t=`);
    }
    const refused = await world.anyone.post(path, body, from);
    expect(refused).toMatchObject({ status: 429, body: { code: 'request.rate-limited', policy } });
    expect(refused.headers.get('retry-after')).toBe(String(refused.body.retryAfter));
    expect((await world.anyone.post(path, body, elsewhere())).status).toBe(status);
    expect((await ask(from)).status).toBe(200);
  });

  test.each([
    ['with a letter encoded that need not be', () => '/%761/identity/token/refresh'],
    ['in full, as for a proxy', () => `${world.url}/v1/identity/token/refresh`],
  ])('hold however the address is written: %s', async (_, target) => {
    const body = JSON.stringify({ refreshToken: 'none' });
    const { headers } = elsewhere();
    const statuses = [];
    for (let asked = 1; asked <= 4; asked += 1) {
      statuses.push(
        await statusOf(world.url, target(), { ...headers, 'content-type': 'application/json' }, body),
      );
    }
    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  test('are strict for the tokens of machines, in the words of OAuth', async () => {
    const from = elsewhere();
    const options = { headers: { ...from.headers, 'content-type': 'application/x-www-form-urlencoded' } };
    const statuses = [];
    for (let request = 1; request <= 4; request += 1) {
      const answer = await world.anyone.post('/v1/oauth/token', 'grant_type=client_credentials', options);
      statuses.push(answer.status);
      if (request < 4) continue;
      expect(answer.body).toMatchObject({ error: 'temporarily_unavailable', code: 'request.rate-limited' });
      expect(answer.headers.get('retry-after')).toBe(String(answer.body.retryAfter));
    }
    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  test('are strict for claim codes, counted for whoever issues them', async () => {
    const clerk = await staff(world);
    const path = `/v1/identity/customers/${randomUUID()}/claim-code`;
    const statuses = [];
    for (let request = 1; request <= 4; request += 1) {
      statuses.push((await clerk.client.post(path, {}, elsewhere())).status);
    }
    expect(statuses).toEqual([404, 404, 404, 429]);
  });

  test('leave alone what is ready to be sent: the product list, and whether Plaza is well', async () => {
    const from = elsewhere();
    for (let request = 1; request <= 12; request += 1) {
      const { status } = await world.anyone.get('/v1/catalog/products', from);
      expect(status).toBe(200);
    }
    expect((await ask(from)).status).toBe(200);
    for (let request = 1; request <= 12; request += 1) {
      expect((await world.anyone.get('/health/live', from)).status).toBe(200);
    }
  });
});
