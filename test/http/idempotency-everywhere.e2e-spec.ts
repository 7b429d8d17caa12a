/**
 * That an `Idempotency-Key` works on every unsafe request: on each route of the running application, so that a new one cannot be
 * forgotten; and where answers hold secrets, credentials are exchanged or orders are made, what it does.
 */
import { randomUUID } from 'node:crypto';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ClientsService } from '@plaza/identity';
import { Idempotency } from '@plaza/platform';
import type { Answer, Client } from '#test/client';
import { World } from '#test/world';
import { product } from '../catalog/shop';
import { partnersPath, PartnerDesk } from '../identity/partner-desk';
import {
  counterCustomer,
  password,
  signedIn,
  signedInStaff,
  signIn,
  type SignedIn,
} from '../identity/people';
import { hooksPath } from '../loyalty/webhooks';
import { PartnerProgramme } from '../loyalty/programme';
import { filled, routesIn, scopesOf, unlimited, type DescribedRoute } from './all-routes';
import { ownerOf, tokensOfAll, whoGetsIn, type Tokens } from './callers';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);
const keyed = (key: string = randomUUID()) => ({ headers: { 'idempotency-key': key } });
const told = ({ status, body }: Answer) => ({ status, body });

describe('An Idempotency-Key', () => {
  let world: World;
  let tokens: Tokens;
  let document: OpenAPIObject;
  let routes: DescribedRoute[];

  beforeAll(async () => {
    world = await World.start({ variables: unlimited, processes: ['api'] });
    document = (await world.anyone.get<OpenAPIObject>('/openapi.json')).body;
    routes = routesIn(world, document);
    tokens = await tokensOfAll(world, scopesOf(routes));
  });

  afterAll(async () => {
    await world.end();
  });

  const count = async (table: string, where: string, value: string) =>
    (await world.rows(`SELECT FROM ${table} WHERE ${where} = $1`, [value])).length;

  /** Sends the same twice under one key, then something else under it. */
  async function twice<Body>(
    send: (body: object, options: ReturnType<typeof keyed>) => Promise<Answer<Body>>,
    body: object,
    other: object,
  ): Promise<Answer<Body>> {
    const key = keyed();
    const first = await send(body, key);
    const again = await send(body, key);
    expect(first.status).toBeLessThan(300);
    expect(told(again)).toEqual(told(first));
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(await send(other, key)).toMatchObject({
      status: 422,
      body: { code: 'request.idempotency-key-reused' },
    });
    return first;
  }

  /** Neither in clear nor by chance in what is sealed. */
  async function expectSealed(secret: string): Promise<void> {
    const rows = await world.rows(
      `SELECT scope FROM platform.idempotency_keys
       WHERE position($1 IN body::text) > 0 OR position($2 IN sealed_body) > 0`,
      [secret, Buffer.from(secret)],
    );
    expect(secret.length).toBeGreaterThan(8);
    expect(rows).toEqual([]);
  }

  const posting =
    (client: Client, path: string) =>
    (body: object, options: ReturnType<typeof keyed>): Promise<Answer> =>
      client.post(path, body, options);

  describe('of any unsafe route', () => {
    it('gets the answer that is remembered, and no other content under it', async () => {
      const unsafe = routes.filter(({ method }) => !safe.has(method));
      const faults: string[] = [];
      for (const route of unsafe) {
        const key = randomUUID();
        const path = filled(route.path, {}, randomUUID());
        const token = tokens[whoGetsIn(route.access)];
        const operation = `${route.method} ${path}`;
        await world.app
          .get(Idempotency)
          .afterwards({ owner: ownerOf(token), key, operation, content: { the: 'same' } }, () =>
            Promise.resolve({ status: 200, body: { remembered: route.title } }),
          );
        const same = await ask(route, path, { token, key, body: { the: 'same' } });
        const other = await ask(route, path, { token, key, body: { the: 'other' } });
        if (same !== `200 {"remembered":"${route.title}"}`) faults.push(`${route.title}: ${same}`);
        if (!/^4(?:22|00).*was used before/.test(other)) faults.push(`${route.title}: ${other}`);
      }
      expect(unsafe.length).toBeGreaterThan(60);
      expect(faults).toEqual([]);
    }, 120_000);
  });

  describe('where an answer holds a secret', () => {
    let staff: Client;
    let desk: PartnerDesk;

    beforeAll(async () => {
      staff = (await signedInStaff(world)).client;
      desk = await PartnerDesk.open(world);
    });

    it('issues a claim code once, which is still good', async () => {
      const { id, documentNumber } = await counterCustomer(staff);
      const { body } = await twice(posting(staff, `/v1/identity/customers/${id}/claim-code`), {}, { a: 1 });
      await expectSealed(body.code);
      const username = `claims-${randomUUID().slice(0, 8)}`;
      const login = { username, email: `${username}@example.com`, password };
      const claim = { ...login, documentNumber, claimCode: body.code };
      expect((await world.anyone.post('/v1/identity/register', claim)).body.id).toBe(id);
    });

    it('creates a client and gives it a new secret once; both are the secrets that it has', async () => {
      const partner = await desk.created();
      const path = `${partnersPath}/${partner.id}/clients`;
      const till = { name: 'Till', scopes: ['loyalty:read'] };
      const { body: client } = await twice(posting(desk.admin, path), till, { ...till, name: 'Other' });
      expect(await count('identity.clients', 'partner_id', partner.id)).toBe(1);
      const rotate = posting(desk.admin, `${path}/${client.clientId}/rotate-secret`);
      const { body: rotated } = await twice(rotate, { overlapMinutes: 5 }, { overlapMinutes: 6 });
      for (const secret of [client.clientSecret, rotated.clientSecret]) {
        await expectSealed(secret);
        expect((await desk.ask(client.clientId, secret)).status).toBe(200);
      }
    });

    it('adds a webhook and gives it a new secret once', async () => {
      const { client } = await PartnerProgramme.open(world);
      const wish = { url: 'https://partner.example/hooks' };
      const { body } = await twice(posting(client, hooksPath), wish, { url: 'https://partner.example/2' });
      expect((await client.get(hooksPath)).body.items).toHaveLength(1);
      const rotate = posting(client, `${hooksPath}/${String(body.id)}/rotate-secret`);
      const { body: rotated } = await twice(rotate, { overlapMinutes: 5 }, { overlapMinutes: 6 });
      for (const { secret } of [body, rotated]) await expectSealed(secret);
    });

    it('is declared by every route that has one', () => {
      const undeclared = routes.filter(
        ({ route, operation }) => !route.tellsSecrets && namesSecret(operation),
      );
      expect(undeclared.map(({ title }) => title)).toEqual([]);
    });

    /** True when an answer to it has a member whose name ends with secret or token. */
    function namesSecret({ responses }: DescribedRoute['operation']): boolean {
      const schemas = JSON.stringify(responses).matchAll(/#\/components\/schemas\/(\w+)/g);
      const named = [...schemas].map(([, name = '']) => document.components?.schemas?.[name]);
      return /"\w*(?:secret|token)":\{/i.test(JSON.stringify([responses, ...named]));
    }
  });

  describe('where credentials are exchanged', () => {
    let person: SignedIn;
    const sessions = () => count('identity.sessions', 'user_id', person.profile.id);
    const path = '/v1/identity/token';

    beforeEach(async () => {
      person = await signedIn(world);
    });

    it('begins one session for a sign-in of which the answer was lost, and another one later', async () => {
      const credentials = { username: person.profile.username, password };
      const key = keyed();
      const first = await world.anyone.post(path, credentials, key);
      expect(told(await world.anyone.post(path, credentials, key))).toEqual(told(first));
      await expectSealed(first.body.refreshToken);
      expect(await sessions()).toBe(2);
      world.clock.forwardSeconds(11);
      expect((await world.anyone.post(path, credentials, key)).body).not.toEqual(first.body);
      expect(await sessions()).toBe(3);
    });

    it('carries a session on once, and makes no spent token good for longer', async () => {
      const { refreshToken } = person.tokens;
      const refresh = posting(world.anyone, `${path}/refresh`);
      const key = keyed();
      const first = await refresh({ refreshToken }, key);
      expect(told(await refresh({ refreshToken }, key))).toEqual(told(first));
      world.clock.forwardSeconds(11);
      expect((await refresh({ refreshToken }, key)).status).toBe(401);
      expect((await refresh(first.body, keyed())).status).not.toBe(200);
    });

    it('is nothing without the credentials of the machine, wherever they stand', async () => {
      const credentials = { clientId: randomUUID(), secret: randomUUID() };
      const ask = (secret: string, key: ReturnType<typeof keyed>) =>
        world.anyone.request('POST', '/v1/oauth/token', 'grant_type=client_credentials', {
          headers: {
            ...key.headers,
            'content-type': 'application/x-www-form-urlencoded',
            authorization: `Basic ${Buffer.from(`${credentials.clientId}:${secret}`).toString('base64')}`,
          },
        });
      await world.app.get(ClientsService).ensure({ ...credentials, name: 'Till', scopes: ['some:thing'] });
      const key = keyed();
      const first = await ask(credentials.secret, key);
      expect(first.status).toBe(200);
      expect(told(await ask(credentials.secret, key))).toEqual(told(first));
      expect((await ask(randomUUID(), key)).status).toBe(400);
    });

    it('changes a password once, and the wrong one is not the current one that was changed', async () => {
      const other = await signIn(world, person.profile.username);
      const change = { currentPassword: password, newPassword: 'quite another battery' };
      const send = posting(person.client, '/v1/identity/me/password');
      await twice(send, change, { ...change, newPassword: 'and a third battery' });
      expect((await other.client.get('/v1/identity/me')).status).toBe(401);
      expect((await person.client.get('/v1/identity/me')).status).toBe(200);
    });

    it('ends a session once: whoever lost the answer gets it again, and gets in nowhere else', async () => {
      const send = posting(person.client, '/v1/identity/logout');
      await twice(send, {}, { a: 1 });
      expect((await person.client.post('/v1/identity/logout')).status).toBe(204);
      expect((await person.client.get('/v1/identity/me')).status).toBe(401);
      expect(await sessions()).toBe(1);
    });
  });

  describe('where an order is made without an id', () => {
    it('makes one, however often and however much at once it is sent', async () => {
      const { client, profile } = await signedIn(world);
      const productId = await product(world);
      const wish = (quantity: number) => ({ items: [{ productId, quantity }] });
      const { body } = await twice(posting(client, '/v1/orders'), wish(1), wish(2));
      const key = keyed();
      const rush = await Promise.all(
        Array.from({ length: 5 }, () => client.post('/v1/orders', wish(1), key)),
      );
      expect(new Set(rush.map((answer) => answer.body.id)).size).toBe(1);
      expect(rush[0]?.body.id).not.toBe(body.id);
      expect(await count('orders.orders', 'customer_id', profile.id)).toBe(2);
    });

    it('sells once at the counter', async () => {
      const { client } = await signedInStaff(world);
      const [branch] = await world.rows<{ id: string }>('SELECT id FROM catalog.branches');
      const branchId = branch?.id ?? '';
      const productId = await product(world, { branchId, onHand: 5 });
      const sale = (quantity: number) => ({ branchId, items: [{ productId, quantity }] });
      await twice(posting(client, '/v1/orders/sales'), sale(1), sale(2));
      expect(await count('orders.order_lines', 'product_id', productId)).toBe(1);
    });

    it('changes a cart once', async () => {
      const { client } = await signedIn(world);
      const { body: cart } = await client.post('/v1/orders/carts', {});
      const item = `/v1/orders/carts/${String(cart.id)}/items/${await product(world)}`;
      await twice((body, options) => client.put(item, body, options), { quantity: 2 }, { quantity: 3 });
    });
  });

  interface Sent {
    token: string | undefined;
    key: string;
    body: object;
  }

  /** What is remembered here is not what the route answers, so it is not held against its description. */
  async function ask({ method, operation }: DescribedRoute, path: string, sent: Sent): Promise<string> {
    const body = operation.requestBody;
    const type = body && 'content' in body ? Object.keys(body.content)[0] : undefined;
    const isForm = type === 'application/x-www-form-urlencoded';
    const response = await fetch(new URL(path, world.url), {
      method,
      headers: {
        'idempotency-key': sent.key,
        'content-type': isForm ? type : 'application/json',
        ...(sent.token !== undefined && { authorization: `Bearer ${sent.token}` }),
      },
      body: isForm ? String(new URLSearchParams({ ...sent.body })) : JSON.stringify(sent.body),
    });
    return `${String(response.status)} ${await response.text()}`;
  }
});
