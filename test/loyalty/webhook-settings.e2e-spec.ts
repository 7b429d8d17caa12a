/** What a partner decides about its webhooks: their secrets, what is delivered again, and when there is to be quiet. */
import { randomBytes } from 'node:crypto';
import { SecretResealing } from '@plaza/loyalty';
import { Sealing, type Sealed } from '@plaza/platform';
import type { Answer } from '#test/client';
import { eventually } from '#test/eventually';
import { testKeys } from '#test/keys';
import { World } from '#test/world';
import { expectOk, PartnerProgramme, rowsOfEveryPartner } from './programme';
import { Receiver } from './receiver';
import { Hooks, hooksPath as path, hour, isSignedWith, minute } from './webhooks';

/** So long a call lasts that is not answered, unless the line is cut. */
const hangingMs = 60_000;
const patienceMs = 45_000;

describe('A webhook', () => {
  let world: World;
  let programme: PartnerProgramme;
  let receiver: Receiver;
  let hooks: Hooks;

  beforeAll(async () => {
    const variables = { WEBHOOK_PRIVATE_ADDRESSES: '1', WEBHOOK_TIMEOUT_MS: String(hangingMs) };
    world = await World.start({ variables });
  });

  beforeEach(async () => {
    programme = await PartnerProgramme.open(world);
    receiver = await Receiver.open();
    hooks = new Hooks(world, programme, receiver.url, await programme.member('ada'));
  });

  afterEach(() => receiver.close());
  afterAll(() => world.end());

  it('has two secrets that are good while one is rotated, and one after that', async () => {
    const { id, secret } = await hooks.add({ eventTypes: ['member.balance_above'] });
    const { body: rotated } = await expectOk(
      programme.client.post(`${path}/${id}/rotate-secret`, { overlapMinutes: 10 }),
    );
    await hooks.crossing();
    await world.settle();
    const verifies = (at: number, by: string) =>
      receiver.received.slice(at).some((call) => isSignedWith(by, call));
    expect([verifies(0, secret), verifies(0, rotated.secret)]).toEqual([true, true]);
    await hooks.later(11 * minute);
    await hooks.crossing();
    await world.settle();
    expect([verifies(1, secret), verifies(1, rotated.secret)]).toEqual([false, true]);
    expect(JSON.stringify(await hooks.see(id))).not.toContain('whsec_');
    const kept = await world.rows<{ text: string }>(
      `SELECT string_agg(log::text, ' ') AS text FROM audit.log JOIN audit.tables ON number = table_no WHERE table_name = 'webhooks'`,
    );
    expect(kept[0]?.text).toContain('[masked]');
    expect(kept[0]?.text).not.toContain('whsec_');
  });

  it('goes on being signed with the secret in use when a new one was lost on its way and is asked for again', async () => {
    const { id, secret } = await hooks.add({ eventTypes: ['member.balance_above'] });
    const rotate = (body: object) => programme.client.post(`${path}/${id}/rotate-secret`, body);
    for (const answer of ['lost', 'lost', 'lost', 'lost'])
      expect([answer, (await rotate({})).status]).toEqual([answer, 200]);
    const { body: told } = await expectOk(rotate({ overlapMinutes: 10 }));
    expect(await rotate({})).toMatchObject({
      status: 422,
      body: { code: 'loyalty.too-many-secrets', max: 6 },
    });
    await hooks.crossing();
    await world.settle();
    const [first] = receiver.received;
    expect([secret, told.secret].map((each) => first && isSignedWith(each, first))).toEqual([true, true]);
    const { body: last } = await expectOk(rotate({ overlapMinutes: 0 }));
    await hooks.crossing();
    await world.settle();
    const second = receiver.received[1];
    const signed = [secret, told.secret, last.secret].map((each) => second && isSignedWith(each, second));
    expect(signed).toEqual([false, false, true]);
  });

  it('is given events again when its partner asks for it, one or a range, under the same ids', async () => {
    const { id } = await hooks.add();
    await hooks.crossing();
    await hooks.crossing();
    await world.settle();
    expect(receiver.received).toHaveLength(4);
    const replay = (body: object): Promise<Answer> => programme.client.post(`${path}/${id}/replay`, body);
    expect(await replay({ from: '3' })).toMatchObject({ status: 202, body: { events: 1 } });
    await world.settle();
    expect(receiver.ids.slice(4)).toEqual(['3']);
    expect(await replay({ from: '2', to: '99' })).toMatchObject({ status: 202, body: { events: 3 } });
    await world.settle();
    expect(receiver.ids.slice(5).sort()).toEqual(['2', '3', '4']);
    const [first, , again] = receiver.callsOf('3');
    expect(again?.body).toBe(first?.body);
    expect(await hooks.deliveries(id, '?eventId=3')).toMatchObject([{ attempts: 3, status: 'delivered' }]);
    expect(await replay({ from: '5' })).toMatchObject({
      status: 404,
      body: { code: 'loyalty.event-unknown' },
    });
    expect(await replay({ from: '5', to: '4' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/to' }] },
    });
    expect(await replay({ from: '1', to: '10001' })).toMatchObject({ status: 400 });
  });

  it(
    'that hangs delays no other: that one has all news before the first call of the one that hangs has ended',
    async () => {
      const quick = await Receiver.open();
      receiver.reply = () => 'silence';
      const { id: hanging } = await hooks.add();
      await hooks.add({ url: quick.url });
      for (let times = 1; times <= 10; times += 1) await hooks.crossing();
      const numbers = Array.from({ length: 20 }, (_, at) => String(at + 1)).sort();
      await eventually(() => {
        expect([...new Set(quick.ids)].sort()).toEqual(numbers);
        expect(receiver.ids.length).toBeGreaterThan(0);
      }, patienceMs);
      const tried = (await hooks.deliveries(hanging)).filter(({ attempts }) => attempts !== 0);
      expect(tried).toEqual([]);
      receiver.reply = () => ({ status: 204 });
      receiver.hangUp();
      await quick.close();
    },
    hangingMs,
  );

  it('is given an event again that it was being called with when its partner asked', async () => {
    const { id } = await hooks.add({ eventTypes: ['member.balance_above'] });
    receiver.reply = () => ({ status: 503 });
    await hooks.crossing();
    await world.settle();
    receiver.reply = () => 'silence';
    world.clock.forwardSeconds(10);
    await eventually(() => {
      expect(receiver.ids).toEqual(['1', '1']);
    });
    await expectOk(programme.client.post(`${path}/${id}/replay`, { from: '1' }));
    receiver.reply = () => ({ status: 204 });
    receiver.hangUp();
    // At once: by the schedule of the calls that came to nothing it were minutes later.
    await eventually(async () => {
      expect(await hooks.deliveries(id)).toMatchObject([{ eventId: '1', attempts: 3, status: 'delivered' }]);
    });
  });

  it('is changed, disabled and removed by its partner', async () => {
    const { id } = await hooks.add({ description: 'The till' });
    const other = await Receiver.open();
    const changed = await programme.client.patch(`${path}/${id}`, { url: other.url, description: null });
    expect(changed.body).toMatchObject({
      url: other.url,
      description: null,
      eventTypes: null,
      status: 'active',
    });
    await expectOk(programme.client.patch(`${path}/${id}`, { status: 'disabled' }));
    await hooks.crossing();
    await world.settle();
    await expectOk(programme.client.patch(`${path}/${id}`, { status: 'active' }));
    await world.settle();
    expect([receiver.ids, other.ids.sort()]).toEqual([[], ['1', '2']]);
    expect((await programme.client.delete(`${path}/${id}`)).status).toBe(204);
    await hooks.crossing();
    await world.settle();
    expect(other.ids).toHaveLength(2);
    await other.close();
    const unknown = { status: 404, body: { code: 'loyalty.webhook-unknown' } };
    expect(await programme.client.get(`${path}/${id}`)).toMatchObject(unknown);
    expect(await programme.client.get(`${path}/${id}/deliveries`)).toMatchObject(unknown);
    expect(await programme.client.delete(`${path}/${id}`)).toMatchObject(unknown);
    expect((await programme.client.get(path)).body).toEqual({ items: [], next: null });
  });

  it('of a sandbox goes by its clock, and stays when the sandbox is begun anew', async () => {
    const sandbox = await programme.sandbox();
    const theirs = new Hooks(world, sandbox, receiver.url, await sandbox.member('ada'));
    const { id } = await theirs.add({ eventTypes: ['member.balance_above'] });
    receiver.reply = () => ({ status: 500 });
    await theirs.crossing();
    await world.settle();
    await expectOk(sandbox.client.post('/v1/loyalty/sandbox/clock', { advanceMs: 6_000 }));
    await world.settle();
    expect(receiver.ids).toEqual(['1', '1']);
    const pauses = [5 * minute, 30 * minute, ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hour)];
    for (const pause of pauses) {
      const advanceMs = pause * 1_100 + 1_000;
      await expectOk(sandbox.client.post('/v1/loyalty/sandbox/clock', { advanceMs }));
      await world.settle();
    }
    const tenTimes = Array<string>(10).fill('1');
    expect(receiver.ids).toEqual(tenTimes);
    expect(await theirs.deliveries(id)).toMatchObject([{ eventId: '1', attempts: 10, status: 'failed' }]);
    await expectOk(sandbox.client.post('/v1/loyalty/sandbox/reset'));
    expect(await theirs.see(id)).toMatchObject({ status: 'active', nextAttemptAt: null });
    receiver.reply = () => ({ status: 200 });
    await sandbox.member('ada');
    await theirs.crossing();
    await world.settle();
    expect(receiver.ids).toEqual([...tenTimes, '3']);
  });

  it('is one of ten at the most', async () => {
    for (let number = 0; number < 10; number += 1) await hooks.add();
    const refused = await programme.client.post(path, { url: receiver.url });
    expect(refused).toMatchObject({ status: 422, body: { code: 'loyalty.too-many-webhooks', max: 10 } });
    expect((await programme.client.get(path)).body.items).toHaveLength(10);
  });

  it('has a log that forgets what is long past, and can be given its events even then', async () => {
    const { id } = await hooks.add();
    await hooks.crossing();
    await world.settle();
    await hooks.later(29 * 24 * hour);
    expect(await hooks.deliveries(id)).toHaveLength(2);
    await hooks.later(2 * 24 * hour);
    expect(await hooks.deliveries(id)).toEqual([]);
    await expectOk(programme.client.post(`${path}/${id}/replay`, { from: '1', to: '2' }));
    await world.settle();
    expect(receiver.ids.sort()).toEqual(['1', '1', '2', '2']);
  });

  it('is measured', async () => {
    await hooks.add();
    receiver.reply = () => ({ status: 500 });
    await hooks.crossing();
    await world.settle();
    world.clock.forwardSeconds(60);
    const { body } = await world.anyone.get<string>('/metrics');
    expect(body).toMatch(/plaza_webhook_attempts_total\{outcome="refused",process="test"\} [1-9]/);
    expect(body).toMatch(/plaza_webhooks\{state="active",process="test"\} [1-9]/);
    const late = /plaza_webhook_lateness_seconds\{process="test"\} ([\d.]+)/.exec(body)?.[1];
    expect(Number(late)).toBeGreaterThan(50);
    expect(
      Number(/plaza_webhook_deliveries_waiting\{process="test"\} (\d+)/.exec(body)?.[1]),
    ).toBeGreaterThanOrEqual(2);
    await programme.signIn();
  });
});

