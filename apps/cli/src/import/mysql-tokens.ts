/**
 * Cuts a MySQL dump into the words of its language as the bytes stream by, wherever they were cut: it remembers where it is, and no
 * more than the token that it is in. What stands in comments is passed over.
 */
import { PlazaError } from '@plaza/platform';

export interface Token {
  /** A text was in quotes, a name in backticks; a sign is one of `( ) , ;`. What has no end is a fault. */
  kind: 'text' | 'name' | 'word' | 'sign' | 'fault';
  bytes: Buffer;
  /** Where it begins, counted from 1. */
  line: number;
}

const tokenBytesMax = 16 * 1024 * 1024;
const code = (character: string) => character.charCodeAt(0);
const [quote, doubleQuote, backtick, backslash] = [code("'"), code('"'), code('`'), code('\\')];
const [newline, dash, slash, star, hash] = [code('\n'), code('-'), code('/'), code('*'), code('#')];
const signs = new Map(Array.from('(),;', (sign) => [code(sign), Buffer.from(sign)]));
const endsWord = new Set([quote, doubleQuote, backtick, hash, ...signs.keys()]);
/** What a character behind a backslash stands for, where it is not itself: https://dev.mysql.com/doc/refman/8.0/en/string-literals.html */
const escapes = new Map([
  ...(
    [
      ['0', 0],
      ['b', 8],
      ['n', 10],
      ['r', 13],
      ['t', 9],
      ['Z', 26],
    ] as const
  ).map(([character, byte]) => [code(character), byte] as const),
]);

/** Where in a dump the next byte is. */
type Place =
  | 'mark'
  | 'between'
  | 'word'
  | 'dash'
  | 'slash'
  | 'text'
  | 'escape'
  | 'text-quote'
  | 'name'
  | 'name-quote'
  | 'line-comment'
  | 'comment'
  | 'comment-star';

export class MySqlTokens {
  private place: Place = 'mark';
  private readonly held = new HeldBytes();
  private textQuote = quote;
  private line = 1;
  /** Of the token that it is in. */
  private began = 1;
  /** Up to where in the chunk lines were counted. */
  private counted = 0;
  private found: Token[] = [];

  /** The tokens that end in this chunk. */
  take(chunk: Buffer): Token[] {
    this.counted = 0;
    for (let at = 0; at < chunk.length;) at = this.step(chunk, at);
    this.countLines(chunk, chunk.length);
    return this.given();
  }

  /** What the end of the dump ends. */
  end(): Token[] {
    if (this.place === 'word' || this.place === 'dash' || this.place === 'slash') this.emit('word');
    else if (this.place === 'text-quote') this.emit('text');
    else if (this.place === 'name-quote') this.emit('name');
    else if (this.place !== 'between' && this.place !== 'mark' && this.place !== 'line-comment')
      this.emit('fault');
    return this.given();
  }

  /** @returns where to go on */
  private step(chunk: Buffer, at: number): number {
    const byte = chunk[at] ?? 0;
    switch (this.place) {
      case 'mark':
        return this.mark(byte, at);
      case 'between':
        return this.between(chunk, at, byte);
      case 'word':
        return this.word(chunk, at);
      case 'dash':
      case 'slash':
        return this.afterSign(byte, at);
      case 'text':
        return this.text(chunk, at);
      case 'escape':
        this.held.add(escapes.get(byte) ?? byte);
        return this.to('text', at + 1);
      case 'text-quote':
        return this.afterQuote('text', this.textQuote, byte, at);
      case 'name':
        return this.name(chunk, at);
      case 'name-quote':
        return this.afterQuote('name', backtick, byte, at);
      case 'line-comment':
      case 'comment':
        return this.comment(chunk, at);
      case 'comment-star':
        return byte === slash
          ? this.to('between', at + 1)
          : this.to(byte === star ? 'comment-star' : 'comment', at + 1);
    }
  }

  /** The byte-order mark at the beginning says nothing. */
  private mark(byte: number, at: number): number {
    return byte === 0xef || byte === 0xbb || byte === 0xbf ? at + 1 : this.to('between', at);
  }

