import { InvalidInput } from '@plaza/platform';
import * as fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor';
import { columnOrders } from './list-order';

const any = () => true;

describe('A cursor', () => {
  it('is read back as it was made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uuid(), (value, id) => {
        expect(decodeCursor(encodeCursor({ sort: 'name', value, id }), 'name', any)).toEqual({
          sort: 'name',
          value,
          id,
        });
      }),
    );
  });

  it('is good for the sort it was made for, and for values that can be', () => {
    const cursor = encodeCursor({ sort: 'price', value: '12', id: '019a9f3c-5c00-7000-8000-000000000001' });
    expect(() => decodeCursor(cursor, 'name', any)).toThrow(InvalidInput);
    expect(() => decodeCursor(cursor, 'price', (value) => value !== '12')).toThrow(InvalidInput);
  });

  it('of the newest names an instant that there is', () => {
    const at = (value: string) =>
      encodeCursor({ sort: 'newest', value, id: '019a9f3c-5c00-7000-8000-000000000001' });
    const { accepts } = columnOrders.newest;
    expect(decodeCursor(at('2026-02-28T23:59:59.123456Z'), 'newest', accepts).id).toBeDefined();
    for (const value of [
      '2026-02-30T00:00:00.000000Z',
      '0000-01-01T00:00:00.000000Z',
      '2026-02-28T00:00:00.000Z',
    ]) {
      expect(() => decodeCursor(at(value), 'newest', accepts)).toThrow(InvalidInput);
    }
  });

  it('is refused when it is anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json()), (text) => {
        expect(() => decodeCursor(text, 'name', any)).toThrow(InvalidInput);
        expect(() => decodeCursor(Buffer.from(text).toString('base64url'), 'name', any)).toThrow(
          InvalidInput,
        );
      }),
    );
  });
});
