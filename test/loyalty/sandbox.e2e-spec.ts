/** A partner's sandbox: its own programme, whose clock the partner moves, while the live one goes on as if there were none. */
import { randomUUID } from 'node:crypto';
import { World } from '#test/world';
import { expectOk, faultsOfBooks, PartnerProgramme, rowsOfEveryPartner } from './programme';

const dayMs = 24 * 60 * 60_000;
const settings = {
  thresholds: { balanceAbove: 1_000, totalAbove: 5_000 },
  tiers: { windowDays: 365, noticeDays: 30, levels: [{ name: 'gold', from: 500 }] },
};

describe('A sandbox', () => {
  let world: World;
  let live: PartnerProgramme;
  let sandbox: PartnerProgramme;

  beforeAll(async () => {
    world = await World.start();
  });

  beforeEach(async () => {
    live = await PartnerProgramme.open(world);
    sandbox = await live.sandbox();
    await expectOk(sandbox.client.put('/v1/loyalty/settings', settings));
  });

  afterEach(async () => {
    expect(await faultsOfBooks(world.database.ownerUrl)).toEqual([]);
  });

  afterAll(() => world.end());

  const move = (wish: object, client = sandbox.client) => client.post('/v1/loyalty/sandbox/clock', wish);
  const inDays = (days: number) => new Date(world.clock.now().getTime() + days * dayMs);

  async function told(programme: PartnerProgramme): Promise<[type: string, externalId: unknown][]> {
    await world.settle();
    return (await programme.events()).map(({ type, data }) => [type, data['externalId']]);
  }

  it('is another programme than the live one: nothing that is done in one can be seen in the other', async () => {
    await live.member('ada');
    await live.accrue('ada', 40);
    expect((await sandbox.client.get('/v1/loyalty/members/ada')).status).toBe(404);
    await sandbox.member('ada');
    await sandbox.accrue('ada', 2_000);
    const sourceId = randomUUID();
    await expectOk(sandbox.accrue('ada', 1, { sourceId }));
    await expectOk(live.accrue('ada', 2, { sourceId }));
    expect([await live.sums('ada'), await sandbox.sums('ada')]).toEqual([
      [42, 0, 0],
      [2_001, 0, 0],
    ]);
    expect(await told(live)).toEqual([]);
    expect((await live.client.get('/v1/loyalty/settings')).body.thresholds.totalAbove).toBe(100_000);
  });

  it('lives a year in a moment: what time does is done and told, and the live programme stays where it was', async () => {
    for (const programme of [live, sandbox]) {
      await programme.member('ada');
      await programme.accrue('ada', 600, { availableFrom: inDays(14), expiresAt: inDays(100) });
      await programme.accrue('ada', 700);
      await programme.hold('ada', 100, { expiresAt: inDays(1) });
    }
    const before = await rowsOfLive();
    const moved = await move({ advanceMs: 14 * dayMs + 1_000 });
    expect(moved).toMatchObject({ status: 200, body: { aheadMs: 14 * dayMs + 1_000 } });
    expect(await sandbox.sums('ada')).toEqual([1_300, 0, 0]);
    const there = inDays(14).toISOString();
    const { body } = await expectOk(sandbox.client.get('/v1/loyalty/members/ada/balance'));
    expect(body.asOf >= there).toBe(true);
    await expectOk(move({ to: inDays(101).toISOString() }));
    expect(await sandbox.sums('ada')).toEqual([700, 0, 0]);
    expect((await sandbox.client.get('/v1/loyalty/members/ada')).body.tier).toBe('gold');
    await expectOk(move({ to: inDays(366).toISOString() }));
    expect((await sandbox.client.get('/v1/loyalty/members/ada')).body.tier).toBeNull();
    const types = (await told(sandbox)).map(([type]) => type);
    expect([...types].sort()).toEqual([
      ...['member.balance_above', 'member.tier_changed', 'member.tier_changed', 'member.tier_falling'],
      'points.expired',
    ]);
    expect(await live.sums('ada')).toEqual([600, 600, 100]);
    expect(await told(live)).toEqual([]);
    expect(await rowsOfLive()).toEqual(before);
  });

  /** Everything that is written of live programmes. */
  const rowsOfLive = () =>
    rowsOfEveryPartner(
      world.database.ownerUrl,
      ['members', 'accounts', 'entries', 'news', 'followed', 'events']
        .map(
          (table) =>
            `SELECT '${table}' AS name, md5(string_agg(t::text, '' ORDER BY t::text)) AS sum
             FROM loyalty.${table} AS t JOIN loyalty.programmes ON programmes.id = t.programme_id
             WHERE programmes.mode = 'live'`,
        )
        .join(' UNION ALL ') + ' ORDER BY 1',
    );

  it('hears of points that are about to expire, once for each member and day', async () => {
    await expectOk(sandbox.client.put('/v1/loyalty/settings', { ...settings, expiryNoticeDays: 30 }));
    await sandbox.member('ada');
    await sandbox.member('ben');
    const [expiresAt, later] = [inDays(60), inDays(75)];
    await sandbox.accrue('ada', 30, { expiresAt });
    await sandbox.accrue('ben', 10, { expiresAt });
    await sandbox.accrue('ada', 20, { expiresAt });
    await sandbox.accrue('ada', 400, { expiresAt: later });
    await sandbox.redeem('ada', 5);
    expect(await told(sandbox)).toEqual([]);
    const expiring = async () => {
      await world.settle();
      return (await sandbox.events())
        .filter(({ type }) => type === 'points.expiring')
        .map(({ data }) => data)
        .sort((one, other) => Number(one['points']) - Number(other['points']));
    };
    await expectOk(move({ to: inDays(31).toISOString() }));
    const first = [
      { externalId: 'ben', points: 10, expiresAt: expiresAt.toISOString() },
      { externalId: 'ada', points: 45, expiresAt: expiresAt.toISOString() },
    ];
    expect(await expiring()).toEqual(first);
    await expectOk(move({ to: inDays(44).toISOString() }));
    expect(await expiring()).toEqual(first);
    await expectOk(move({ to: inDays(46).toISOString() }));
    const second = { externalId: 'ada', points: 400, expiresAt: later.toISOString() };
    expect(await expiring()).toEqual([...first, second]);
    await expectOk(sandbox.client.put('/v1/loyalty/settings', settings));
    expect((await sandbox.client.get('/v1/loyalty/settings')).body.expiryNoticeDays).toBe(30);
  });

  it('has a clock that goes forward only, and not without end', async () => {
    await expectOk(move({ advanceMs: dayMs }));
    const past = { status: 400, body: { errors: [{ pointer: '/to' }] } };
    expect(await move({ to: world.clock.now().toISOString() })).toMatchObject(past);
    expect(await move({ advanceMs: -1 })).toMatchObject({ status: 400 });
    expect(await move({ to: '2200-01-01T00:00:00Z' })).toMatchObject(past);
    expect(await move({})).toMatchObject({ status: 400 });
    expect(await move({ advanceMs: 1, to: inDays(2).toISOString() })).toMatchObject({ status: 400 });
    expect((await sandbox.client.get('/v1/loyalty/sandbox')).body.aheadMs).toBe(dayMs);
    expect((await live.client.get('/v1/loyalty/sandbox')).body.aheadMs).toBe(dayMs);
  });

  it('can be begun anew: empty, with its settings, and with ids of events that go on', async () => {
    await sandbox.member('ada');
    await sandbox.accrue('ada', 2_000, { expiresAt: inDays(1) });
    await expectOk(move({ advanceMs: 10 * dayMs }));
    await live.member('ada');
    await live.accrue('ada', 7);
    await world.settle();
    const last = (await sandbox.events()).at(-1);
    await sandbox.accrue('ada', 1, { expiresAt: inDays(20) });
    const began = await Promise.all([1, 2].map(() => sandbox.client.post('/v1/loyalty/sandbox/reset')));
    expect(began.map(({ status, body }) => [status, body.aheadMs])).toEqual([
      [200, 0],
      [200, 0],
    ]);
    expect((await sandbox.client.get('/v1/loyalty/members')).body.items).toEqual([]);
    expect(await sandbox.events()).toEqual([]);
    expect((await sandbox.client.get('/v1/loyalty/settings')).body).toMatchObject(settings);
    await sandbox.member('ada');
    await sandbox.accrue('ada', 1_500);
    await world.settle();
    const { body } = await sandbox.client.get(`/v1/loyalty/events?after=${last?.id}`);
    expect(body.items.map(({ id }: { id: string }) => Number(id))).toEqual(
      [1, 2].map((at) => Number(last?.id) + at),
    );
    expect(await live.sums('ada')).toEqual([7, 0, 0]);
  });

  it('leaves nothing of what it was a week after it was begun anew, and the live one has lost nothing', async () => {
    await live.member('ada');
    await live.accrue('ada', 7);
    for (const programme of ['ada', 'ben']) await sandbox.member(programme);
    await sandbox.accrue('ada', 2_000, { expiresAt: inDays(1) });
    await sandbox.accrue('ada', 500, { availableFrom: inDays(3) });
    await sandbox.transfer('ada', 'ben', 100);
    await sandbox.hold('ada', 50);
    await expectOk(move({ advanceMs: 2 * dayMs }));
    await world.settle();
    await expectOk(sandbox.client.post('/v1/loyalty/sandbox/reset'));
    await sandbox.member('carl');
    await sandbox.accrue('carl', 3);
    await world.settle();
    expect((await left()).length).toBeGreaterThan(5);
    world.clock.forwardMinutes(7 * 24 * 60 + 1);
    await world.settle();
    expect(await left()).toEqual([]);
    await Promise.all([live.signIn(), sandbox.signIn()]);
    expect([await live.sums('ada'), await sandbox.sums('carl')]).toEqual([
      [7, 0, 0],
      [3, 0, 0],
    ]);
  });

  /** Rows of programmes that are not there, or have ended. */
  const left = () =>
    rowsOfEveryPartner(
      world.database.ownerUrl,
      ['members', 'accounts', 'entries', 'news', 'followed', 'events', 'webhooks', 'earning_rules']
        .map(
          (table) =>
            `SELECT '${table}' AS name FROM loyalty.${table} AS t
             LEFT JOIN loyalty.programmes ON programmes.id = t.programme_id
             WHERE programmes.id IS NULL OR programmes.ended_at IS NOT NULL`,
        )
        .join(' UNION ALL ') +
        ` UNION ALL SELECT 'programmes' FROM loyalty.programmes WHERE ended_at IS NOT NULL`,
    );

  it('is moved by who may, and is nobody else’s', async () => {
    const stranger = await PartnerProgramme.open(world);
    const theirs = { query: { partnerId: live.partnerId } };
    const refused = await stranger.client.post('/v1/loyalty/sandbox/reset', {}, theirs);
    expect(refused).toMatchObject({ status: 403, body: { code: 'loyalty.not-your-programme' } });
    await sandbox.member('ada');
    await expectOk(stranger.client.post('/v1/loyalty/sandbox/reset'));
    expect((await sandbox.client.get('/v1/loyalty/members/ada')).status).toBe(200);
  });

  it('has keys of its own: the same Idempotency-Key means another request there', async () => {
    const headers = { 'idempotency-key': 'the-same' };
    const member = { externalId: 'ada' };
    for (const { client } of [live, sandbox]) {
      await expectOk(client.post('/v1/loyalty/members', member, { headers }));
      expect((await client.get('/v1/loyalty/members/ada')).status).toBe(200);
    }
  });
});
