import * as fc from 'fast-check';
import { StreamFrames, type Frame } from './stream-frames';

const lines = [
  ': a comment, before anything else',
  'event: put',
  'data: {"path":"/","data":{"-L1":{"name":"año €𝄞"}}}',
  '',
  ':',
  'event: patch',
  'data: {"path":"/-L1",',
  'data: "data":{"a/b":1}}',
  'id: 7',
  'retry: 100',
  '',
  'event: keep-alive',
  'data: null',
  '',
  '',
  'event:auth_revoked',
  'data:credential is no longer valid',
  '',
  'event: put',
  'data: no JSON',
  '',
  'data: without a name',
  '',
  'event: cancel',
  'data: null',
  '',
  '',
];
const frames: Frame[] = [
  { event: 'put', path: '/', data: { '-L1': { name: 'año €𝄞' } } },
  { event: 'patch', path: '/-L1', data: { 'a/b': 1 } },
  { event: 'keep-alive' },
  { event: 'auth_revoked' },
  { event: 'unknown', text: 'put: no JSON' },
  { event: 'unknown', text: ': without a name' },
  { event: 'cancel' },
];

const framesIn = (pieces: readonly Uint8Array[]) => {
  const stream = new StreamFrames(10_000);
  return pieces.flatMap((piece) => stream.take(piece));
};

describe.each([
  ['line feeds', '\n'],
  ['carriage returns and line feeds', '\r\n'],
])('Frames that end with %s', (_what, end) => {
  const bytes = Buffer.from(lines.join(end));

  it('are read whole', () => {
    expect(framesIn([bytes])).toEqual(frames);
  });

  it('are read byte by byte', () => {
    expect(framesIn([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(frames);
  });

  it('are read when they are cut at any byte', () => {
    for (let at = 0; at <= bytes.length; at += 1) {
      expect(framesIn([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(frames);
    }
  });

  it('are read when they are cut in any pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: bytes.length })), (cuts) => {
        const places = [0, ...cuts.sort((one, other) => one - other), bytes.length];
        const pieces = places.slice(1).map((place, at) => bytes.subarray(places[at], place));
        expect(framesIn(pieces)).toEqual(frames);
      }),
    );
  });
});

describe('A frame', () => {
  it('that is too long ends the reading', () => {
    const stream = new StreamFrames(1_000);
    expect(stream.take(Buffer.from('event: keep-alive\ndata: null\n\n'))).toHaveLength(1);
    expect(() => stream.take(Buffer.from(`data: ${'x'.repeat(1_001)}`))).toThrow('more than 1000 characters');
  });

  it('of many megabytes is read in one go over its bytes', () => {
    const data = Object.fromEntries(
      Array.from({ length: 60_000 }, (_, at) => [`-L${String(at)}`, { date: at }]),
    );
    const bytes = Buffer.from(`event: put\ndata: ${JSON.stringify({ path: '/', data })}\n\n`);
    const stream = new StreamFrames(bytes.length);
    const read: Frame[] = [];
    for (let at = 0; at < bytes.length; at += 1_000)
      read.push(...stream.take(bytes.subarray(at, at + 1_000)));
    expect(read).toEqual([{ event: 'put', path: '/', data }]);
  });
});
