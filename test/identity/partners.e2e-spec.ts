/** Partners as admins set them up, and what that means for the machines that come in their name. */
import { randomUUID } from 'node:crypto';
import { ClientsService, PartnersService, type ClientView, type PartnerView } from '@plaza/identity';
import { Loops } from '@plaza/platform';
import type { Client } from '#test/client';
import { World } from '#test/world';
import { demoPartner } from '../../apps/cli/src/demo/people';
import { signedIn, signedInStaff } from './people';
import { PartnerDesk, partnersPath } from './partner-desk';

describe('Partners', () => {
  let world: World;
  let admin: Client;
  let desk: PartnerDesk;

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    desk = await PartnerDesk.open(world);
    admin = desk.admin;
  });
  afterAll(() => world.end());

  test('are created, read, renamed and listed page by page, the oldest first', async () => {
    const first = await desk.created('Harbour Coffee');
    expect(first).toEqual({
      id: expect.any(String) as unknown,
      name: 'Harbour Coffee',
      createdAt: expect.any(String) as unknown,
      disabledAt: null,
    });
    const others = [await desk.created(), await desk.created()];
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
    await desk.created('Corner Books');
    const taken = { status: 409, body: { code: 'identity.partner-name-taken' } };
    expect(await admin.post(partnersPath, { name: 'CORNER books' })).toMatchObject(taken);
    const other = await desk.created();
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
    const partner = await desk.created();
    const { clientId } = await desk.clientOf(partner);
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
    const { clientId } = await desk.clientOf(await desk.created());
    const foreign = `${partnersPath}/${(await desk.created()).id}/clients/${clientId}`;
    const unknownClient = { status: 404, body: { code: 'identity.client-unknown' } };
    expect(await admin.post(`${foreign}/rotate-secret`)).toMatchObject(unknownClient);
    expect(await admin.delete(foreign)).toMatchObject(unknownClient);
  });

  describe('have clients', () => {
    test('whose secret is told once, and whose token speaks for the partner with its scopes', async () => {
      const partner = await desk.created();
      const client = await desk.clientOf(partner);
      expect(client).toEqual({
        clientId: expect.any(String) as unknown,
        clientSecret: expect.stringMatching(/^[\w-]{43}$/) as unknown,
        scopes: ['loyalty:read', 'loyalty:write'],
      });
      const { status, body } = await desk.ask(client.clientId, client.clientSecret);
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
          mode: 'live',
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
      const path = `${partnersPath}/${(await desk.created()).id}/clients`;
      const { status, body } = await admin.post(path, { name: 'Till', scopes });
      expect([status, body.errors[0].pointer]).toEqual([400, '/scopes']);
    });

    test('that are listed page by page', async () => {
      const partner = await desk.created();
      const made = [await desk.clientOf(partner), await desk.clientOf(partner), await desk.clientOf(partner)];
      const path = `${partnersPath}/${partner.id}/clients`;
      const { body: first } = await admin.get(path, { query: { limit: 2 } });
      const { body: second } = await admin.get(path, { query: { limit: 2, after: first.next } });
      const ids = [...first.items, ...second.items].map(({ clientId }: ClientView) => clientId);
      expect(ids).toEqual(made.map(({ clientId }) => clientId).sort());
      expect([first.items.length, second.next]).toEqual([2, null]);
    });

    test('that are disabled get no token, and the tokens they have are void', async () => {
      const partner = await desk.created();
      const [one, other] = [await desk.clientOf(partner), await desk.clientOf(partner)];
      const [machine, otherMachine] = [await desk.machineOf(one), await desk.machineOf(other)];
      const path = `${partnersPath}/${partner.id}/clients/${one.clientId}`;
      expect((await admin.delete(path)).status).toBe(204);
      expect((await admin.delete(path)).status).toBe(204);
      expect(await desk.isKnown(machine)).toBe(false);
      expect(await desk.isKnown(otherMachine)).toBe(true);
      expect((await desk.ask(one.clientId, one.clientSecret)).status).toBe(401);
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
    const { status, body } = await desk.ask(agreed.clientId, agreed.secret);
    expect([status, body.scope]).toEqual([200, agreed.scopes.join(' ')]);
  });

  describe('that are disabled', () => {
    test('have no client that comes in, in any process; when enabled again, only with new tokens', async () => {
      const other = await World.start({ database: world.database, clock: world.clock, processes: ['api'] });
      try {
        const [partner, neighbour] = [await desk.created(), await desk.created()];
        const client = await desk.clientOf(partner);
        const machine = await desk.machineOf(client);
        const machineThere = await desk.machineOf(client, other);
        const unconcerned = await desk.machineOf(await desk.clientOf(neighbour));
        const path = `${partnersPath}/${partner.id}`;

        const { body: disabled } = await admin.post<PartnerView>(`${path}/disable`);
        expect(disabled.disabledAt).not.toBeNull();
        expect(await desk.isKnown(machine)).toBe(false);
        expect((await desk.ask(client.clientId, client.clientSecret)).status).toBe(401);
        await other.app.get(Loops).runOut();
        expect(await desk.isKnown(machineThere)).toBe(false);
        expect((await desk.ask(client.clientId, client.clientSecret, other)).status).toBe(401);
        expect(await desk.isKnown(unconcerned)).toBe(true);
        expect((await admin.post(`${path}/disable`)).body).toEqual(disabled);

        expect((await admin.post(`${path}/enable`)).body).toEqual({ ...disabled, disabledAt: null });
        await other.app.get(Loops).runOut();
        expect(await desk.isKnown(machine)).toBe(false);
        expect(await desk.isKnown(machineThere)).toBe(false);
        expect(await desk.isKnown(await desk.machineOf(client))).toBe(true);
        expect(await desk.isKnown(await desk.machineOf(client, other))).toBe(true);
        expect(await desk.isKnown(unconcerned)).toBe(true);
      } finally {
        await other.stop();
      }
    });

    test('stay so for a process that starts later', async () => {
      const partner = await desk.created();
      const client = await desk.clientOf(partner);
      const { body } = await desk.ask(client.clientId, client.clientSecret);
      await admin.post(`${partnersPath}/${partner.id}/disable`);
      const later = await World.start({ database: world.database, clock: world.clock, processes: ['api'] });
      try {
        expect(await desk.isKnown(later.anyone.withToken(body.access_token))).toBe(false);
      } finally {
        await later.stop();
      }
    });
  });
});
