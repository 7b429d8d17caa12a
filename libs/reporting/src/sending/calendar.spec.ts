import { dueBy } from './calendar';

const bogota = { zone: 'America/Bogota', cron: '0 7 * * 1' };
const dueAt = (now: string, calendar = bogota) =>
  dueBy(new Date(now), calendar).map(({ week, at }) => `${week.name} ${at.toISOString()}`);

describe('A report is due', () => {
  it('on Monday at seven where the shop is, of the week before; and not a moment earlier', () => {
    expect(dueAt('2026-11-23T11:59:59Z').at(-1)).toBe('2026-W46 2026-11-16T12:00:00.000Z');
    expect(dueAt('2026-11-23T12:00:00Z').at(-1)).toBe('2026-W47 2026-11-23T12:00:00.000Z');
  });

  it('still, after nothing ran for some weeks, the oldest first', () => {
    expect(dueAt('2026-11-25T00:00:00Z').map((due) => due.slice(0, 8))).toEqual([
      '2026-W44',
      '2026-W45',
      '2026-W46',
      '2026-W47',
    ]);
  });

  it('at seven by the clocks of the day, in winter and in summer', () => {
    const madrid = { zone: 'Europe/Madrid', cron: '0 7 * * 1' };
    expect(dueAt('2026-03-30T05:00:00Z', madrid).at(-1)).toBe('2026-W13 2026-03-30T05:00:00.000Z');
    expect(dueAt('2026-10-26T06:00:00Z', madrid).at(-1)).toBe('2026-W43 2026-10-26T06:00:00.000Z');
  });

  it('once a week, the first time that fits, and not in a week in which none does', () => {
    const daily = { zone: 'UTC', cron: '30 6 * * *' };
    expect(dueAt('2026-11-25T12:00:00Z', daily).at(-1)).toBe('2026-W47 2026-11-23T06:30:00.000Z');
    const monthly = { zone: 'UTC', cron: '0 7 1 * *' };
    expect(dueAt('2026-11-25T12:00:00Z', monthly)).toEqual([]);
    const atOnce = { zone: 'UTC', cron: '0 0 * * 1' };
    expect(dueAt('2026-11-23T00:00:00Z', atOnce).at(-1)).toBe('2026-W47 2026-11-23T00:00:00.000Z');
  });
});
