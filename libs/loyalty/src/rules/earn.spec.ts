/** What an order earns: every rule on its own, several together, and what must be so whatever the rules are. */
import * as fc from 'fast-check';
import { earn, pointsToTakeBack, type Purchase } from './earn';
import { contradictionsOf, roundings, type EarningRules, type Multiplier } from './earning-rules';

const plain: EarningRules = {
  ...{ currency: 'EUR', amount: 100, points: 1, rounding: 'down', zone: 'Europe/Madrid', multipliers: [] },
  ...{ orderPointsMax: null, pendingDays: null, expiresAfterDays: null },
};
const sunday = new Date('2026-11-29T11:00:00Z');

const multiplier = (name: string, percent: number, more: Partial<Multiplier> = {}): Multiplier => ({
  ...{ name, percent, categoryId: null, branchId: null, from: null, until: null, weekdays: null },
  ...more,
});
const line = (amount: number, ...categoryIds: string[]) => ({ productId: null, amount, categoryIds });
const bought = (...lines: Purchase['lines']): Purchase => ({ lines, currency: 'EUR', branchId: 'centre' });
const pointsOf = (rules: Partial<EarningRules>, purchase: Purchase, at = sunday) =>
  earn(purchase, { ...plain, ...rules }, at).points;

describe('An order', () => {
  it('earns for what its lines come to together, rounded once', () => {
    const purchase = bought(line(150), line(149));
    expect(pointsOf({}, purchase)).toBe(2);
    expect(pointsOf({ rounding: 'nearest' }, purchase)).toBe(3);
    expect(pointsOf({ rounding: 'nearest' }, bought(line(249)))).toBe(2);
    expect(pointsOf({ rounding: 'nearest' }, bought(line(250)))).toBe(3);
    expect(pointsOf({ rounding: 'up' }, bought(line(201)))).toBe(3);
    expect(pointsOf({ amount: 30, points: 7 }, bought(line(100)))).toBe(23);
    expect(pointsOf({ rounding: 'up' }, bought())).toBe(0);
  });

  it('earns by the highest multiplier that fits a line, and by itself where none does', () => {
    const multipliers = [
      multiplier('drinks', 200, { categoryId: 'drinks' }),
      multiplier('wine', 300, { categoryId: 'wine' }),
      multiplier('half', 50),
      multiplier('tobacco', 0, { categoryId: 'tobacco' }),
    ];
    const { points, lines } = earn(
      bought(
        line(1_000, 'wine', 'drinks'),
        line(1_000, 'drinks'),
        line(1_000, 'bread'),
        line(1_000, 'tobacco'),
      ),
      { ...plain, multipliers },
      sunday,
    );
    expect(points).toBe(30 + 20 + 5 + 5);
    expect(lines.map(({ multiplier: name, percent }) => [name, percent])).toEqual([
      ['wine', 300],
      ['drinks', 200],
      ['half', 50],
      ['half', 50],
    ]);
    expect(lines[0]?.fitting).toEqual(['wine', 'drinks', 'half']);
    const onlyTobacco = { multipliers: multipliers.slice(3) };
    expect(pointsOf(onlyTobacco, bought(line(1_000, 'tobacco'), line(1_000)))).toBe(10);
  });

  it('earns more where and when it was declared, by the calendar of the zone', () => {
    const at = (more: Partial<Multiplier>, when: string) =>
      pointsOf({ multipliers: [multiplier('more', 200, more)] }, bought(line(100)), new Date(when));
    expect(at({ branchId: 'centre' }, '2026-11-29T11:00:00Z')).toBe(2);
    expect(at({ branchId: 'north' }, '2026-11-29T11:00:00Z')).toBe(1);
    // In Madrid the day begins an hour earlier than in UTC.
    expect(at({ from: '2026-12-01' }, '2026-11-30T22:59:59Z')).toBe(1);
    expect(at({ from: '2026-12-01' }, '2026-11-30T23:00:00Z')).toBe(2);
    expect(at({ until: '2026-12-01' }, '2026-12-01T22:59:59Z')).toBe(2);
    expect(at({ until: '2026-12-01' }, '2026-12-01T23:00:00Z')).toBe(1);
    expect(at({ weekdays: [7] }, '2026-11-29T22:59:59Z')).toBe(2);
    expect(at({ weekdays: [7] }, '2026-11-29T23:00:00Z')).toBe(1);
    expect(at({ weekdays: [7] }, '2026-11-28T23:00:00Z')).toBe(2);
  });

  it('earns no more than an order may, and says so', () => {
    const rules = { ...plain, orderPointsMax: 5 };
    expect(earn(bought(line(500)), rules, sunday)).toMatchObject({ points: 5, capped: false });
    expect(earn(bought(line(700)), rules, sunday)).toMatchObject({
      points: 5,
      capped: true,
      exact: '7.0000',
    });
  });

  it('earns nothing in another currency', () => {
    const told = earn({ ...bought(line(500)), currency: 'USD' }, plain, sunday);
    expect(told).toMatchObject({ points: 0, otherCurrency: true, exact: '0.0000' });
  });

  it('explains to four digits what was rounded', () => {
    const told = earn(bought(line(100), line(33)), { ...plain, amount: 300, points: 2 }, sunday);
    expect(told).toMatchObject({
      points: 0,
      exact: '0.8866',
      lines: [{ exact: '0.6666' }, { exact: '0.2200' }],
    });
  });
});

