/** What a programme's total was, minute by minute: every minute once, whatever was away meanwhile and however many processes write. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  });

  afterAll(async () => {
    await other.stop();
    await world.end();
    await clickhouse.end();
    rmSync(folder, { recursive: true });
  });

  /** The last instant that is sure to have been written, and the first of the minute. */
  const now = () => new Date(Math.floor(world.clock.now().getTime() / minuteMs) * minuteMs);

  async function nextMinute(): Promise<void> {
    world.clock.forwardSeconds(60);
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

  /** By how much the series is behind, as whoever asks all processes makes of it. */
  async function lagSeconds(): Promise<number> {
    const measured = await Promise.all(
      [world, other].map(async ({ url }) => (await fetch(new URL('/metrics', url))).text()),
    );
    const lags = measured.flatMap((text) => [
      ...text.matchAll(/^plaza_loyalty_totals_lag_seconds\{[^}]*\} (\S+)$/gm),
    ]);
    return Math.min(...lags.map(([, seconds]) => Number(seconds)));
  }

  it('has a point for every minute, once, with two processes that write', async () => {
    await programme.accrue('ada', 100);
    await nextMinute();
    await programme.redeem('ada', 30);
    await nextMinute();
    await nextMinute();
    world.clock.forwardSeconds(40);
    await Promise.all([world.settle(), other.settle()]);
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
  });

  it('is replaced and not doubled by what is written again', async () => {
    const before = await told(10);
    await clickhouse.rows(
      `ALTER TABLE plaza_loyalty_totals DELETE WHERE series = '${all}' SETTINGS mutations_sync = 1`,
    );
    while (await world.app.get(TotalsService).write());
    expect(await rowsTwice()).not.toEqual([]);
    expect(await told(10)).toEqual(before);
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
});

describe('Where ClickHouse is within the process, the total of a programme over time', () => {
  it('is the same', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plaza-totals-'));
    const world = await World.start({ variables: { CLICKHOUSE_FOLDER: folder } });
    const programme = await PartnerProgramme.open(world);
    await programme.member('ada');
    await programme.accrue('ada', 7);
    world.clock.forwardSeconds(120);
    await programme.signIn();
    await world.settle();
    const from = new Date(world.clock.now().getTime() - 2 * minuteMs).toISOString();
    const { body } = await expectOk(programme.client.get(path, { query: { from, interval: '1m' } }));
    expect((body.points as Told[])[0]?.outstanding).toBe(7);
    await world.end();
    rmSync(folder, { recursive: true });
  });
});
