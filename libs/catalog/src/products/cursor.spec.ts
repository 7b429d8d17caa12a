import { InvalidInput } from '@plaza/platform';
import * as fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor';

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
