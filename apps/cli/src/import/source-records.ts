/** The records of a CSV file as it streams by, by the names of its header: RFC 4180, divided by commas or semicolons, UTF-8 or latin1. */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { textOfBytes } from './source-text';
import { chunksOf } from './source-lines';

export type SourceRecord =
  { line: number; fields: ReadonlyMap<string, string>; repairs: string[] } | { line: number; fault: string };

const recordBytesMax = 1024 * 1024;
const mark = Buffer.from('\ufeff');

interface Parsed {
  record: Buffer[];
  info: { lines: number };
}

/**
 * @param named what columns are called, by the names that headers have for them in small letters
 */
export async function* recordsOf(
  file: string,
  named: ReadonlyMap<string, string>,
): AsyncGenerator<SourceRecord> {
  const parser = parse({
    ...{ delimiter: await delimiterOf(file), info: true, encoding: null },
    ...{ relax_column_count: true, skip_empty_lines: true, max_record_size: recordBytesMax },
  });
  const source = Readable.from(withoutMark(chunksOf(file)));
  source.once('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let header: string[] | undefined;
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (header) yield recordOf(header, record, line);
      else header = record.map((name) => columnOf(textOfBytes(name).text, named));
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { line, fault: `From here on it cannot be read: ${error.message}` };
  } finally {
    source.destroy();
  }
}

/** The parser would take a byte-order mark for a reason to read text, and not bytes. */
async function* withoutMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of chunks) {
    const hasMark = isFirst && chunk.subarray(0, mark.length).equals(mark);
    yield hasMark ? chunk.subarray(mark.length) : chunk;
    isFirst = false;
  }
}

/** Whichever of the two its header has more of. */
async function delimiterOf(file: string): Promise<',' | ';'> {
  for await (const chunk of chunksOf(file)) {
    const [header = ''] = chunk.toString('latin1').split('\n', 1);
    return header.split(';').length > header.split(',').length ? ';' : ',';
  }
  return ',';
}

function columnOf(heading: string, named: ReadonlyMap<string, string>): string {
  const plain = heading.trim().toLowerCase();
  return named.get(plain) ?? plain;
}

function recordOf(header: readonly string[], record: readonly Buffer[], line: number): SourceRecord {
  if (record.length !== header.length) {
    return { line, fault: `It has ${String(record.length)} fields for ${String(header.length)} columns` };
  }
  const repairs: string[] = [];
  const fields = record.map((bytes, at) => {
    const name = header[at] ?? '';
    const { text, repair } = textOfBytes(bytes);
    if (repair !== null) repairs.push(`${name}: ${repair}`);
    return [name, text] as const;
  });
  return { line, fields: new Map(fields), repairs };
}