describe('Where nobody has said that addresses may be our own, a webhook', () => {
  let world: World;
  let programme: PartnerProgramme;

  beforeAll(async () => {
    world = await World.start();
    programme = await PartnerProgramme.open(world);
  });

  afterAll(() => world.end());

  it.each([
    'http://127.0.0.1/',
    'http://169.254.169.254/latest',
    'http://user:pass@partner.example/',
    'gopher://x',
  ])('is refused at %s', async (url) => {
    expect(await programme.client.post(path, { url })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/url' }] },
    });
  });

  it('whose name leads to our own machine is not called, and its partner is told why', async () => {
    const receiver = await Receiver.open();
    const url = receiver.url.replace('127.0.0.1', 'localhost');
    const { body } = await expectOk(programme.client.post(path, { url }));
    const member = await programme.member();
    await programme.accrue(member, 1_001);
    await world.settle();
    expect(receiver.received).toEqual([]);
    const log = await programme.client.get(`${path}/${body.id}/deliveries`);
    expect(log.body.items).toMatchObject([
      { status: 'waiting', lastAttempts: [{ status: null, error: 'its address is not public' }] },
    ]);
    await receiver.close();
  });

  it('keeps its secret when the key that sealed it is taken away', async () => {
    const { body } = await expectOk(programme.client.post(path, { url: 'https://partner.invalid/' }));
    for (let rotation = 1; rotation <= 3; rotation += 1)
      await expectOk(programme.client.post(`${path}/${body.id}/rotate-secret`, {}));
    const newer = randomBytes(32).toString('base64');
    const both = await World.start({
      ...{ database: world.database, processes: ['api'] },
      variables: { SEALING_KEYS: `${newer},${testKeys.SEALING_KEYS}` },
    });
    const resealing = both.app.get(SecretResealing);
    expect(await resealing.reseal()).toEqual({ resealed: 2, unopened: [] });
    expect(await resealing.reseal()).toEqual({ resealed: 0, unopened: [] });
    await both.stop();
    const [kept] = await rowsOfEveryPartner<{ sealed: Sealed }>(
      world.database.ownerUrl,
      `SELECT earlier_secrets_sealed[2] AS sealed FROM loyalty.webhooks WHERE id = '${body.id}'`,
    );
    const opened = kept && new Sealing([Buffer.from(newer, 'base64')]).open(kept.sealed);
    expect(opened?.toString()).toBe(body.secret);
    // A process that has the older key alone cannot open it, and leaves it as it is.
    expect((await world.app.get(SecretResealing).reseal()).unopened).toContain(body.id);
  });
});
