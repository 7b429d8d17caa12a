/** Points of members as a partner moves them. */
import { World } from '#test/world';
import { expectOk, faultsOfBooks, PartnerProgramme } from './programme';

describe('Points', () => {
  let world: World;
  let programme: PartnerProgramme;
  let ada: string;

  beforeAll(async () => {
    world = await World.start();
  });

  beforeEach(async () => {
    programme = await PartnerProgramme.open(world);
    ada = await programme.member();
  });

  afterEach(async () => {
    await world.settle();
    expect(await faultsOfBooks(world.database.ownerUrl)).toEqual([]);
  });

  afterAll(() => world.end());

  const later = (minutes: number) => new Date(world.clock.now().getTime() + minutes * 60_000);

  async function goOn(minutes: number): Promise<void> {
    world.clock.forwardMinutes(minutes);
    await programme.signIn();
  }

  it('are accrued and redeemed, and the balance is told each time', async () => {
    const accrued = await programme.accrue(ada, 150);
    expect([accrued.status, accrued.body]).toEqual([
      201,
      { id: expect.any(String), points: 150, balance: 150, at: expect.any(String) },
    ]);
    expect(await programme.redeem(ada, 50)).toMatchObject({
      status: 201,
      body: { points: 50, balance: 100 },
    });
    expect(await programme.sums(ada)).toEqual([100, 0, 0]);
    expect(await programme.categories(ada)).toEqual([
      ['accrual', 150, 150],
      ['redemption', 50, 100],
    ]);
  });

  it('are never redeemed below zero: the refusal says how many there are', async () => {
    await programme.accrue(ada, 30);
    expect(await programme.redeem(ada, 31)).toMatchObject({
      status: 409,
      body: { code: 'loyalty.insufficient-points', balance: 30 },
    });
    expect(await programme.sums(ada)).toEqual([30, 0, 0]);
  });

  it('are moved once for one sourceId, which answers the same again', async () => {
    const said = { sourceId: 'receipt-1', expiresAt: later(60) };
    const first = await programme.accrue(ada, 20, said);
    await programme.accrue(ada, 1);
    const again = await programme.accrue(ada, 20, said);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await programme.sums(ada)).toEqual([21, 0, 0]);
  });

  it.each([
    ['points', () => programme.accrue(ada, 21, { sourceId: 'r' })],
    ['description', () => programme.accrue(ada, 20, { sourceId: 'r', description: 'Tea' })],
    ['occurredAt', () => programme.accrue(ada, 20, { sourceId: 'r', occurredAt: '2026-11-19T08:00:00Z' })],
    ['expiresAt', () => programme.accrue(ada, 20, { sourceId: 'r', expiresAt: later(60) })],
    ['availableFrom', () => programme.accrue(ada, 20, { sourceId: 'r', availableFrom: later(60) })],
    ['category', () => programme.redeem(ada, 20, { sourceId: 'r' })],
    ['externalId', async () => programme.accrue(await programme.member(), 20, { sourceId: 'r' })],
  ])('are refused when the sourceId was used with another %s, which is named', async (field, asked) => {
    await programme.accrue(ada, 20, { sourceId: 'r' });
    expect(await asked()).toMatchObject({
      status: 409,
      body: { code: 'loyalty.source-conflict', sourceId: 'r', differs: [field] },
    });
    expect(await programme.sums(ada)).toEqual([20, 0, 0]);
  });

  it('of one sourceId that arrives ten times at once are moved once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => programme.accrue(ada, 5, { sourceId: 'receipt-2' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: 9 }, () => 200),
      201,
    ]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await programme.sums(ada)).toEqual([5, 0, 0]);
  });

  it('of a sourceId that is sent for two members at once are moved for one of them', async () => {
    const members = await Promise.all(Array.from({ length: 6 }, () => programme.member()));
    const answers = await Promise.all(
      members.map((member) => programme.accrue(member, 5, { sourceId: 'receipt-3' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it('that are pending count from their date on, whether anything runs or not', async () => {
    await programme.accrue(ada, 40, { availableFrom: later(10) });
    expect(await programme.sums(ada)).toEqual([0, 40, 0]);
    expect(await programme.redeem(ada, 1)).toMatchObject({ status: 409, body: { balance: 0 } });
    await goOn(11);
    expect(await programme.sums(ada)).toEqual([40, 0, 0]);
    expect(await programme.redeem(ada, 40)).toMatchObject({ status: 201, body: { balance: 0 } });
    expect(await programme.categories(ada)).toEqual([
      ['accrual', 40, 0],
      ['maturity', 40, 40],
      ['redemption', 40, 0],
    ]);
  });

  it('expire on their date, and those that expire first are used first', async () => {
    await programme.accrue(ada, 10);
    await programme.accrue(ada, 20, { expiresAt: later(60) });
    await programme.accrue(ada, 30, { expiresAt: later(30) });
    await programme.redeem(ada, 25);
    await goOn(31);
    expect(await programme.sums(ada)).toEqual([30, 0, 0]);
    await goOn(30);
    expect(await programme.sums(ada)).toEqual([10, 0, 0]);
    await world.settle();
    expect(await programme.categories(ada)).toEqual([
      ['accrual', 10, 10],
      ['accrual', 20, 30],
      ['accrual', 30, 60],
      ['redemption', 25, 35],
      ['expiry', 5, 30],
      ['expiry', 20, 10],
    ]);
    await world.settle();
    expect(await programme.categories(ada)).toHaveLength(6);
    expect(await programme.events()).toMatchObject([
      { type: 'points.expired', data: { externalId: ada, points: 5, balance: 30 } },
      { type: 'points.expired', data: { externalId: ada, points: 20, balance: 10 } },
    ]);
  });

  it.each([
    ['expiresAt', -1, undefined],
    ['expiresAt', 10, 20],
    ['availableFrom', undefined, 60 * 24 * 366 * 101],
  ])('cannot be accrued with %s %s minutes from now', async (field, expires, available) => {
    const answer = await programme.accrue(ada, 1, {
      expiresAt: expires === undefined ? undefined : later(expires),
      availableFrom: available === undefined ? undefined : later(available),
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: `/${field}` }] } });
  });

  it('can be asked for as of any instant that has passed', async () => {
    const told: [Date, unknown][] = [];
    const look = async () => {
      told.push([world.clock.now(), await programme.sums(ada)]);
      world.clock.forwardSeconds(1);
    };
    await look();
    await programme.accrue(ada, 50, { expiresAt: later(20) });
    await programme.accrue(ada, 30, { availableFrom: later(5), expiresAt: later(10) });
    await look();
    const { body: hold } = await programme.hold(ada, 40, { expiresAt: later(8) });
    await look();
    await goOn(6);
    await look();
    await goOn(3);
    await look();
    await programme.redeem(ada, 15);
    await look();
    await goOn(2);
    await look();
    await goOn(10);
    await look();
    expect(hold.id).toBeDefined();
    expect(told.map(([, sums]) => sums)).toEqual([
      [0, 0, 0],
      [50, 30, 0],
      [10, 30, 40],
      [40, 0, 40],
      [80, 0, 0],
      [65, 0, 0],
      [50, 0, 0],
      [0, 0, 0],
    ]);
    const asOf = async () => Promise.all(told.map(([at]) => programme.sums(ada, at)));
    expect(await asOf()).toEqual(told.map(([, sums]) => sums));
    await world.settle();
    expect(await asOf()).toEqual(told.map(([, sums]) => sums));
    const future = await programme.client.get(
      `/v1/loyalty/members/${ada}/balance?asOf=${later(1).toISOString()}`,
    );
    expect(future).toMatchObject({ status: 400, body: { errors: [{ pointer: '/asOf' }] } });
  });

  it('are told page by page in the statement, and by category and time', async () => {
    for (const points of [1, 2, 3, 4, 5]) await programme.accrue(ada, points);
    await programme.redeem(ada, 15);
    const path = `/v1/loyalty/members/${ada}/entries`;
    const seen: number[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { body } = await expectOk(
        programme.client.get(path, { query: { limit: 2, ...(after && { after }) } }),
      );
      seen.push(...body.items.map(({ points }: { points: number }) => points));
      after = body.next as string | null;
    }
    expect(seen).toEqual([15, 5, 4, 3, 2, 1]);
    const { body } = await programme.client.get(`${path}?category=accrual&total=true&limit=1`);
    expect([body.total, body.items.length]).toEqual([5, 1]);
    const none = await programme.client.get(`${path}?from=${later(1).toISOString()}`);
    expect(none.body.items).toEqual([]);
  });

  it('are told in the statement from an instant on, which is in it, and before another, which is not', async () => {
    const instants: string[] = [];
    for (const points of [1, 2, 3]) {
      instants.push((await expectOk(programme.accrue(ada, points))).body.at as string);
      await goOn(1);
    }
    const [, from = '', to = ''] = instants;
    const told = async (query: Record<string, string>) =>
      (await expectOk(programme.client.get(`/v1/loyalty/members/${ada}/entries`, { query }))).body.items.map(
        ({ points }: { points: number }) => points,
      );
    expect(await told({ from, to })).toEqual([2]);
    expect(await told({ from })).toEqual([3, 2]);
    expect(await told({ to })).toEqual([2, 1]);
    expect(await told({ from: to, to: from })).toEqual([]);
  });

  it('are of members who are found by what their id or name begins with, and by nothing else', async () => {
    for (const [externalId, name] of [
      ['ab', 'Zoe'],
      ['abc', 'Zoe'],
      ['ab~', 'Zoe'],
      ['ac', 'Zoe'],
      ['aB1', 'Zoe'],
      ['x1', 'Ábel'],
      ['x2', 'Kabel'],
    ])
      await expectOk(programme.client.post('/v1/loyalty/members', { externalId, name }));
    const found = async (q: string) =>
      (await expectOk(programme.client.get('/v1/loyalty/members', { query: { q, limit: 100 } }))).body.items
        .map(({ externalId }: { externalId: string }) => externalId)
        .sort();
    expect(await found('ab')).toEqual(['ab', 'abc', 'ab~', 'x1']);
    expect(await found('abc')).toEqual(['abc']);
    expect(await found('ÁB')).toEqual(['x1']);
    expect(await found('b')).toEqual([]);
    expect(await found('%')).toEqual([]);
  });

  it('of nobody are not there', async () => {
    const gone = { status: 404, body: { code: 'loyalty.member-unknown', externalId: 'nobody' } };
    expect(await programme.accrue('nobody', 1)).toMatchObject(gone);
    expect(await programme.client.get('/v1/loyalty/members/nobody')).toMatchObject(gone);
    expect(await programme.client.get('/v1/loyalty/members/nobody/balance')).toMatchObject(gone);
    expect(await programme.client.get('/v1/loyalty/members/nobody/entries')).toMatchObject(gone);
  });
});
