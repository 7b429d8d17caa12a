/**
 * The members of a JSON object as its file streams by, each read by itself: however large the file is, one member at a time is in
 * memory, and one that is no JSON is refused alone.
 */
import { isUtf8 } from 'node:buffer';
import type { RefusedRow } from './importer';

export interface JsonMember {
  /** Where it begins, counted from 1. */
  line: number;
  name: string;
  value: unknown;
}

const memberBytesMax = 1024 * 1024;
const newline = codeOf('\n');
const quote = codeOf('"');
const backslash = codeOf('\\');
const comma = codeOf(',');
const brace = codeOf('{');
const opening = new Set([brace, codeOf('[')]);
const closing = new Set([codeOf('}'), codeOf(']')]);

/** @param within the members of the member of this name are told in its place */
export async function* membersOf(
  chunks: AsyncIterable<Buffer>,
  within: string,
): AsyncGenerator<JsonMember | RefusedRow> {
  const cutter = new MemberCutter(within);
  for await (const chunk of chunks) yield* cutter.cut(chunk);
  yield* cutter.end();
}

/** Follows brackets and strings, and leaves to the parser what stands between two commas. */
class MemberCutter {
  private depth = 0;
  /** Commas of this depth divide members: of the second while those within are told. */
  private level = 1;
  private inString = false;
  private isEscaped = false;
  private line = 1;
  private piece = new Piece(1);

  constructor(private readonly within: string) {}

  *cut(chunk: Buffer): Generator<JsonMember | RefusedRow> {
    let from = 0;
    for (const [at, byte] of chunk.entries()) {
      if (byte === newline) this.line += 1;
      if (this.inString) {
        this.goOnInString(byte);
      } else if (this.divides(byte, chunk.subarray(from, at))) {
        this.piece.add(chunk.subarray(from, at));
        yield* this.take();
        from = at + 1;
      }
    }
    this.piece.add(chunk.subarray(from));
  }

  *end(): Generator<JsonMember | RefusedRow> {
    const isCut = this.depth > 0 || this.inString;
    this.piece.refusal = isCut ? 'The file ends before it does' : 'It is not within one JSON object';
    yield* this.take();
  }

  private goOnInString(byte: number): void {
    this.inString = this.isEscaped || byte !== quote;
    this.isEscaped = !this.isEscaped && byte === backslash;
  }

  /** Whether this byte stands between members, or around them. */
  private divides(byte: number, before: Buffer): boolean {
    if (byte === quote) this.inString = true;
    if (byte === comma) return this.depth === this.level;
    if (opening.has(byte)) return this.opens(byte, before);
    return closing.has(byte) && this.closes();
  }

  private opens(byte: number, before: Buffer): boolean {
    this.depth += 1;
    // What is no object has no members: nothing divides it.
    if (this.depth === 1 && byte !== brace) this.level = Number.POSITIVE_INFINITY;
    if (this.depth === 1) return byte === brace;
    if (this.depth > 2 || this.level > 1 || byte !== brace) return false;
    this.piece.isName = this.piece.names(this.within, before);
    if (this.piece.isName) this.level = 2;
    return this.piece.isName;
  }

  private closes(): boolean {
    this.depth -= 1;
    const isLast = this.depth === this.level - 1;
    if (isLast) this.level = 1;
    return isLast;
  }

  private *take(): Generator<JsonMember | RefusedRow> {
    const member = this.piece.read();
    this.piece = new Piece(this.line);
    if (member) yield member;
  }
}

/** What stands between two commas: a member, or nothing. */
class Piece {
  refusal: string | undefined;
  /** Its members are told in its place. */
  isName = false;
  private readonly parts: Buffer[] = [];
  private bytes = 0;

  /** @param line on which it begins */
  constructor(private readonly line: number) {}

  add(part: Buffer): void {
    this.bytes += part.length;
    if (this.bytes <= memberBytesMax) this.parts.push(part);
    else this.refusal = 'It is longer than 1 MiB';
  }

  names(name: string, before: Buffer): boolean {
    const written = Buffer.concat([...this.parts, before]).toString();
    return this.refusal === undefined && /^\s*"([^"\\]*)"\s*:\s*$/.exec(written)?.[1] === name;
  }

  read(): JsonMember | RefusedRow | undefined {
    const written = Buffer.concat(this.parts);
    const text = written.toString();
    if (this.isName || text.trim() === '') return undefined;
    const line = this.line + text.slice(0, text.search(/\S/)).split('\n').length - 1;
    const refused = (refusal: string) => ({ line, key: /^\s*"([^"\\]+)"/.exec(text)?.[1] ?? null, refusal });
    if (this.refusal !== undefined) return refused(this.refusal);
    if (!isUtf8(written)) return refused('It is no UTF-8');
    try {
      const [member] = Object.entries(JSON.parse(`{${text}}`) as Record<string, unknown>);
      return member ? { line, name: member[0], value: member[1] } : undefined;
    } catch {
      return refused('It is no JSON');
    }
  }
}

function codeOf(character: string): number {
  return character.charCodeAt(0);
}