  private between(chunk: Buffer, at: number, byte: number): number {
    if (byte <= 32) return at + 1;
    this.countLines(chunk, at);
    this.began = this.line;
    const sign = signs.get(byte);
    if (sign) {
      this.found.push({ kind: 'sign', bytes: sign, line: this.line });
      return at + 1;
    }
    if (byte === quote || byte === doubleQuote) {
      this.textQuote = byte;
      return this.to('text', at + 1);
    }
    if (byte === backtick) return this.to('name', at + 1);
    if (byte === hash) return this.to('line-comment', at + 1);
    if (byte === dash) return this.to('dash', at + 1);
    return byte === slash ? this.to('slash', at + 1) : this.to('word', at);
  }

  /** A minus or a stroke begins a comment, or a word. */
  private afterSign(byte: number, at: number): number {
    if (this.place === 'dash' && byte === dash) return this.to('line-comment', at + 1);
    if (this.place === 'slash' && byte === star) return this.to('comment', at + 1);
    this.held.add(this.place === 'dash' ? dash : slash);
    return this.to('word', at);
  }

  private word(chunk: Buffer, at: number): number {
    let end = at;
    while (end < chunk.length && (chunk[end] ?? 0) > 32 && !endsWord.has(chunk[end] ?? 0)) end += 1;
    this.held.addAll(chunk, at, end);
    if (end === chunk.length) return end;
    this.emit('word');
    return this.to('between', end);
  }

  private text(chunk: Buffer, at: number): number {
    let end = at;
    while (end < chunk.length && chunk[end] !== this.textQuote && chunk[end] !== backslash) end += 1;
    this.held.addAll(chunk, at, end);
    if (end === chunk.length) return end;
    return this.to(chunk[end] === backslash ? 'escape' : 'text-quote', end + 1);
  }

  private name(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(backtick, at);
    this.held.addAll(chunk, at, end === -1 ? chunk.length : end);
    return end === -1 ? chunk.length : this.to('name-quote', end + 1);
  }

  /** A quote that is doubled stands for itself; any other has ended the token. */
  private afterQuote(kind: 'text' | 'name', own: number, byte: number, at: number): number {
    if (byte === own) {
      this.held.add(own);
      return this.to(kind, at + 1);
    }
    this.emit(kind);
    return this.to('between', at);
  }

  private comment(chunk: Buffer, at: number): number {
    const isLine = this.place === 'line-comment';
    const end = chunk.indexOf(isLine ? newline : star, at);
    if (end === -1) return chunk.length;
    return this.to(isLine ? 'between' : 'comment-star', end + 1);
  }

  private to(place: Place, at: number): number {
    this.place = place;
    return at;
  }

  private emit(kind: Token['kind']): void {
    this.found.push({ kind, bytes: this.held.take(), line: this.began });
  }

  private given(): Token[] {
    const { found } = this;
    this.found = [];
    return found;
  }

  private countLines(chunk: Buffer, end: number): void {
    let at = chunk.indexOf(newline, this.counted);
    for (; at !== -1 && at < end; at = chunk.indexOf(newline, at + 1)) this.line += 1;
    this.counted = end;
  }
}

/** The bytes of the token that is being read. */
class HeldBytes {
  private bytes = Buffer.alloc(4_096);
  private length = 0;

  add(byte: number): void {
    this.makeRoom(1);
    this.bytes[this.length] = byte;
    this.length += 1;
  }

  addAll(chunk: Buffer, from: number, to: number): void {
    this.makeRoom(to - from);
    this.length += chunk.copy(this.bytes, this.length, from, to);
  }

  take(): Buffer {
    const taken = Buffer.from(this.bytes.subarray(0, this.length));
    this.length = 0;
    return taken;
  }

  /** @throws PlazaError `cli.value-too-long` */
  private makeRoom(more: number): void {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return;
    if (needed > tokenBytesMax) {
      throw new PlazaError('invalid', 'cli.value-too-long', 'A value of the dump is longer than 16 MiB');
    }
    const larger = Buffer.alloc(Math.min(tokenBytesMax, Math.max(needed, this.bytes.length * 2)));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
