import * as fc from 'fast-check';
import { textOfBytes } from './source-text';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const twice = (text: string) => utf8(new TextDecoder('windows-1252').decode(utf8(text)));
const repaired = 'read as UTF-8 that was taken for latin1';

describe('Text of others', () => {
  it.each([
    ['dañado', utf8('dañado'), null],
    ['dañado', twice('dañado'), repaired],
    ['Zoë “quoted” – €', twice('Zoë “quoted” – €'), repaired],
    ['Київ', twice('Київ'), repaired],
    ['dañado', Buffer.from('dañado', 'latin1'), 'read as latin1, because it is no UTF-8'],
    ['Ã la carte', utf8('Ã la carte'), null],
    ['plain', utf8('plain'), null],
  ])('%s', (text, bytes, repair) => {
    expect(textOfBytes(bytes)).toEqual({ text, repair });
  });

  it('that was encoded twice is read as it was meant, whatever its letters', () => {
    const texts = fc.string({ unit: 'grapheme' }).filter((text) => /[^\u0000-\u007f]/.test(text));
    fc.assert(fc.property(texts, (text) => expect(textOfBytes(twice(text)).text).toBe(text)));
  });
});