const amounts = fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 8 });
const anyRules = fc.record({
  amount: fc.integer({ min: 1, max: 1_000_000 }),
  points: fc.integer({ min: 1, max: 1_000 }),
  rounding: fc.constantFrom(...roundings),
  percents: fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 4 }),
  most: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
});

describe('Whatever the rules are', () => {
  it('an order earns at most what its lines would earn alone, each rounded up, and at least each rounded down', () => {
    fc.assert(
      fc.property(amounts, anyRules, (lines, { percents, most, ...more }) => {
        const multipliers = percents.map((percent, at) => multiplier(String(at), percent));
        const rules = { ...plain, ...more, multipliers, orderPointsMax: null };
        const alone = (rounding: EarningRules['rounding']) =>
          lines.reduce((sum, amount) => sum + pointsOf({ ...rules, rounding }, bought(line(amount))), 0);
        const points = pointsOf(rules, bought(...lines.map((amount) => line(amount))));
        expect(points).toBeGreaterThanOrEqual(alone('down'));
        expect(points).toBeLessThanOrEqual(alone('up'));
        const capped = pointsOf(
          { ...rules, orderPointsMax: most },
          bought(...lines.map((amount) => line(amount))),
        );
        expect(capped).toBe(Math.min(points, most ?? points));
      }),
    );
  });

  it('what is taken back bit by bit never exceeds what was earned, and is all of it in the end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 8 }),
        (earned, parts) => {
          const captured = parts.reduce((sum, part) => sum + part, 0);
          let refunded = 0;
          let before = 0;
          for (const part of parts) {
            refunded += part;
            const inAll = pointsToTakeBack(earned, { refunded, captured });
            expect(inAll).toBeGreaterThanOrEqual(before);
            expect(inAll).toBeLessThanOrEqual(earned);
            expect(Math.abs(inAll - (earned / captured) * refunded)).toBeLessThan(1.001);
            before = inAll;
          }
          expect(before).toBe(earned);
        },
      ),
    );
  });
});

describe('Rules', () => {
  it('that contradict themselves are told all at once, each with its place', () => {
    const multipliers = [
      multiplier('one', 200),
      multiplier('one', 300, { from: '2026-12-02', until: '2026-12-01' }),
    ];
    const rules = { ...plain, multipliers, pendingDays: 30, expiresAfterDays: 30 };
    expect(contradictionsOf(rules).map(({ pointer }) => pointer)).toEqual([
      '/multipliers/1/name',
      '/multipliers/1/until',
      '/expiresAfterDays',
    ]);
    expect(contradictionsOf(plain)).toEqual([]);
  });
});
