import * as fc from 'fast-check';
import { readDate, writeDate } from './record-date';

const zones = ['UTC', 'America/Bogota', 'Europe/Kyiv', 'Asia/Kathmandu', 'Australia/Lord_Howe'];

describe('The date of a transfer record', () => {
  it.each([
    ['2018/02/18 - 20:56:42', 'UTC', '2018-02-18T20:56:42.000Z'],
    ['2018/02/18 - 20:56:42', 'America/Bogota', '2018-02-19T01:56:42.000Z'],
    ['2018/07/01 - 12:00:00', 'Europe/Kyiv', '2018-07-01T09:00:00.000Z'],
    ['2018/2/8-1:56:42', 'UTC', '2018-02-08T01:56:42.000Z'],
    ['2018/02/18 - 20:56:42 GMT', 'UTC', '2018-02-18T20:56:42.000Z'],
    [1_518_987_402, 'America/Bogota', '2018-02-18T20:56:42.000Z'],
    [1_518_987_402.5, 'UTC', '2018-02-18T20:56:42.500Z'],
    ['1518987402', 'UTC', '2018-02-18T20:56:42.000Z'],
  ])('%j in %s is %s', (value, zone, instant) => {
    expect(readDate(value, zone)?.toISOString()).toBe(instant);
  });

  it.each([
    '',
    '2018/02/30 - 20:56:42',
    '2018/13/01 - 20:56:42',
    '2018/02/18 - 24:00:00',
    '2018-02-18',
    'yesterday',
    1e15,
    -1,
    NaN,
    null,
    {},
    [],
    true,
  ])('is none when it is %j', (value) => {
    expect(readDate(value, 'UTC')).toBeNull();
  });

  it('is read as it was written, in every zone', () => {
    const seconds = fc.integer({ min: 0, max: 4_000_000_000 });
    fc.assert(
      fc.property(seconds, fc.constantFrom(...zones), (second, zone) => {
        const at = new Date(second * 1_000);
        const read = readDate(writeDate(at, zone), zone);
        // When clocks are put back an hour is shown twice; then it is one of the two.
        expect(Math.abs((read?.getTime() ?? 0) - at.getTime())).toBeLessThanOrEqual(3_600_000);
        expect(writeDate(read ?? at, zone).slice(0, 21)).toBe(writeDate(at, zone).slice(0, 21));
      }),
    );
  });

  it('is written with its zone', () => {
    expect(writeDate(new Date('2018-02-18T20:56:42Z'), 'UTC')).toBe('2018/02/18 - 20:56:42 UTC');
    expect(writeDate(new Date('2018-02-18T04:56:42Z'), 'America/Bogota')).toBe('2018/02/17 - 23:56:42 GMT-5');
  });
});
