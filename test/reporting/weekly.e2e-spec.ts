/** The weekly report as staff look at it: every number with the rows behind it, beside the week before. */
import { randomUUID } from 'node:crypto';
import { RegistrationService } from '@plaza/identity';
import { category, product } from '../catalog/shop';
import { PartnerProgramme } from '../loyalty/programme';
import { eventually } from '#test/eventually';
import { pdfText } from '#test/pdf-text';
import { World } from '#test/world';
import { ShopWeeks, type ReportRead } from './shop-week';

describe('The weekly report', () => {
  let world: World;
  let weeks: ShopWeeks;
  let first: string;
  let second: string;
  let report: ReportRead;

  beforeAll(async () => {
    world = await World.start();
    weeks = await ShopWeeks.begin(world);
    const light = await category(world, 'Light');
    const lamp = await product(world, {
      name: '=Lamp, "bright"',
      price: 1_000,
      onHand: 8,
      categoryId: light,
    });
    const chair = await product(world, { name: 'Chair', price: 3_000, onHand: 100 });
    const document = randomUUID().slice(0, 12);
    await world.app.get(RegistrationService).register({
      ...{
        username: `known-${document}`,
        email: `${document}@example.org`,
        password: 'a long enough password',
      },
      ...{ fullName: 'Ada <b>Known</b>', documentNumber: document },
    });
    const programme = await PartnerProgramme.open(world);
    const member = await programme.member();

    first = weeks.now;
    await weeks.sell(lamp, 1);
    await programme.accrue(member, 300);
    await weeks.goOn();
    second = weeks.now;
    await weeks.sell(lamp, 2, { unitPrice: 750, document });
    await weeks.sell(chair, 1, { unitPrice: 3_300 });
    await weeks.later(10);
    await weeks.sell(lamp, 3, { document });
    await programme.signIn();
    await programme.accrue(member, 100);
    await programme.redeem(member, 150);
    await eventually(async () => {
      await world.settle();
      expect(await world.rows('SELECT FROM audit.seals')).not.toEqual([]);
    });
    await weeks.goOn();
    report = await weeks.report(second);
  });

  afterAll(() => world.end());

  it('tells how much was sold and by how many purchases', () => {
    expect(report.numbers('purchases')).toEqual([3, 3, 1, 1]);
    expect(report.numbers('purchases-with-product')).toEqual([3, 3, 1, 1]);
    expect(report.numbers('purchases-with-customer-product-and-branch')).toEqual([2, 2, 0, 0]);
    expect(report.numbers('revenue')).toEqual([1_500 + 3_300 + 3_000, 3, 1_000, 1]);
    expect(report.figure('revenue').currency).toBe('EUR');
  });

  it('tells the differences between list price and price charged, with their sign, and their sum as margin', () => {
    expect(report.numbers('difference-largest')).toEqual([250, 3, 0, 1]);
    expect(report.numbers('difference-smallest')).toEqual([-300, 3, 0, 1]);
    expect(report.figure('difference-average').value).toBeCloseTo((250 - 300 + 0) / 3);
    expect(report.numbers('margin')).toEqual([2 * 250 - 300, 3, 0, 1]);
  });

  it('tells purchases per minute, over those that had any and over all of the week', () => {
    expect(report.numbers('busy-minutes')).toEqual([2, 2, 1, 1]);
    expect(report.numbers('purchases-per-busy-minute')).toEqual([1.5, 3, 1, 1]);
    expect(report.figure('purchases-per-minute').value).toBeCloseTo(3 / (7 * 24 * 60));
  });

  it('tells who bought most and what sold, where and of what kind', () => {
    expect(report.rows('branches')).toMatchObject([
      { label: 'Online', values: { purchases: 3, revenue: 7_800 }, before: { purchases: 1, revenue: 1_000 } },
    ]);
    expect(report.rows('products')).toMatchObject([
      {
        label: '=Lamp, "bright"',
        values: { purchases: 2, pieces: 5, revenue: 4_500 },
        before: { pieces: 1 },
      },
      { label: 'Chair', values: { purchases: 1, pieces: 1, revenue: 3_300 }, before: null },
    ]);
    expect(report.rows('categories')).toMatchObject([
      {
        label: 'Light',
        values: { lines: 2, pieces: 5 },
        counts: { pieces: 2, revenue: 2 },
        before: { lines: 1 },
      },
      { label: 'Things', values: { lines: 1 } },
    ]);
    expect(report.rows('customers')).toMatchObject([
      { label: 'Ada <b>Known</b>', values: { purchases: 2, revenue: 4_500 }, before: null },
    ]);
  });

  it('tells what is about to run out at the pace of the week', () => {
    expect(report.rows('running-out')).toMatchObject([
      {
        label: '=Lamp, "bright" · Online',
        values: { available: 2, sold: 5, 'days-left': 2.8 },
        counts: { sold: 2 },
      },
    ]);
    expect(report.figure('running-out')).toMatchObject({ value: 1, before: null });
  });

  it('tells points that were issued and used, and what was outstanding at the end, so that it adds up', () => {
    expect(report.numbers('points-issued')).toEqual([100, 1, 300, 1]);
    expect(report.numbers('points-used')).toEqual([150, 1, 0, 0]);
    expect(report.numbers('points-outstanding')).toEqual([250, 1, 300, 1]);
    expect(report.rows('partners')).toMatchObject([
      {
        values: { issued: 100, used: 150, outstanding: 250 },
        counts: { issued: 1, used: 1, expired: 0, outstanding: 1 },
      },
    ]);
  });

  it('tells what became of payments, with the census, and the root of the audit log for each day', () => {
    expect(report.numbers('payments')).toEqual([3, 3, 1, 1]);
    expect(report.rows('payment-outcomes')).toMatchObject([
      { label: 'Captured', currency: 'EUR', values: { payments: 3, amount: 7_800 } },
    ]);
    expect(report.rows('census')).toMatchObject([{ label: 'offline/0', values: { received: 4, stored: 4 } }]);
    const { roots, to } = report.body;
    expect(roots.at(-1)).toMatchObject({ until: to, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('says in every language what each number is and what it counts', async () => {
    for (const language of ['en', 'es', 'uk']) {
      const { body } = await weeks.client.get('/v1/reports/weekly', { query: { week: second, language } });
      for (const { figures, lists } of body.sections) {
        for (const { label, definition } of [...figures, ...lists]) {
          expect(label).not.toBe('');
          expect(definition).toMatch(/\.$/);
        }
      }
    }
  });

  it('is of the last week that is over where none is named', async () => {
    expect((await weeks.client.get('/v1/reports/weekly')).body).toMatchObject({ week: second, isOver: true });
    expect((await weeks.report(weeks.now)).body.isOver).toBe(false);
    const earlier = await weeks.report(first);
    expect(earlier.numbers('purchases')).toEqual([1, 1, 0, 0]);
    expect(earlier.figure('points-outstanding').value).toBe(300);
  });

  it('can be had as a page, in which nothing that people wrote is markup', async () => {
    const headers = { accept: 'text/html' };
    const {
      status,
      body,
      headers: answered,
    } = await weeks.client.get(`/v1/reports/weekly?week=${second}&language=es`, { headers });
    expect([status, answered.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answered.get('content-security-policy')).toContain("default-src 'none'");
    expect(body).toContain('<html lang="es">');
    expect(body).toContain('Ada &lt;b&gt;Known&lt;/b&gt;');
    expect(body).toContain('prefers-color-scheme: dark');
    expect(body).not.toMatch(/<(?:script|img|svg|link)|url\(|https?:/);
    expect(body.length).toBeLessThan(100_000);
  });

  it('can be had as CSV, in which nothing is a formula', async () => {
    const headers = { accept: 'text/csv' };
    const { body } = await weeks.client.get<string>(`/v1/reports/weekly?week=${second}`, { headers });
    const lines = body.split('\r\n');
    expect(lines[0]).toBe(
      'week,section,name,item,item_id,column,label,unit,currency,value,rows,before,before_rows,sent,sent_rows,definition',
    );
    expect(lines.find((line) => line.includes(',sales,revenue,'))).toMatch(
      /^[\d-]+W\d+,sales,revenue,,,,Revenue,money,EUR,78\.00,3,10\.00,1,,,/,
    );
    const lampRevenue = lines.find((line) => line.includes(',products,') && line.includes(',revenue,'));
    expect(lampRevenue).toContain(',EUR,45.00,2,10.00,1,,,');
    expect(lampRevenue).toContain(`"'=Lamp, ""bright"""`);
  });

  it('can be had for printing, with the same numbers', async () => {
    const answer = await fetch(new URL(`/v1/reports/weekly?week=${second}&language=uk`, world.url), {
      headers: { accept: 'application/pdf', authorization: `Bearer ${weeks.token}` },
    });
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const text = pdfText(Buffer.from(await answer.arrayBuffer())).join(' ');
    for (const word of ['Тижневий', second, 'Виторг', 'Ada', '<b>Known</b>']) expect(text).toContain(word);
  });

  it('is refused in other forms, and of weeks that have not begun or are none', async () => {
    const other = await weeks.client.get('/v1/reports/weekly', { headers: { accept: 'image/png' } });
    expect([other.status, other.body.code]).toEqual([406, 'request.not-acceptable']);
    const future = await weeks.client.get('/v1/reports/weekly?week=2199-W01');
    expect([future.status, future.body.code]).toEqual([409, 'reporting.week-not-begun']);
    for (const week of ['2026-W54', '2026-47', 'now']) {
      expect((await weeks.client.get(`/v1/reports/weekly?week=${week}`)).status).toBe(400);
    }
  });
});
