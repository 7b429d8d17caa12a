/** A partner sees its own programme and nobody else's: not by any route, not by any id, and not by any filter. */
import { randomUUID } from 'node:crypto';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Answer } from '#test/client';
import { EventReader } from '#test/event-reader';
import { World } from '#test/world';
import { staff, type Person } from '../catalog/shop';
import { machineToken } from '../http/callers';
import { filled, routesIn, type DescribedRoute } from '../http/all-routes';
import { expectOk, PartnerProgramme } from './programme';

/** What the routes for partners are sent: something that would do, if it were their own. */
const bodies: Record<string, (own: Owned) => unknown> = {
  'POST /v1/loyalty/members/{externalId}/accruals': () => said(),
  'POST /v1/loyalty/members/{externalId}/redemptions': () => said(),
  'POST /v1/loyalty/members/{externalId}/holds': () => said(),
  'POST /v1/loyalty/transfers': ({ externalId }) => ({ ...said(), from: externalId, to: `${externalId}-2` }),
  'POST /v1/loyalty/entries/{id}/reversal': () => ({ description: 'Mine' }),
  'POST /v1/loyalty/members': () => ({ externalId: randomUUID() }),
  'POST /v1/loyalty/webhooks': () => ({ url: 'https://partner.example/' }),
  'PATCH /v1/loyalty/webhooks/{id}': () => ({ url: 'https://thief.example/' }),
  'POST /v1/loyalty/webhooks/{id}/replay': () => ({ from: '1' }),
  'PUT /v1/loyalty/settings': () => ({ thresholds: { balanceAbove: 5, totalAbove: 50 } }),
  'POST /v1/loyalty/sandbox/clock': () => ({ advanceMs: 1 }),
  'POST /v1/loyalty/rules/dry-run': () => ({ lines: [{ amount: 1 }], rules: earning }),
};

const said = () => ({
  ...{ points: 1, description: 'Coffee', sourceId: randomUUID() },
  occurredAt: '2026-11-20T08:00:00Z',
});

const earning = { currency: 'EUR', amount: 100, points: 1 };

interface Owned {
  externalId: string;
  holdId: string;
  entryId: string;
  webhookId: string;
}

