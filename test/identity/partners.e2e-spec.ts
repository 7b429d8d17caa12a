/** Partners as admins set them up, and what that means for the machines that come in their name. */
import { randomUUID } from 'node:crypto';
import {
  ClientsService,
  PartnersService,
  type ClientView,
  type CreatedClient,
  type PartnerView,
  type RotatedSecret,
} from '@plaza/identity';
import { Loops } from '@plaza/platform';
import type { Client } from '#test/client';
import { World } from '#test/world';
import { demoPartner } from '../../apps/cli/src/demo/people';
import { signedIn, signedInStaff } from './people';

const partnersPath = '/v1/identity/partners';

describe('Partners', () => {
  let world: World;
  let admin: Client;

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    admin = (await signedInStaff(world, 'admin')).client;
  });
  afterAll(() => world.end());

  const created = async (name = `Partner ${randomUUID()}`) =>
    (await admin.post<PartnerView>(partnersPath, { name })).body;
  const clientOf = async (partner: PartnerView, scopes: string[] = ['loyalty:read', 'loyalty:write']) =>
    (await admin.post<CreatedClient>(`${partnersPath}/${partner.id}/clients`, { name: 'Till', scopes })).body;
  const ask = (clientId: string, secret: string, on = world) => {
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret };
    return on.anyone.request<{ access_token: string; scope: string; error?: string }>(
      'POST',
      '/v1/oauth/token',
      String(new URLSearchParams(form)),
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    );
  };
  const machineOf = async ({ clientId, clientSecret }: CreatedClient, on = world) =>
    on.anyone.withToken((await ask(clientId, clientSecret, on)).body.access_token);
  /** Whether a token is taken for one: a partner may not see partners, but is known. */
  const isKnown = async (machine: Client) => {
    const { status, body } = await machine.get(partnersPath);
    expect([
      [403, 'identity.not-allowed'],
      [401, 'identity.token-invalid'],
    ]).toContainEqual([status, body.code]);
    return status === 403;
  };

  test('are created, read, renamed and listed page by page, the oldest first', async () => {
    const first = await created('Harbour Coffee');
    expect(first).toEqual({
      id: expect.any(String) as unknown,
      name: 'Harbour Coffee',
      createdAt: expect.any(String) as unknown,
      disabledAt: null,
    });
    const others = [await created(), await created()];
    const { body: renamed } = await admin.patch(`${partnersPath}/${first.id}`, { name: ' Harbour Tea ' });
    expect(renamed).toEqual({ ...first, name: 'Harbour Tea' });
    expect((await admin.get(`${partnersPath}/${first.id}`)).body).toEqual(renamed);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const query: Record<string, string | number> = { limit: 1, ...(after !== null && { after }) };
      const { body } = await admin.get<{ items: PartnerView[]; next: string | null }>(partnersPath, {
        query,
      });
      seen.push(...body.items.map(({ id }) => id));
      after = body.next;
    } while (after !== null);
    expect(seen).toEqual([first.id, ...others.map(({ id }) => id)]);
  });

  test('have names that no other partner has, in any case of letters', async () => {
    await created('Corner Books');
    const taken = { status: 409, body: { code: 'identity.partner-name-taken' } };
    expect(await admin.post(partnersPath, { name: 'CORNER books' })).toMatchObject(taken);
    const other = await created();
    expect(await admin.patch(`${partnersPath}/${other.id}`, { name: 'corner Books' })).toMatchObject(taken);
  });

  test.each([
    ['no name', () => admin.post(partnersPath, {}), '/name'],
    ['a blank name', () => admin.post(partnersPath, { name: ' ' }), '/name'],
    ['a cursor of another list', () => admin.get(partnersPath, { query: { after: 'bm90' } }), '/after'],
  ])('are refused with %s', async (_, asking, pointer) => {
    const { status, body } = await asking();
    expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
  });

  test('are seen and changed by admins only', async () => {
    const partner = await created();
    const { clientId } = await clientOf(partner);
    const [customer, staff] = [await signedIn(world), await signedInStaff(world)];
    const path = `${partnersPath}/${partner.id}`;
    for (const { client } of [customer, staff]) {
      const answers = [
        await client.get(partnersPath),
        await client.get(path),
        await client.post(partnersPath, { name: 'Mine' }),
        await client.patch(path, { name: 'Mine' }),
        await client.post(`${path}/disable`),
        await client.get(`${path}/clients`),
        await client.post(`${path}/clients/${clientId}/rotate-secret`),
        await client.delete(`${path}/clients/${clientId}`),
      ];
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
    }
  });

  test('that are not there are not found, nor is a client of another partner', async () => {
    const unknown = `${partnersPath}/${randomUUID()}`;
    const gone = { status: 404, body: { code: 'identity.partner-unknown' } };
    expect(await admin.get(unknown)).toMatchObject(gone);
    expect(await admin.patch(unknown, { name: 'New' })).toMatchObject(gone);
    expect(await admin.post(`${unknown}/disable`)).toMatchObject(gone);
    expect(await admin.get(`${unknown}/clients`)).toMatchObject(gone);
    expect(await admin.post(`${unknown}/clients`, { name: 'Till', scopes: ['loyalty:read'] })).toMatchObject(
      gone,
    );
    const { clientId } = await clientOf(await created());
    const foreign = `${partnersPath}/${(await created()).id}/clients/${clientId}`;
    const unknownClient = { status: 404, body: { code: 'identity.client-unknown' } };
    expect(await admin.post(`${foreign}/rotate-secret`)).toMatchObject(unknownClient);
    expect(await admin.delete(foreign)).toMatchObject(unknownClient);
    expect(await admin.delete(`${unknown}/clients/${encodeURIComponent('no\0body')}`)).toMatchObject(
      unknownClient,
    );
  });

  describe('have clients', () => {
    test('whose secret is told once, and whose token speaks for the partner with its scopes', async () => {
      const partner = await created();
      const client = await clientOf(partner);
      expect(client).toEqual({
        clientId: expect.any(String) as unknown,
        clientSecret: expect.stringMatching(/^[\w-]{43}$/) as unknown,
        scopes: ['loyalty:read', 'loyalty:write'],
      });
      const { status, body } = await ask(client.clientId, client.clientSecret);
      expect([status, body.scope]).toEqual([200, 'loyalty:read loyalty:write']);
      const claims = JSON.parse(Buffer.from(body.access_token.split('.')[1] ?? '', 'base64url').toString());
      expect(claims).toMatchObject({ sub: client.clientId, partner: partner.id });
      const { body: listed } = await admin.get<{ items: ClientView[] }>(
        `${partnersPath}/${partner.id}/clients`,
      );
      expect(listed.items).toEqual([
        {
          clientId: client.clientId,
          name: 'Till',
          scopes: client.scopes,
          createdAt: expect.any(String) as unknown,
          disabledAt: null,
          previousSecretExpiresAt: null,
        },
      ]);
      const rows = await world.rows('SELECT * FROM identity.clients');
      expect(JSON.stringify(rows)).not.toContain(client.clientSecret);
    });

    test.each([
      ['a scope that is none of theirs', ['payments:feed']],
      ['no scope', []],
    ])('but not with %s', async (_, scopes) => {
      const path = `${partnersPath}/${(await created()).id}/clients`;
      const { status, body } = await admin.post(path, { name: 'Till', scopes });
      expect([status, body.errors[0].pointer]).toEqual([400, '/scopes']);
    });

    test('that are listed page by page', async () => {
      const partner = await created();
      const made = [await clientOf(partner), await clientOf(partner), await clientOf(partner)];
      const path = `${partnersPath}/${partner.id}/clients`;
      const { body: first } = await admin.get(path, { query: { limit: 2 } });
      const { body: second } = await admin.get(path, { query: { limit: 2, after: first.next } });
      const ids = [...first.items, ...second.items].map(({ clientId }: ClientView) => clientId);
      expect(ids).toEqual(made.map(({ clientId }) => clientId).sort());
      expect([first.items.length, second.next]).toEqual([2, null]);
    });

    test('that are disabled get no token, and the tokens they have are void', async () => {
      const partner = await created();
      const [one, other] = [await clientOf(partner), await clientOf(partner)];
      const [machine, otherMachine] = [await machineOf(one), await machineOf(other)];
      const path = `${partnersPath}/${partner.id}/clients/${one.clientId}`;
      expect((await admin.delete(path)).status).toBe(204);
      expect((await admin.delete(path)).status).toBe(204);
      expect(await isKnown(machine)).toBe(false);
      expect(await isKnown(otherMachine)).toBe(true);
      expect((await ask(one.clientId, one.clientSecret)).status).toBe(401);
      expect(await admin.post(`${path}/rotate-secret`)).toMatchObject({
        status: 409,
        body: { code: 'identity.client-disabled' },
      });
    });
  });

  test('whose credentials were agreed beforehand may be set up again and again', async () => {
    const { partnerId: id, ...agreed } = demoPartner;
    for (let round = 1; round <= 2; round += 1) {
      await world.app.get(PartnersService).ensure({ id, name: agreed.name });
      await world.app.get(ClientsService).ensure({ ...agreed, scopes: [...agreed.scopes], partnerId: id });
    }
    const { status, body } = await ask(agreed.clientId, agreed.secret);
    expect([status, body.scope]).toEqual([200, 'loyalty:read loyalty:write loyalty:settings']);
  });

  describe('rotate a secret', () => {
    const rotate = async (partner: PartnerView, { clientId }: CreatedClient, body?: object) => {
      const path = `${partnersPath}/${partner.id}/clients/${clientId}/rotate-secret`;
      const answer = await admin.request<RotatedSecret>('POST', path, body);
      expect(answer).toMatchObject({ status: 200, body: { clientId } });
      expect(answer.headers.get('cache-control')).toBe('no-store');
      return answer.body;
    };
    const statusOf = async (clientId: string, secret: string) => (await ask(clientId, secret)).status;

    test('with a day in which both are good', async () => {
      const partner = await created();
      const client = await clientOf(partner);
      const { clientSecret, previousSecret } = await rotate(partner, client);
      const leftMs = new Date(previousSecret.expiresAt).getTime() - world.clock.now().getTime();
      expect(leftMs / 60_000).toBeCloseTo(1_440, 0);
      const listed = await admin.get(`${partnersPath}/${partner.id}/clients`);
      expect(listed.body.items[0].previousSecretExpiresAt).toBe(previousSecret.expiresAt);
      expect(await statusOf(client.clientId, client.clientSecret)).toBe(200);
      expect(await statusOf(client.clientId, clientSecret)).toBe(200);
    });

    test('after which the earlier one ends, to the minute that was told', async () => {
      const partner = await created();
      const client = await clientOf(partner);
      const { clientSecret } = await rotate(partner, client, { overlapMinutes: 5 });
      world.clock.forwardMinutes(4);
      expect(await statusOf(client.clientId, client.clientSecret)).toBe(200);
      world.clock.forwardMinutes(1);
      expect(await statusOf(client.clientId, client.clientSecret)).toBe(401);
      expect(await statusOf(client.clientId, clientSecret)).toBe(200);
    });

    test('at once where no overlap is wanted', async () => {
      const partner = await created();
      const client = await clientOf(partner);
      const { clientSecret } = await rotate(partner, client, { overlapMinutes: 0 });
      expect(await statusOf(client.clientId, client.clientSecret)).toBe(401);
      expect(await statusOf(client.clientId, clientSecret)).toBe(200);
    });

    test('and again: never are more than two good', async () => {
      const partner = await created();
      const client = await clientOf(partner);
      const second = await rotate(partner, client);
      const third = await rotate(partner, client);
      const secrets = [client.clientSecret, second.clientSecret, third.clientSecret];
      const statuses = [];
      for (const secret of secrets) statuses.push(await statusOf(client.clientId, secret));
      expect(statuses).toEqual([401, 200, 200]);
    });

    test.each([-1, 10_081, 1.5, null, '5'])('but not with an overlap of %j', async (overlapMinutes) => {
      const partner = await created();
      const { clientId } = await clientOf(partner);
      const path = `${partnersPath}/${partner.id}/clients/${clientId}/rotate-secret`;
      const { status, body } = await admin.post(path, { overlapMinutes });
      expect([status, body.errors[0].pointer]).toEqual([400, '/overlapMinutes']);
    });
  });

  describe('that are disabled', () => {
    test('have no client that comes in, in any process; when enabled again, only with new tokens', async () => {
      const other = await World.start({ database: world.database, clock: world.clock, processes: ['api'] });
      try {
        const [partner, neighbour] = [await created(), await created()];
        const client = await clientOf(partner);
        const machine = await machineOf(client);
        const machineThere = await machineOf(client, other);
        const unconcerned = await machineOf(await clientOf(neighbour));
        const path = `${partnersPath}/${partner.id}`;

        const { body: disabled } = await admin.post<PartnerView>(`${path}/disable`);
        expect(disabled.disabledAt).not.toBeNull();
        expect(await isKnown(machine)).toBe(false);
        expect((await ask(client.clientId, client.clientSecret)).status).toBe(401);
        await other.app.get(Loops).runOut();
        expect(await isKnown(machineThere)).toBe(false);
        expect((await ask(client.clientId, client.clientSecret, other)).status).toBe(401);
        expect(await isKnown(unconcerned)).toBe(true);
        expect((await admin.post(`${path}/disable`)).body).toEqual(disabled);

        expect((await admin.post(`${path}/enable`)).body).toEqual({ ...disabled, disabledAt: null });
        await other.app.get(Loops).runOut();
        expect(await isKnown(machine)).toBe(false);
        expect(await isKnown(machineThere)).toBe(false);
        expect(await isKnown(await machineOf(client))).toBe(true);
        expect(await isKnown(await machineOf(client, other))).toBe(true);
        expect(await isKnown(unconcerned)).toBe(true);
      } finally {
        await other.stop();
      }
    });

    test('stay so for a process that starts later', async () => {
      const partner = await created();
      const client = await clientOf(partner);
      const { body } = await ask(client.clientId, client.clientSecret);
      await admin.post(`${partnersPath}/${partner.id}/disable`);
      const later = await World.start({ database: world.database, clock: world.clock, processes: ['api'] });
      try {
        expect(await isKnown(later.anyone.withToken(body.access_token))).toBe(false);
      } finally {
        await later.stop();
      }
    });
  });
});
