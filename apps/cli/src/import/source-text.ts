/** Text of others as it is brought in: read in the letters that it was written in, and without what people cannot see. */
import { isUtf8 } from 'node:buffer';

export interface RepairedText {
  text: string;
  /** What was repaired; null where nothing was. */
  repair: string | null;
}

const windows1252 = new TextDecoder('windows-1252');
/** Which byte a character is there; MySQL's `latin1` is the same. */
const byteOf = new Map(
  Array.from({ length: 256 }, (_, byte) => [windows1252.decode(Uint8Array.of(byte)), byte] as const),
);

/**
 * Texts of tables that are declared latin1 were often written as UTF-8, and again made UTF-8 by the dump: `daÃ±ado`. That is surely so
 * where all characters have a byte in latin1 and these bytes are UTF-8 of letters that latin1 alone would hardly put side by side.
 */
export function textOfBytes(bytes: Buffer): RepairedText {
  if (!isUtf8(bytes)) {
    return { text: windows1252.decode(bytes), repair: 'read as latin1, because it is no UTF-8' };
  }
  const text = bytes.toString('utf8');
  const meant = encodedOnce(text);
  return meant === undefined
    ? { text, repair: null }
    : { text: meant, repair: 'read as UTF-8 that was taken for latin1' };
}

function encodedOnce(text: string): string | undefined {
  if (!/[\u0080-\uffff]/.test(text)) return undefined;
  const bytes = Array.from(text, (character) => byteOf.get(character));
  if (bytes.includes(undefined)) return undefined;
  const encoded = Buffer.from(bytes.map((byte) => byte ?? 0));
  return isUtf8(encoded) ? encoded.toString('utf8') : undefined;
}

/** Letters and all that goes with them; nothing that a terminal or a database would take for a command. */
const control = /[\p{Cc}\p{Cf}\p{Cs}]+/gu;

/** In one line, with one blank between words and none around them. */
export function inOneLine(text: string): string {
  return text.replaceAll(control, ' ').replaceAll(/\s+/gu, ' ').trim();
}