describe('The programme of a partner', () => {
  let world: World;
  let ours: PartnerProgramme;
  let theirs: PartnerProgramme;
  let our: Owned;
  let their: Owned;
  let clerk: Person;
  let routes: DescribedRoute[];

  beforeAll(async () => {
    world = await World.start();
    ours = await PartnerProgramme.open(world);
    theirs = await PartnerProgramme.open(world);
    clerk = await staff(world);
    their = await fill(theirs, 'theirs');
    our = await fill(ours, 'ours');
    await world.settle();
    const { body } = await world.anyone.get<OpenAPIObject>('/openapi.json');
    routes = routesIn(world, body).filter(({ access }) => access.for === 'partners');
  });

  afterAll(() => world.end());

  async function fill(programme: PartnerProgramme, externalId: string): Promise<Owned> {
    await programme.member(externalId);
    await programme.member(`${externalId}-2`);
    const { body: entry } = await expectOk(
      programme.accrue(externalId, 2_000, { expiresAt: new Date('2040-01-01T00:00:00Z') }),
    );
    const { body: hold } = await expectOk(programme.hold(externalId, 10));
    const { body: webhook } = await expectOk(
      programme.client.post('/v1/loyalty/webhooks', { url: `https://partner.invalid/${externalId}` }),
    );
    await expectOk(programme.accrue(`${externalId}-2`, 200_000));
    return { externalId, holdId: hold.id, entryId: entry.id, webhookId: webhook.id };
  }

  const valuesFor = (path: string, { externalId, holdId, entryId, webhookId }: Owned) => ({
    externalId,
    id: path.includes('/holds/') ? holdId : path.includes('/webhooks/') ? webhookId : entryId,
  });

  async function ask(
    { method, path, title }: DescribedRoute,
    owned: Owned,
    query: Record<string, string> = {},
    token = ours.token,
  ): Promise<Answer> {
    const body = method === 'GET' ? undefined : (bodies[title]?.(owned) ?? {});
    const address = filled(path, valuesFor(path, owned), randomUUID());
    return world.anyone.withToken(token).request(method, address, body, { query });
  }

  const isStream = ({ path }: DescribedRoute) => path.endsWith('/stream');

  it('has routes that are all tried here', () => {
    expect(routes.length).toBeGreaterThan(15);
    expect(Object.keys(bodies).filter((title) => !routes.some((route) => route.title === title))).toEqual([]);
  });

  it('has no member, hold or entry that another partner could find', async () => {
    const before = await stateOf(theirs);
    const withIds = routes.filter(({ path }) => path.includes('{') || path.endsWith('/transfers'));
    for (const route of withIds) {
      const answer = await ask(route, their);
      const [holdId, entryId, webhookId] = [randomUUID(), randomUUID(), randomUUID()];
      const nothing = { externalId: randomUUID(), holdId, entryId, webhookId };
      const unknown = await ask(route, nothing);
      expect([route.title, answer.status, answer.body.code]).toEqual([route.title, 404, unknown.body.code]);
    }
    expect(await stateOf(theirs)).toEqual(before);
  });

  it('cannot be meant by another partner, whatever route is asked', async () => {
    for (const route of routes) {
      const { status, body } = await ask(route, their, { partnerId: theirs.partnerId });
      expect([route.title, status, body.code]).toEqual([route.title, 403, 'loyalty.not-your-programme']);
    }
  });

  it('is changed by no machine of its own that may only read', async () => {
    const token = await machineToken(world, ['loyalty:read'], ours.partnerId);
    const mayRead = (route: DescribedRoute) =>
      'scope' in route.access && route.access.scope === 'loyalty:read';
    const others = routes.filter((route) => !mayRead(route));
    expect(others.filter(({ method }) => method !== 'GET').length).toBeGreaterThan(15);
    expect(
      routes
        .filter(mayRead)
        .filter(({ method }) => method !== 'GET')
        .map(({ title }) => title),
    ).toEqual(['POST /v1/loyalty/rules/dry-run']);
    const before = await stateOf(ours, our.externalId);
    for (const route of others) {
      const { status, body } = await ask(route, our, {}, token);
      expect([route.title, status, body.code]).toEqual([route.title, 403, 'identity.not-allowed']);
    }
    expect(await stateOf(ours, our.externalId)).toEqual(before);
    const allowed = await world.anyone.withToken(token).get('/v1/loyalty/members');
    expect(allowed.status).toBe(200);
  });

  it('is not in lists, feeds and streams of another, not even by a cursor from there', async () => {
    const { body: members } = await theirs.client.get('/v1/loyalty/members?limit=1');
    const lists = [
      '/v1/loyalty/members',
      '/v1/loyalty/members?q=their',
      `/v1/loyalty/members?after=${members.next}`,
      '/v1/loyalty/members?total=true',
      '/v1/loyalty/events',
      '/v1/loyalty/members/ours/entries',
      '/v1/loyalty/webhooks',
    ];
    for (const path of lists) {
      const { status, body } = await ours.client.get(path);
      expect([path, status, JSON.stringify(body).includes('theirs')]).toEqual([path, 200, false]);
    }
    expect((await ours.client.get('/v1/loyalty/members?total=true')).body.total).toBe(2);
    expect((await ours.client.get('/v1/loyalty/liability')).body.outstanding).toBe(202_000);
    const stream = await EventReader.open(`${world.url}/v1/loyalty/events/stream`, ours.token);
    const heard = await stream.heard(3);
    await theirs.accrue('theirs', 5_000);
    await theirs.redeem('theirs', 1);
    await ours.redeem('ours-2', 200_000);
    await stream.heard(4);
    expect(heard.map(({ data }) => (data['data'] as { externalId?: string }).externalId)).toEqual([
      'ours',
      undefined,
      'ours-2',
      'ours-2',
    ]);
    await stream.close();
  });

  it('comes out of no filter and no cursor of any list, whatever of it is given to them', async () => {
    const { externalId, holdId, entryId, webhookId } = their;
    const own = [externalId, `${externalId}-2`, holdId, entryId, webhookId];
    const cursors = await Promise.all(
      ['members', `members/${externalId}/entries`, `webhooks/${webhookId}/deliveries`, 'events'].map(
        async (list) => (await theirs.client.get(`/v1/loyalty/${list}?limit=1`)).body.next as string | null,
      ),
    );
    const values = [...own, ...cursors.flatMap((cursor) => cursor ?? []), '1', '2020-01-01T00:00:00Z'];
    const answered: string[] = [];
    for (const route of routes.filter((each) => each.method === 'GET' && !isStream(each))) {
      for (const name of filtersOf(route)) {
        for (const value of values) {
          const { status, body } = await ask(route, our, { [name]: value });
          if (status === 200) answered.push(`${route.path} ${name}`);
          const told = own.filter((each) => JSON.stringify(body).includes(each));
          expect([route.title, name, value, told]).toEqual([route.title, name, value, []]);
        }
      }
    }
    expect(new Set(answered).size).toBeGreaterThan(10);
  });

  const filtersOf = ({ operation }: DescribedRoute): string[] =>
    (operation.parameters ?? []).flatMap((parameter) =>
      'name' in parameter && parameter.in === 'query' && parameter.name !== 'partnerId'
        ? [parameter.name]
        : [],
    );

  it('has names and ids of its own: what another calls the same is another thing', async () => {
    await ours.member('theirs');
    const sourceId = randomUUID();
    expect(await ours.accrue('theirs', 1, { sourceId })).toMatchObject({ status: 201, body: { balance: 1 } });
    expect(await theirs.accrue('theirs', 2, { sourceId })).toMatchObject({ status: 201 });
    expect((await ours.client.get('/v1/loyalty/members/theirs')).body.balance).toBe(1);
  });

  it('is seen by staff who say whose it is', async () => {
    const { token } = await clerk.signIn();
    for (const route of routes.filter((each) => !isStream(each) && each.method === 'GET')) {
      const told = await ask(route, their, { partnerId: theirs.partnerId }, token);
      expect([route.title, told.status]).toEqual([route.title, 200]);
    }
    for (const route of routes) {
      const { status, body } = await ask(route, their, {}, token);
      expect([route.title, status, body.errors?.[0].pointer]).toEqual([route.title, 400, '/partnerId']);
    }
    const nobody = await clerk.client.get(`/v1/loyalty/members?partnerId=${randomUUID()}`);
    expect(nobody).toMatchObject({ status: 404, body: { code: 'identity.partner-unknown' } });
  });

  const stateOf = async (programme: PartnerProgramme, externalId = 'theirs') => [
    await programme.client.get('/v1/loyalty/members').then(({ body }) => body),
    await programme.client.get('/v1/loyalty/settings').then(({ body }) => body),
    await programme.client.get('/v1/loyalty/webhooks').then(({ body }) => body),
    await programme.categories(externalId),
  ];
});
