import * as fc from 'fast-check';
import { Week } from './week';

const hourMs = 3_600_000;
const named = (name: string): Week => {
  const week = Week.named(name);
  if (!week) throw new Error(`There is no week ${name}`);
  return week;
};
const spanOf = (name: string, zone: string) => {
  const { from, to } = named(name).span(zone);
  return [from.toISOString(), to.toISOString()];
};
const hoursOf = (name: string, zone: string) => {
  const { from, to } = named(name).span(zone);
  return (to.getTime() - from.getTime()) / hourMs;
};
const zones = ['UTC', 'Europe/Madrid', 'America/Bogota', 'Europe/Kyiv', 'Australia/Lord_Howe', 'Asia/Beirut'];
const anyWeek = fc
  .record({ at: fc.date({ min: new Date('1971-01-01'), max: new Date('2999-12-01'), noInvalidDate: true }) })
  .chain(({ at }) => fc.constantFrom(...zones).map((zone) => ({ at, zone })));

describe('A week', () => {
  it('begins on Monday at midnight where the shop is', () => {
    expect(spanOf('2026-W47', 'UTC')).toEqual(['2026-11-16T00:00:00.000Z', '2026-11-23T00:00:00.000Z']);
    expect(spanOf('2026-W47', 'America/Bogota')).toEqual([
      '2026-11-16T05:00:00.000Z',
      '2026-11-23T05:00:00.000Z',
    ]);
  });

  it.each([
    ['2026-W13', 'Europe/Madrid', 167],
    ['2026-W43', 'Europe/Madrid', 169],
    ['2026-W13', 'Europe/Kyiv', 167],
    ['2026-W10', 'America/New_York', 167],
    ['2026-W44', 'America/New_York', 169],
    ['2026-W14', 'Australia/Lord_Howe', 168.5],
    ['2026-W43', 'America/Bogota', 168],
  ])('%s in %s has %d hours', (name, zone, hours) => {
    expect(hoursOf(name, zone)).toBe(hours);
  });

  it('begins at one where clocks are put forward at midnight, and at the first of two midnights', () => {
    const beirut = named('2026-W13')
      .days('Asia/Beirut')
      .map((day) => day.toISOString());
    expect(beirut.slice(5, 7)).toEqual(['2026-03-27T22:00:00.000Z', '2026-03-28T22:00:00.000Z']);
    const havana = named('2026-W44')
      .days('America/Havana')
      .map((day) => day.toISOString());
    expect(havana.slice(6)).toEqual(['2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z']);
  });

  it.each([
    ['2027-01-03T12:00:00Z', '2026-W53'],
    ['2027-01-04T12:00:00Z', '2027-W01'],
    ['2024-12-30T12:00:00Z', '2025-W01'],
    ['2021-01-03T12:00:00Z', '2020-W53'],
    ['2015-08-03T20:07:30Z', '2015-W32'],
  ])('of %s is %s', (at, name) => {
    expect(Week.at(new Date(at), 'UTC').name).toBe(name);
  });

  it.each(['2026-W54', '2025-W53', '2026-W00', '2026-47', '2026-W7', '0999-W10', '1969-W02', 'now'])(
    '%s is none',
    (name) => {
      expect(Week.named(name)).toBeUndefined();
    },
  );

  it('has every instant that it says it has, follows the week before without a gap, and is found by its name', () => {
    fc.assert(
      fc.property(anyWeek, ({ at, zone }) => {
        const week = Week.at(at, zone);
        const { from, to } = week.span(zone);
        expect(from.getTime() <= at.getTime() && at.getTime() < to.getTime()).toBe(true);
        expect(week.before.span(zone).to).toEqual(from);
        expect(named(week.name)).toEqual(week);
        const days = week.days(zone);
        expect([days[0], days[7]]).toEqual([from, to]);
      }),
      { numRuns: 300 },
    );
  });
});
