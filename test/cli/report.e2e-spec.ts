/**
 * The report from a terminal, of what the legacy shop sold: counted by the same definitions as everything else, so that the figures that
 * follow from its dump come out. And reconciliation, which has nothing against it.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { legacyDump, legacyInAll } from '#test/legacy-shop';
import { Recipients } from '@plaza/reporting';
import { World } from '#test/world';
import { product } from '../catalog/shop';
import { ReportRead } from '../reporting/shop-week';
import { plaza, plazaJson } from './command';

const commandsMs = 180_000;
/** Of the calendar, the dump lies in two: the first three purchases are of the week before. */
const week = '2015-W32';

describe('From a terminal', () => {
  let world: World;
  let folder: string;
  let report: ReportRead;
  const file = (name: string) => join(folder, name);

  beforeAll(async () => {
    world = await World.start();
    folder = await mkdtemp(join(tmpdir(), 'plaza-report-'));
    await writeFile(file('shop.sql'), legacyDump());
    await plazaJson(world, 'import', 'legacy-shop', file('shop.sql'));
    report = new ReportRead(await plazaJson(world, 'report', '--week', week));
  }, commandsMs);

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await world.end();
  });

  const inAll = (name: string) => {
    const { value, before } = report.figure(name);
    return (value ?? 0) + (before?.value ?? 0);
  };

  it('the purchases of the legacy shop are counted by what is known of them', () => {
    expect(inAll('purchases')).toBe(23);
    expect(inAll('purchases-with-price')).toBe(18);
    expect(inAll('purchases-with-product')).toBe(17);
    expect(inAll('purchases-with-customer-and-product')).toBe(14);
    expect(inAll('purchases-with-customer-product-and-branch')).toBe(10);
    expect(inAll('revenue')).toBe(legacyInAll);
    expect(inAll('margin')).toBe(164_002);
    expect(inAll('busy-minutes')).toBe(3);
    expect(inAll('purchases') / inAll('busy-minutes')).toBeCloseTo(7.67, 2);
  });

  it('they differ from the list with their sign, over those of which both prices are known', () => {
    const { value, rows, before } = report.figure('difference-average');
    const lines = rows + (before?.rows ?? 0);
    const sum = (value ?? 0) * rows + (before?.value ?? 0) * (before?.rows ?? 0);
    expect([lines, Number((sum / lines).toFixed(2))]).toEqual([6, 27_333.67]);
    expect(report.figure('difference-largest')).toMatchObject({ value: 90_001, before: { value: 31_000 } });
    expect(report.figure('difference-smallest').value).toBe(-7_999);
  });

  it(
    'the report is shown as text and written to files',
    async () => {
      const { code, stdout } = await plaza(world, 'report', '--week', week, '--language', 'es');
      expect([code, stdout]).toEqual([0, expect.stringContaining(`Informe semanal ${week}`)]);
      const files = ['--html', file('w.html'), '--pdf', file('w.pdf'), '--csv', file('w.csv')];
      const { stdout: told } = await plaza(world, 'report', '--week', week, ...files);
      expect(told.trim().split('\n')).toEqual([file('w.html'), file('w.pdf'), file('w.csv')]);
      expect(await readFile(file('w.html'), 'utf8')).toContain('Producto5');
      expect((await readFile(file('w.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
      expect(await readFile(file('w.csv'), 'utf8')).toContain(`${week},sales,purchases,`);
    },
    commandsMs,
  );

  it(
    'the last week is previewed without being named, and one that is named is sent to its recipients',
    async () => {
      const preview = await plaza(world, 'report', '--week', '--preview');
      expect([preview.code, preview.stdout]).toEqual([0, expect.stringContaining('Weekly report 20')]);
      expect(await plaza(world, 'report', '--week', '--send')).toMatchObject({
        ...{ code: 1, stderr: expect.stringContaining('has to be said') },
      });
      const address = 'owner@example.org';
      await world.app.get(Recipients).add({ address, language: 'en', attachments: [] });
      const sent = () => plazaJson(world, 'report', '--week', week, '--send');
      expect(await sent()).toEqual({ week, edition: 1, delivered: 1, already: 0 });
      expect(await sent()).toEqual({ week, edition: 1, delivered: 0, already: 1 });
      expect(await world.rows('SELECT recipient FROM notifications.mails')).toEqual([{ recipient: address }]);
    },
    commandsMs,
  );

  it(
    'a week that is none is refused, and what was not sold by us has nothing to be reconciled',
    async () => {
      expect(await plaza(world, 'report', '--week', '2015-W54')).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('named like 2026-W47'),
      });
      expect(await plaza(world, 'reconcile')).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('everything fits'),
      });
    },
    commandsMs,
  );

  it(
    'what does not fit is told, and is the exit code of reconciliation',
    async () => {
      await product(world, { name: 'Lamp', price: 1_000, onHand: 5 });
      await world.rows(
        `INSERT INTO catalog.stock_movements (product_id, branch_id, delta, cause, reference, moved_at)
         SELECT product_id, branch_id, -1, 'sale', gen_random_uuid(), now() - interval '1 day' FROM catalog.stock`,
      );
      expect(await plaza(world, 'reconcile')).toMatchObject({
        code: 1,
        stdout: expect.stringMatching(/1 do not fit[^]*movement-without-cause/),
      });
    },
    commandsMs,
  );
});
