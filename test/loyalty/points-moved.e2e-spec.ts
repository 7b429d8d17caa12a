/** Points that are set aside, given to another member, or taken back. */
import { randomUUID } from 'node:crypto';
import { World } from '#test/world';
import { faultsOfBooks, PartnerProgramme } from './programme';

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

  describe('that are held', () => {
    it('cannot be used otherwise, and are captured once', async () => {
      await programme.accrue(ada, 100);
      const hold = await programme.hold(ada, 70);
      expect(hold).toMatchObject({ status: 201, body: { points: 70, balance: 30 } });
      expect(hold.body.expiresAt).toBe(new Date(Date.parse(hold.body.at) + 15 * 60_000).toISOString());
      expect(await programme.redeem(ada, 31)).toMatchObject({ status: 409, body: { balance: 30 } });
      expect(await programme.sums(ada)).toEqual([30, 0, 70]);
      const captured = await programme.capture(hold.body.id);
      expect(captured).toMatchObject({ status: 200, body: { points: 70, balance: 30 } });
      expect((await programme.capture(hold.body.id)).body).toEqual(captured.body);
      expect(await programme.release(hold.body.id)).toMatchObject({
        status: 409,
        body: { code: 'loyalty.hold-ended', ended: 'captured' },
      });
      expect(await programme.sums(ada)).toEqual([30, 0, 0]);
    });

    it('are captured in part, and the rest is given back', async () => {
      await programme.accrue(ada, 40, { expiresAt: later(60) });
      await programme.accrue(ada, 60);
      const { body: hold } = await programme.hold(ada, 90);
      expect(await programme.capture(hold.id, 91)).toMatchObject({
        status: 409,
        body: { code: 'loyalty.hold-too-small', held: 90 },
      });
      const captured = await programme.capture(hold.id, 50);
      expect(captured).toMatchObject({ status: 200, body: { points: 50, balance: 50 } });
      expect((await programme.capture(hold.id, 50)).body).toEqual(captured.body);
      expect(await programme.capture(hold.id, 49)).toMatchObject({ status: 409 });
      await goOn(61);
      expect(await programme.sums(ada)).toEqual([50, 0, 0]);
    });

    it('are released once', async () => {
      await programme.accrue(ada, 100);
      const { body: hold } = await programme.hold(ada, 70);
      expect(await programme.release(hold.id)).toMatchObject({
        status: 200,
        body: { points: 70, balance: 100 },
      });
      expect(await programme.release(hold.id)).toMatchObject({
        status: 200,
        body: { points: 70, balance: 100 },
      });
      expect(await programme.capture(hold.id)).toMatchObject({ status: 409, body: { ended: 'released' } });
    });

    it('are given back by time alone, and expire then when their date has passed', async () => {
      await programme.accrue(ada, 100, { expiresAt: later(10) });
      await programme.accrue(ada, 5);
      const { body: hold } = await programme.hold(ada, 60, { expiresAt: later(20) });
      await goOn(11);
      expect(await programme.sums(ada)).toEqual([5, 0, 60]);
      await goOn(10);
      expect(await programme.sums(ada)).toEqual([5, 0, 0]);
      expect(await programme.capture(hold.id)).toMatchObject({ status: 409, body: { ended: 'expired' } });
      await world.settle();
      expect(await programme.capture(hold.id)).toMatchObject({ status: 409, body: { ended: 'expired' } });
      expect(await programme.categories(ada)).toEqual([
        ['accrual', 100, 100],
        ['accrual', 5, 105],
        ['hold', 60, 45],
        ['expiry', 40, 5],
        ['hold-expiry', 60, 65],
        ['expiry', 60, 5],
      ]);
    });

    it('are listed while they are held, what ends first to begin with', async () => {
      const held = async () =>
        (await programme.client.get(`/v1/loyalty/members/${ada}/holds`)).body.items as {
          id: string;
          points: number;
          description: string;
        }[];
      await programme.accrue(ada, 40, { expiresAt: later(60) });
      await programme.accrue(ada, 60);
      expect(await held()).toEqual([]);
      const { body: table } = await programme.hold(ada, 50, { description: 'A table', expiresAt: later(20) });
      const { body: room } = await programme.hold(ada, 20, { description: 'A room' });
      expect(await held()).toMatchObject([
        { id: room.id, points: 20, description: 'A room', expiresAt: room.expiresAt },
        { id: table.id, points: 50, description: 'A table', expiresAt: table.expiresAt },
      ]);
      await programme.release(room.id);
      await programme.capture(table.id, 30);
      expect(await held()).toEqual([]);
      await programme.hold(ada, 10);
      await goOn(16);
      expect(await held()).toEqual([]);
    });

    it('are not known under an id that is none', async () => {
      expect(await programme.capture(randomUUID())).toMatchObject({
        status: 404,
        body: { code: 'loyalty.hold-unknown' },
      });
    });
  });

  describe('that are transferred', () => {
    it('leave one member and reach the other, and keep their date', async () => {
      const ben = await programme.member();
      await programme.accrue(ada, 30, { expiresAt: later(30) });
      await programme.accrue(ada, 30);
      const moved = await programme.transfer(ada, ben, 40, { sourceId: 'gift' });
      expect(moved).toMatchObject({ status: 201, body: { points: 40, balance: 20 } });
      expect((await programme.transfer(ada, ben, 40, { sourceId: 'gift' })).body).toEqual(moved.body);
      expect([await programme.sums(ada), await programme.sums(ben)]).toEqual([
        [20, 0, 0],
        [40, 0, 0],
      ]);
      expect(await programme.transfer(ben, ada, 40, { sourceId: 'gift' })).toMatchObject({
        status: 409,
        body: { differs: ['from', 'to'] },
      });
      await goOn(31);
      expect(await programme.sums(ben)).toEqual([10, 0, 0]);
      const { body } = await programme.client.get(`/v1/loyalty/members/${ben}/entries`);
      expect(body.items.at(-1)).toMatchObject({ category: 'transfer-in', points: 40, counterpart: ada });
    });

    it('go to another member who is there, and are there', async () => {
      expect(await programme.transfer(ada, ada, 1)).toMatchObject({ status: 400 });
      expect(await programme.transfer(ada, 'nobody', 1)).toMatchObject({
        status: 404,
        body: { externalId: 'nobody' },
      });
      expect(await programme.transfer(ada, await programme.member(), 1)).toMatchObject({
        status: 409,
        body: { code: 'loyalty.insufficient-points', balance: 0 },
      });
    });
  });

  describe('that are taken back', () => {
    it('leave the member when they were accrued, unless they have been used', async () => {
      const { body: accrual } = await programme.accrue(ada, 50, {
        availableFrom: later(5),
        expiresAt: later(60),
      });
      const { body: other } = await programme.accrue(ada, 20);
      const back = await programme.reverse(accrual.id);
      expect(back).toMatchObject({ status: 201, body: { points: 50, balance: 20 } });
      expect(await programme.reverse(accrual.id)).toMatchObject({ status: 200, body: back.body });
      expect(await programme.sums(ada)).toEqual([20, 0, 0]);
      await programme.redeem(ada, 15);
      expect(await programme.reverse(other.id)).toMatchObject({
        status: 409,
        body: { code: 'loyalty.insufficient-points', balance: 5 },
      });
    });

    it('come back when they were redeemed or captured, to expire when they would have', async () => {
      await programme.accrue(ada, 30, { expiresAt: later(30) });
      await programme.accrue(ada, 30);
      const { body: redemption } = await programme.redeem(ada, 40);
      const { body: hold } = await programme.hold(ada, 20);
      const { body: capture } = await programme.capture(hold.id);
      expect(await programme.reverse(redemption.id)).toMatchObject({ status: 201, body: { balance: 40 } });
      expect(await programme.reverse(capture.id)).toMatchObject({ status: 201, body: { balance: 60 } });
      await goOn(31);
      expect(await programme.sums(ada)).toEqual([30, 0, 0]);
    });

    it('are gone once they have expired: others do not go in their place', async () => {
      const { body: first } = await programme.accrue(ada, 50, { expiresAt: later(30) });
      await programme.accrue(ada, 50);
      await programme.redeem(ada, 20);
      await goOn(31);
      expect(await programme.reverse(first.id)).toMatchObject({
        status: 409,
        body: { code: 'loyalty.accrual-expired', entryId: first.id },
      });
      expect(await programme.sums(ada)).toEqual([50, 0, 0]);
    });

    it('can be so of accruals and uses only', async () => {
      await programme.accrue(ada, 30);
      const { body: hold } = await programme.hold(ada, 10);
      expect(await programme.reverse(hold.id)).toMatchObject({
        status: 409,
        body: { code: 'loyalty.not-reversible', category: 'hold' },
      });
      expect(await programme.reverse(randomUUID())).toMatchObject({ status: 404 });
    });
  });
});
