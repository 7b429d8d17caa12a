/** Lines that a partner has drawn, and how it hears that one was crossed: once each time, and by every way the same. */
import { eventually } from '#test/eventually';
import { EventReader } from '#test/event-reader';
import { World } from '#test/world';
import { expectOk, faultsOfBooks, PartnerProgramme } from './programme';

describe('A partner', () => {
  let world: World;
  let programme: PartnerProgramme;
  let ada: string;

  beforeAll(async () => {
    world = await World.start();
  });

  beforeEach(async () => {
    programme = await PartnerProgramme.open(world);
    ada = await programme.member('ada');
  });

  afterEach(async () => {
    expect(await faultsOfBooks(world.database.ownerUrl)).toEqual([]);
  });

  afterAll(() => world.end());

  const later = (minutes: number) => new Date(world.clock.now().getTime() + minutes * 60_000);

  async function told(): Promise<[type: string, data: Record<string, unknown>][]> {
    await world.settle();
    return (await programme.events()).map(({ type, data }) => [type, data]);
  }

  it('hears that a balance rose above 1,000, and again only after it was not above it', async () => {
    await programme.accrue(ada, 1_000);
    expect(await told()).toEqual([]);
    await programme.accrue(ada, 1);
    await programme.accrue(ada, 500);
    await programme.redeem(ada, 501);
    await programme.accrue(ada, 7);
    expect(await told()).toEqual([
      ['member.balance_above', { externalId: 'ada', balance: 1_001, held: 0, threshold: 1_000 }],
      ['member.balance_above', { externalId: 'ada', balance: 1_007, held: 0, threshold: 1_000 }],
    ]);
  });

  it('hears that a member has used the last point, not that it expired or was taken back', async () => {
    const { body: accrual } = await programme.accrue(ada, 10);
    await programme.reverse(accrual.id);
    await programme.accrue(ada, 10, { expiresAt: later(1) });
    world.clock.forwardMinutes(2);
    await programme.signIn();
    await programme.accrue(ada, 10);
    await programme.redeem(ada, 10);
    const events = (await told()).filter(([type]) => type !== 'points.expired');
    expect(events).toEqual([['member.balance_zero', { externalId: 'ada', balance: 0, held: 0 }]]);
  });

  it('hears nothing when points are set aside, and of the last one when they are used then', async () => {
    await programme.accrue(ada, 1_200);
    const { body: first } = await programme.hold(ada, 1_200);
    await programme.release(first.id);
    const { body: second } = await programme.hold(ada, 1_200);
    await programme.capture(second.id);
    expect((await told()).map(([type]) => type)).toEqual(['member.balance_above', 'member.balance_zero']);
  });

  it('hears of points that could be used only later when they can be', async () => {
    await programme.accrue(ada, 2_000, { availableFrom: later(5) });
    expect(await told()).toEqual([]);
    const due = later(5);
    world.clock.forwardMinutes(6);
    await programme.signIn();
    expect((await told()).map(([type]) => type)).toEqual(['member.balance_above']);
    const [event] = (await programme.events()) as unknown as { timestamp: string }[];
    expect(Math.abs(Date.parse(event?.timestamp ?? '') - due.getTime())).toBeLessThan(5_000);
  });

  it('hears that all points together rose above 100,000, each time that they did', async () => {
    const ben = await programme.member('ben');
    await programme.accrue(ada, 60_000);
    await programme.accrue(ben, 40_000);
    await programme.accrue(ben, 5);
    await programme.redeem(ada, 10);
    await programme.transfer(ada, ben, 1_000);
    await programme.accrue(ada, 6);
    const totals = (await told()).filter(([type]) => type === 'programme.total_above');
    expect(totals).toEqual([
      ['programme.total_above', { outstanding: 100_005, threshold: 100_000 }],
      ['programme.total_above', { outstanding: 100_001, threshold: 100_000 }],
    ]);
  });

  it('draws lines of its own, which count from then on', async () => {
    const settings = '/v1/loyalty/settings';
    const usual = { thresholds: { balanceAbove: 1_000, totalAbove: 100_000 } };
    expect((await programme.client.get(settings)).body).toMatchObject(usual);
    await programme.accrue(ada, 50);
    const own = { thresholds: { balanceAbove: 40, totalAbove: 100 } };
    expect((await programme.client.put(settings, own)).body).toMatchObject(own);
    expect((await programme.client.put(settings, { expiryNoticeDays: 7 })).body).toMatchObject(own);
    expect((await programme.client.get(settings)).body).toMatchObject(own);
    await programme.accrue(ada, 1);
    expect(await told()).toEqual([]);
    await programme.redeem(ada, 20);
    await programme.accrue(ada, 80);
    expect((await told()).map(([type]) => type)).toEqual(['programme.total_above', 'member.balance_above']);
  });

  it('finds the same events in the feed and on the stream, and goes on from the last that it has', async () => {
    await programme.accrue(ada, 1_001);
    await programme.redeem(ada, 1_001);
    await programme.accrue(ada, 2_000);
    await world.settle();
    const feed = await programme.events();
    expect(feed.map(({ id }) => id)).toEqual(['1', '2', '3']);
    const page = await programme.client.get('/v1/loyalty/events?limit=2');
    expect([page.body.items, page.body.next]).toEqual([feed.slice(0, 2), '2']);
    expect((await programme.client.get('/v1/loyalty/events?after=2')).body).toEqual({
      items: feed.slice(2),
      next: null,
    });
    expect((await programme.client.get('/v1/loyalty/events?after=3')).body.items).toEqual([]);

    const stream = (headers: Record<string, string>) =>
      EventReader.open(`${world.url}/v1/loyalty/events/stream`, programme.token, headers);
    const all = await stream({});
    const rest = await stream({ 'last-event-id': '2' });
    const shown = ({ id, type, data }: (typeof feed)[number]) => ({
      id,
      event: type,
      data: { id, type, data },
    });
    expect(await all.heard(3)).toMatchObject(feed.map(shown));
    expect(await rest.heard(1)).toMatchObject(feed.slice(2).map(shown));
    await programme.redeem(ada, 2_000);
    expect((await rest.heard(2)).at(-1)).toMatchObject({ id: '4', event: 'member.balance_zero' });
    expect((await all.heard(4)).at(-1)?.data).toEqual((await programme.events()).at(-1));
    await all.close();
    await rest.close();
  });

  it('hears once for each member and instant that points expire, also of those that come with less time than that', async () => {
    await expectOk(programme.client.put('/v1/loyalty/settings', { expiryNoticeDays: 30 }));
    const days = (count: number) => later(count * 24 * 60);
    const [soon, sooner, farther] = [days(10), days(5), days(20)];
    const expiring = async () => (await told()).map(([, { points, expiresAt }]) => [points, expiresAt]);
    await programme.accrue(ada, 10, { expiresAt: farther });
    const heard = [[10, farther.toISOString()]];
    expect(await expiring()).toEqual(heard);
    await programme.accrue(ada, 20, { expiresAt: soon });
    await programme.accrue(ada, 30, { availableFrom: days(1), expiresAt: sooner });
    heard.push([20, soon.toISOString()]);
    expect(await expiring()).toEqual(heard);
    await programme.accrue(ada, 5, { expiresAt: soon });
    await programme.redeem(ada, 25);
    await programme.accrue(ada, 7, { expiresAt: soon });
    expect(await expiring()).toEqual(heard);
    world.clock.forwardMinutes(25 * 60);
    await programme.signIn();
    heard.push([30, sooner.toISOString()]);
    // Points have to be there before it can be told that they go.
    await eventually(async () => {
      expect(await expiring()).toEqual(heard);
    });
  });

  it('is refused when it asks for events after what is none', async () => {
    expect(await programme.client.get('/v1/loyalty/events?after=x1')).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/after' }] },
    });
  });

  it('is told what it owes, and when how much of it expires', async () => {
    const ben = await programme.member('ben');
    const month = (text: string) => new Date(`${text}-15T12:00:00Z`);
    await programme.accrue(ada, 100);
    await programme.accrue(ada, 30, { expiresAt: month('2031-05') });
    await programme.accrue(ben, 20, { expiresAt: month('2031-05') });
    await programme.accrue(ben, 5, { availableFrom: later(60), expiresAt: month('2031-06') });
    await programme.accrue(ben, 9, { expiresAt: later(1) });
    await programme.hold(ada, 10);
    await programme.redeem(ada, 5);
    world.clock.forwardMinutes(2);
    await programme.signIn();
    const owed = {
      ...{ outstanding: 150, available: 135, pending: 5, held: 10, neverExpires: 100 },
      expiring: [
        { month: '2031-05-01T00:00:00.000Z', points: 45 },
        { month: '2031-06-01T00:00:00.000Z', points: 5 },
      ],
    };
    const liability = async () => (await programme.client.get('/v1/loyalty/liability')).body;
    expect(await liability()).toEqual({ at: expect.any(String), ...owed });
    await world.settle();
    expect(await liability()).toEqual({ at: expect.any(String), ...owed });
  });
});
