import * as fc from 'fast-check';
import { InvalidInput } from '../errors';
import { cursorOf, instantPattern, pageOf, partsOfCursor, uuidPattern } from './pages';

const anything = { test: () => true };
const instants = fc.date({
  min: new Date('1000-01-01T00:00:00.000Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

describe('A cursor', () => {
  it('is read back as it was made', () => {
    fc.assert(
      fc.property(instants, fc.uuid(), fc.string({ unit: 'grapheme' }), (at, id, text) => {
        const parts = [at.toISOString(), id, text];
        expect(partsOfCursor(cursorOf(...parts), [instantPattern, uuidPattern, anything])).toEqual(parts);
      }),
    );
  });

  it('is refused when it is anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json()), (text) => {
        for (const cursor of [text, Buffer.from(text).toString('base64url')]) {
          expect(() => partsOfCursor(cursor, [instantPattern, uuidPattern])).toThrow(InvalidInput);
        }
      }),
    );
  });

  it.each([
    '2026-02-30T00:00:00.000Z',
    '2026-13-01T00:00:00.000Z',
    '0000-01-01T00:00:00.000Z',
    '2026-01-01T24:00:00.000Z',
  ])('is refused when it names an instant that there is not: %s', (instant) => {
    expect(() => partsOfCursor(cursorOf(instant), [instantPattern])).toThrow(InvalidInput);
  });
});

describe('A page', () => {
  it('has a next one exactly when there are more rows than fit', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), fc.integer({ min: 1, max: 20 }), (all, limit) => {
        const { items, next } = pageOf(all.slice(0, limit + 1), limit, String);
        expect(items).toEqual(all.slice(0, limit));
        expect(next).toBe(all.length > limit ? String(all[limit - 1]) : null);
      }),
    );
  });
});
