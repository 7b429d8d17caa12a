/** What a programme's total was, minute by minute: every minute once, whatever was away meanwhile and however many processes write. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from '@plaza/engines';
import { TotalsService } from '@plaza/loyalty';
import { ClickHouseServer } from '#test/clickhouse';
import { World } from '#test/world';
import { staff } from '../catalog/shop';
import { expectOk, PartnerProgramme } from './programme';

const path = '/v1/loyalty/totals';
const minuteMs = 60_000;
const all = '00000000-0000-0000-0000-000000000000';

interface Told {
  at: string;
  outstanding: number | null;
}

describe('The total of a programme over time', () => {
  let clickhouse: ClickHouseServer;
  let world: World;
  let other: World;
  let programme: PartnerProgramme;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plaza-totals-'));
    clickhouse = await ClickHouseServer.start(folder);
    const variables = { CLICKHOUSE_URL: clickhouse.url };
    world = await World.start({ variables });
    const { database, clock } = world;
    other = await World.start({ variables, database, clock, processes: ['worker'] });
    // A minute begins.
    world.clock.forwardSeconds(60 - (world.clock.now().getTime() % minuteMs) / 1_000);
    programme = await PartnerProgramme.open(world);
    await programme.member('ada');
  }, 120_000);

  afterAll(async () => {
    await other.stop();
    await world.end();
    await clickhouse.end();
    rmSync(folder, { recursive: true });
  });

  /** The last instant that is sure to have been written, and the first of the minute. */
  const now = () => new Date(Math.floor(world.clock.now().getTime() / minuteMs) * minuteMs);

  /** To where the minute before can be written, and this one, too, whatever the machine takes for it. */
  async function nextMinute(): Promise<void> {
    const intoMs = world.clock.now().getTime() % minuteMs;
    world.clock.forwardSeconds((minuteMs + 40_000 - intoMs) / 1_000);
    await programme.signIn();
    await Promise.all([world.settle(), other.settle()]);
  }

  async function told(minutes: number, interval = '1m'): Promise<(number | null)[]> {
    const from = new Date(now().getTime() - (minutes - 1) * minuteMs).toISOString();
    const { body } = await expectOk(programme.client.get(path, { query: { from, interval } }));
    const points = body.points as Told[];
    expect(points.map(({ at }) => at)).toEqual(
      points.map((_, index) => new Date(Date.parse(from) + index * minuteMs).toISOString()),
    );
    return points.map(({ outstanding }) => outstanding);
  }

  /** Rows as they lie there, before ClickHouse has made one of those that are alike. */
  const rowsTwice = () =>
    clickhouse.rows(
      'SELECT series, minute, count() AS rows FROM plaza_loyalty_totals GROUP BY series, minute HAVING rows > 1',
    );

  /** What each of the processes tells of it. */
  async function measured(name: string): Promise<number[]> {
    const texts = await Promise.all(
      [world, other].map(async ({ url }) => (await fetch(new URL('/metrics', url))).text()),
    );
    const told = new RegExp(String.raw`^${name}\{[^}]*\} (\S+)$`, 'gm');
    return texts.flatMap((text) => [...text.matchAll(told)].map(([, value]) => Number(value)));
  }

  /** By how much the series is behind, as whoever asks all processes makes of it. */
  const lagSeconds = async () => Math.min(...(await measured('plaza_loyalty_totals_lag_seconds')));

  async function totalOfAll(): Promise<number | null | undefined> {
    const { client } = await staff(world);
    const { body } = await expectOk(
      client.get(`${path}/all`, { query: { from: now().toISOString(), interval: '1m' } }),
    );
    return (body.points as Told[])[0]?.outstanding;
  }

  /** More than a number can hold: of such a programme nothing can be reckoned. */
  const bend = ({ partnerId }: PartnerProgramme, by: '+' | '-') =>
    withClient(world.database.ownerUrl, async (client) => {
      await client.query(`SELECT set_config('plaza.partner_id', $1, false)`, [partnerId]);
      const bent = await client.query(
        `UPDATE loyalty.accounts SET balance = balance ${by} 10000000000000000 WHERE kind = 'redeemed' AND stripe = 0`,
      );
      expect(bent.rowCount).toBe(1);
    });

  it('has a point for every minute, once, with two processes that write', async () => {
    await programme.accrue('ada', 100);
    await nextMinute();
    await programme.redeem('ada', 30);
    await nextMinute();
    await nextMinute();
    expect(await told(4)).toEqual([null, 100, 70, 70]);
    expect(await rowsTwice()).toEqual([]);
  });

  it('is complete after ClickHouse was stopped for ten minutes, made up from the ledger', async () => {
    await clickhouse.stop();
    const before = now();
    const expected: number[] = [];
    for (let minute = 1, total = 70; minute <= 10; minute += 1) {
      await programme.accrue('ada', minute, {
        // What accrues in the third minute expires in the sixth.
        ...(minute === 3 && { expiresAt: new Date(world.clock.now().getTime() + 3 * minuteMs - 30_000) }),
      });
      total += minute - (minute === 6 ? 3 : 0);
      expected.push(total);
      await nextMinute();
    }
    expect(await programme.client.get(path)).toMatchObject({
      status: 503,
      body: { code: 'loyalty.totals-unavailable', retryAfter: 60 },
    });
    expect(await lagSeconds()).toBeGreaterThan(600);
    await clickhouse.startAgain();
    await Promise.all([world.settle(), other.settle()]);
    expect(await lagSeconds()).toBeLessThan(120);
    expect(now().getTime() - before.getTime()).toBe(10 * minuteMs);
    expect(await told(10)).toEqual(expected);
    expect(await rowsTwice()).toEqual([]);
    const [counted] = await clickhouse.rows<{ minutes: string; span: string }>(
      `SELECT toString(uniqExact(minute)) AS minutes, toString((max(minute) - min(minute)) / 60 + 1) AS span
       FROM plaza_loyalty_totals WHERE series = '${all}'`,
    );
    expect(counted?.minutes).toBe(counted?.span);
  }, 120_000);

  it('is made anew where it was lost, and replaced and not doubled by what is written twice', async () => {
    const before = await told(10);
    const everything =
      'SELECT series, minute, outstanding FROM plaza_loyalty_totals FINAL ORDER BY series, minute';
    const kept = await clickhouse.rows(everything);
    await clickhouse.rows('ALTER TABLE plaza_loyalty_totals DELETE WHERE true SETTINGS mutations_sync = 1');
    // As two would that both believe to be the only one.
    const both = [world, other].map(({ app }) => app.get(TotalsService));
    await Promise.all(
      both.map(async (totals) => {
        while (await totals.write());
      }),
    );
    expect(await told(10)).toEqual(before);
    expect(await clickhouse.rows(everything)).toEqual(kept);
  });

  it('is told at the ticks of an interval, and null where nobody knows it', async () => {
    const to = now();
    const query = {
      from: new Date(to.getTime() - 20 * minuteMs).toISOString(),
      to: to.toISOString(),
      interval: '5m',
    };
    const { body } = await expectOk(programme.client.get(path, { query }));
    const points = body.points as Told[];
    expect(points).toHaveLength(4);
    for (const { at } of points) expect(Date.parse(at) % (5 * minuteMs)).toBe(0);
    expect(points[0]?.outstanding).toBeNull();
    expect(points.at(-1)?.outstanding).not.toBeNull();
    const tooMany = { from: '2020-01-01T00:00:00Z', interval: '1m' };
    expect(await programme.client.get(path, { query: tooMany })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/interval' }] },
    });
    const none = { from: '2030-01-01T00:00:00Z', to: '2020-01-01T00:00:00Z' };
    expect(await programme.client.get(path, { query: none })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/from' }] },
    });
  });

  it('adds up with those of others to the total of all, which staff see', async () => {
    const ben = await PartnerProgramme.open(world);
    await ben.member('ben');
    await ben.accrue('ben', 5_000);
    await nextMinute();
    await nextMinute();
    const clerk = await staff(world);
    const query = { from: new Date(now().getTime() - minuteMs).toISOString(), interval: '1m' };
    const [own] = await told(2);
    const { body } = await expectOk(clerk.client.get(`${path}/all`, { query }));
    expect((body.points as Told[])[0]?.outstanding).toBe((own ?? 0) + 5_000);
    expect((await programme.client.get(`${path}/all`)).status).toBe(403);
  });

  it('goes on while that of another cannot be reckoned, which is made up for later, as is that of all', async () => {
    const broken = await PartnerProgramme.open(world);
    await broken.member('cy');
    await broken.accrue('cy', 40);
    await nextMinute();
    const before = await totalOfAll();
    const [own] = await told(1);
    await bend(broken, '+');
    await programme.accrue('ada', 3);
    await nextMinute();
    expect(await told(2)).toEqual([own, (own ?? 0) + 3]);
    expect(await totalOfAll()).toBeNull();
    expect(await measured('plaza_loyalty_totals_failing_programmes')).toContain(1);
    await bend(broken, '-');
    await Promise.all([world.settle(), other.settle()]);
    expect(await totalOfAll()).toBe((before ?? 0) + 3);
    expect(await measured('plaza_loyalty_totals_failing_programmes')).not.toContain(1);
  });
});

describe('Where ClickHouse is within the process, the total of a programme over time', () => {
  it('is the same', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plaza-totals-'));
    const world = await World.start({ variables: { CLICKHOUSE_FOLDER: folder } });
    const programme = await PartnerProgramme.open(world);
    await programme.member('ada');
    await programme.accrue('ada', 7);
    const from = world.clock.now().toISOString();
    world.clock.forwardMinutes(3);
    await programme.signIn();
    await world.settle();
    const { body } = await expectOk(programme.client.get(path, { query: { from, interval: '1m' } }));
    expect((body.points as Told[])[0]?.outstanding).toBe(7);
    await world.end();
    rmSync(folder, { recursive: true });
  }, 120_000);
});
