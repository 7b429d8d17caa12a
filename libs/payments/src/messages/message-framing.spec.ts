import fc from 'fast-check';
import { frameMessage, unframeMessage } from './message-framing';

const bytes = fc.option(fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)));
const headerValue = fc.uint8Array({ maxLength: 50 }).map((array) => Buffer.from(array));

describe('A framed message', () => {
  it('comes back exactly as it was', () => {
    fc.assert(
      fc.property(
        bytes,
        bytes,
        fc.dictionary(
          fc.string(),
          fc.oneof(headerValue, fc.array(headerValue, { minLength: 1, maxLength: 3 })),
        ),
        (key, value, headers) => {
          const expected = Object.entries(headers).flatMap(([name, given]) =>
            (Array.isArray(given) ? given : [given]).map((one) => [name, one]),
          );
          expect(unframeMessage(frameMessage({ key, value, headers }))).toEqual({
            key,
            value,
            headers: expected.map(([name, one]) => [Buffer.from(name as string).toString(), one]),
          });
        },
      ),
    );
  });

  it('tells an empty value from none, and keeps headers given as text or as nothing', () => {
    const framed = frameMessage({
      key: Buffer.alloc(0),
      value: null,
      headers: { trace: 'a1', gone: undefined },
    });
    expect(unframeMessage(framed)).toEqual({
      key: Buffer.alloc(0),
      value: null,
      headers: [
        ['trace', Buffer.from('a1')],
        ['gone', null],
      ],
    });
  });

  it('is not made of other bytes', () => {
    expect(() => unframeMessage(Buffer.from('{}'))).toThrow('no framed message');
  });
});
