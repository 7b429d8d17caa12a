/** Tiers by what members have earned: reached at once, lost with notice, and told by the same ways as everything else. */
import { pointersOf } from '../catalog/shop';
import { World } from '#test/world';
import { expectOk, faultsOfBooks, PartnerProgramme } from './programme';

const thresholds = { balanceAbove: 1_000_000, totalAbove: 1_000_000 };
const levels = [
  { name: 'silver', from: 100 },
  { name: 'gold', from: 300 },
];
const dayMinutes = 24 * 60;
const dayMs = dayMinutes * 60_000;

describe('A member', () => {
  let world: World;
  let programme: PartnerProgramme;
  let ada: string;

  beforeAll(async () => {
    world = await World.start();
  });

  beforeEach(async () => {
    programme = await PartnerProgramme.open(world);
    await declare({ windowDays: 30, noticeDays: 5, levels });
    ada = await programme.member('ada');
  });

  afterEach(async () => {
    expect(await faultsOfBooks(world.database.ownerUrl)).toEqual([]);
  });

  afterAll(() => world.end());

  const declare = (tiers: object | null) =>
    expectOk(programme.client.put('/v1/loyalty/settings', { thresholds, tiers }));

  async function tierOf(externalId: string): Promise<string | null> {
    return (await expectOk(programme.client.get(`/v1/loyalty/members/${externalId}`))).body.tier;
  }

  async function goOn(days: number): Promise<void> {
    world.clock.forwardMinutes(days * dayMinutes);
    await programme.signIn();
  }

  async function told(): Promise<[type: string, data: Record<string, unknown>][]> {
    await world.settle();
    return (await programme.events()).map(({ type, data }) => [type, data]);
  }

  /** When points that are earned today do not count any more. */
  const endOfToday = () =>
    new Date((Math.floor(world.clock.now().getTime() / dayMs) + 30) * dayMs).toISOString();

  it('reaches a tier at once, by what was accrued and not taken back, whatever was used', async () => {
    await programme.accrue(ada, 99);
    expect(await tierOf(ada)).toBeNull();
    const { body: second } = await programme.accrue(ada, 201, { availableFrom: new Date(Date.now() + 9e9) });
    expect(await tierOf(ada)).toBe('gold');
    await programme.redeem(ada, 99);
    await world.settle();
    expect(await tierOf(ada)).toBe('gold');
    await programme.reverse(second.id);
    expect(await tierOf(ada)).toBeNull();
    const ben = await programme.member();
    await programme.accrue(ada, 150);
    await programme.transfer(ada, ben, 150);
    expect([await tierOf(ada), await tierOf(ben)]).toEqual(['silver', null]);
    const { body } = await programme.client.get('/v1/loyalty/members');
    expect(body.items.map((each: { tier: string | null }) => each.tier).sort()).toEqual([null, 'silver']);
  });

  it('loses a tier when the points are past the window, which is told days before', async () => {
    await programme.accrue(ada, 300);
    const fallsAt = endOfToday();
    expect(await told()).toEqual([
      ['member.tier_changed', { externalId: 'ada', from: null, to: 'gold', earned: 300 }],
    ]);
    await goOn(20);
    await programme.accrue(ada, 120);
    expect(await told()).toHaveLength(1);
    await goOn(6);
    const falling = { externalId: 'ada', from: 'gold', to: 'silver', earned: 420, fallsAt };
    expect((await told()).slice(1)).toEqual([['member.tier_falling', falling]]);
    expect(await tierOf(ada)).toBe('gold');
    await goOn(5);
    expect(await tierOf(ada)).toBe('silver');
    const changed = { externalId: 'ada', from: 'gold', to: 'silver', earned: 120 };
    expect((await told()).slice(2)).toEqual([['member.tier_changed', changed]]);
    const { body } = await programme.client.get('/v1/loyalty/events');
    expect(body.items.at(-1).timestamp).toBe(fallsAt);
  });

  it('keeps a tier that was about to fall when more is earned in time', async () => {
    await programme.accrue(ada, 100);
    await goOn(26);
    expect((await told()).map(([type]) => type)).toEqual(['member.tier_changed', 'member.tier_falling']);
    await programme.accrue(ada, 100);
    await goOn(5);
    expect(await tierOf(ada)).toBe('silver');
    expect(await told()).toHaveLength(2);
  });

  it('is looked at anew when tiers are declared anew, and told of once', async () => {
    await programme.accrue(ada, 120);
    await world.settle();
    await declare({ windowDays: 30, noticeDays: 5, levels: [{ name: 'friend', from: 120 }] });
    expect(await tierOf(ada)).toBe('friend');
    await world.settle();
    await declare({ windowDays: 30, noticeDays: 5, levels: [{ name: 'friend', from: 120 }] });
    await declare(null);
    expect(await tierOf(ada)).toBeNull();
    expect(await told()).toEqual([
      ['member.tier_changed', { externalId: 'ada', from: null, to: 'silver', earned: 120 }],
      ['member.tier_changed', { externalId: 'ada', from: 'silver', to: 'friend', earned: 120 }],
      ['member.tier_changed', { externalId: 'ada', from: 'friend', to: null, earned: 0 }],
    ]);
  });

  it('has tiers that are declared as a whole, or refused with all that is wrong', async () => {
    const put = (tiers: object) => programme.client.put('/v1/loyalty/settings', { thresholds, tiers });
    const faulty = { windowDays: 0, noticeDays: 400, levels: [{ name: '', from: 0 }] };
    expect(pointersOf((await put(faulty)).body)).toEqual([
      ...['/tiers/windowDays', '/tiers/noticeDays', '/tiers/levels/0/name', '/tiers/levels/0/from'],
    ]);
    expect(pointersOf((await put({ levels: [...levels].reverse() })).body)).toEqual(['/tiers/levels/1/from']);
    expect((await put({ levels })).body.tiers).toEqual({ windowDays: 365, noticeDays: 30, levels });
  });
});
