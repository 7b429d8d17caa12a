import { audioStreamsOf } from './audio-streams';

const rule = { field: 'audios', templates: ['https://audio.example/{key_encuesta}/{key}?n=1'] };
const one = 'https://audio.example/1.wav';
const two = 'http://audio.example/2.wav?a=b&c=d';

describe('The audio streams of a transfer record', () => {
  it.each([
    ['one address', one, [one]],
    ['several in one text', `${one}|${two}`, [one, two]],
    ['one a line', `${one}\n\n ${two}\n`, [one, two]],
    ['a list', [one, two], [one, two]],
    ['an object, by its keys', { '-Lb': two, '-La': one }, [one, two]],
  ])('are in its field: %s', (_what, audios, urls) => {
    expect(audioStreamsOf('-L1', { audios }, rule)).toEqual({ urls, fault: null });
  });

  it.each([undefined, '', [], {}, 5, null, [7]])('are made from its keys where the field is %j', (audios) => {
    expect(audioStreamsOf('-L1', { audios, key_encuesta: 'a b/c' }, rule)).toEqual({
      urls: ['https://audio.example/a%20b%2Fc/-L1?n=1'],
      fault: null,
    });
  });

  it.each([
    [['ftp://audio.example/1.wav'], /no http/],
    [['file:///etc/passwd'], /no http/],
    [['https://user:word@audio.example/1'], /no http/],
    [['audio.wav'], /no http/],
    [[`https://audio.example/${'x'.repeat(2_000)}`], /no http/],
    [Array.from({ length: 17 }, (_, at) => `${one}?${String(at)}`), /more than 16/],
  ])('cannot be asked about when they are %#', (audios, fault) => {
    expect(audioStreamsOf('-L1', { audios }, rule).fault).toMatch(fault);
  });

  it('are none where neither way leads to any', () => {
    expect(audioStreamsOf('-L1', {}, { field: 'audios', templates: [] }).fault).toMatch(/no audio stream/);
  });
});
