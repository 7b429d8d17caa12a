/** The lines of a file as it is read, however long the file is. */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { PlazaError } from '@plaza/platform';

export interface SourceLine {
  /** Counted from 1. */
  number: number;
  /** Null for bytes that are no UTF-8. */
  text: string | null;
}

const lineBytesMax = 16 * 1024 * 1024;
const newline = 0x0a;

/**
 * Without their ends, which may be those of Windows, and without a byte-order mark before the first.
 * @throws PlazaError `cli.file-unreadable`, `cli.line-too-long`
 */
export async function* linesOf(file: string): AsyncGenerator<SourceLine> {
  let number = 0;
  for await (const bytes of pieces(file)) {
    number += 1;
    const text = isUtf8(bytes) ? bytes.toString('utf8').replace(/\r$/, '') : null;
    yield { number, text: number === 1 && text !== null ? text.replace(/^\ufeff/, '') : text };
  }
}

async function* pieces(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunksOf(file)) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]);
      [rest, length, from] = [[], 0, end + 1];
    }
    if (from === chunk.length) continue;
    rest.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > lineBytesMax) {
      throw new PlazaError('invalid', 'cli.line-too-long', `A line of ${file} is longer than 16 MiB`);
    }
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

/** @throws PlazaError `cli.file-unreadable` */
export async function* chunksOf(file: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(file)) yield chunk as Buffer;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new PlazaError(
      'invalid',
      'cli.file-unreadable',
      `The file cannot be read: ${why}`,
      {},
      { cause: error },
    );
  }
}
