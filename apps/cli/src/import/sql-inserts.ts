/**
 * Reads the rows of `INSERT INTO` statements out of an SQL file as it streams by; everything else in it is passed over. A statement
 * that cannot be read becomes one faulty row and takes no other with it: where a line that ends a statement is followed by one that
 * begins an insert, a new statement begins, whatever quote was left open before.
 */
import type { SourceLine } from './source-lines';

/** A text, as it stands between the quotes or as a bare word; null for NULL. */
export type SqlValue = string | null;

export type InsertedRow =
  | { line: number; table: string; columns: string[] | null; values: SqlValue[] }
  | { line: number; fault: string };

const statementCharactersMax = 16 * 1024 * 1024;

interface Statement {
  line: number;
  /** Null where one of its lines is no UTF-8. */
  text: string | null;
}

export async function* insertedRows(lines: AsyncIterable<SourceLine>): AsyncGenerator<InsertedRow> {
  for await (const statement of statements(lines)) yield* rowsOf(statement);
}

const beginsInsert = /^\s*INSERT\s+INTO\b/i;

async function* statements(lines: AsyncIterable<SourceLine>): AsyncGenerator<Statement> {
  let open: { line: number; parts: string[]; length: number; isReadable: boolean } | undefined;
  const ended = (): Statement[] => {
    if (!open) return [];
    const { line, parts, isReadable } = open;
    open = undefined;
    return [{ line, text: isReadable ? parts.join('\n') : null }];
  };
  for await (const { number, text } of lines) {
    const line = text ?? '';
    if (open && beginsInsert.test(line) && /;\s*$/.test(open.parts.at(-1) ?? '')) yield* ended();
    if (!open && text !== null && /^\s*(--.*)?$/.test(line)) continue;
    open ??= { line: number, parts: [], length: 0, isReadable: true };
    open.parts.push(line);
    open.length += line.length;
    open.isReadable &&= text !== null;
    const isOver = text === null || open.length > statementCharactersMax || isWhole(open.parts, line);
    if (isOver) yield* ended();
  }
  yield* ended();
}

/** Looked at when a line ends as a statement does, which the first line that does so usually is. */
function isWhole(parts: readonly string[], last: string): boolean {
  return /;\s*(--.*)?$/.test(last) && tokensOf(parts.join('\n')) !== undefined;
}

const token =
  /\s+|--[^\n]*|\/\*[\s\S]*?\*\/|(?<text>'(?:[^']|'')*')|(?<name>"(?:[^"]|"")*"|`[^`]*`)|(?<word>[^\s'"`(),;]+)|(?<sign>[(),;])/y;

interface Token {
  kind: 'text' | 'name' | 'word' | 'sign';
  value: string;
}

/** Undefined when something in it has no end. */
function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const groups = token.exec(text)?.groups;
    if (!groups) return undefined;
    for (const kind of ['text', 'name', 'word', 'sign'] as const) {
      const value = groups[kind];
      if (value !== undefined) tokens.push({ kind, value });
    }
  }
  return tokens;
}

function* rowsOf({ line, text }: Statement): Generator<InsertedRow> {
  if (text === null) {
    yield { line, fault: 'It is not UTF-8 text' };
    return;
  }
  const tokens = tokensOf(text);
  if (!tokens) {
    if (beginsInsert.test(text))
      yield { line, fault: 'A text has no end: perhaps a quote in it is not doubled' };
    return;
  }
  const reader = new TokenReader(tokens);
  while (!reader.isDone) {
    if (reader.skipWords('insert', 'into')) yield* readInsert(reader, line);
    else reader.skipStatement();
  }
}

function* readInsert(reader: TokenReader, line: number): Generator<InsertedRow> {
  const table = reader.name();
  const columns = reader.isAt('(') ? reader.list()?.map((value) => value?.toLowerCase() ?? '') : null;
  if (table === undefined || columns === undefined || !reader.skipWords('values')) {
    reader.skipStatement();
    yield { line, fault: 'The statement is no INSERT INTO table (columns) VALUES (values)' };
    return;
  }
  do {
    const values = reader.isAt('(') ? reader.list() : undefined;
    if (!values) {
      reader.skipStatement();
      yield { line, fault: 'The values cannot be read: perhaps a quote in a text is not doubled' };
      return;
    }
    if (columns && columns.length !== values.length) {
      yield { line, fault: `It has ${String(values.length)} values for ${String(columns.length)} columns` };
    } else yield { line, table, columns, values };
  } while (reader.skip(','));
  reader.skipStatement();
}

class TokenReader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get isDone(): boolean {
    return this.at >= this.tokens.length;
  }

  isAt(sign: string): boolean {
    const next = this.tokens[this.at];
    return next?.kind === 'sign' && next.value === sign;
  }

  skip(sign: string): boolean {
    const found = this.isAt(sign);
    if (found) this.at += 1;
    return found;
  }

  skipWords(...words: string[]): boolean {
    const found = words.every((word, ahead) => {
      const next = this.tokens[this.at + ahead];
      return next?.kind === 'word' && next.value.toLowerCase() === word;
    });
    if (found) this.at += words.length;
    return found;
  }

  skipStatement(): void {
    while (!this.isDone && !this.isAt(';')) this.at += 1;
    this.at += 1;
  }

  /** The last part of a name, which may have its schema before it. */
  name(): string | undefined {
    const next = this.tokens[this.at];
    if (next?.kind !== 'word' && next?.kind !== 'name') return undefined;
    this.at += 1;
    if (next.kind === 'word' && next.value.endsWith('.')) return this.name();
    return plain(next)?.split('.').at(-1)?.toLowerCase();
  }

  /** What stands in brackets, one value between each two commas; undefined for anything else. */
  list(): SqlValue[] | undefined {
    if (!this.skip('(')) return undefined;
    const values: SqlValue[] = [];
    for (;;) {
      const next = this.tokens[this.at];
      if (!next || next.kind === 'sign') return undefined;
      this.at += 1;
      // A cast behind a text, as '1997-03-25'::date, says nothing that we do not know.
      const behind = this.tokens[this.at];
      if (next.kind === 'text' && behind?.kind === 'word' && behind.value.startsWith('::')) this.at += 1;
      values.push(plain(next));
      if (this.skip(')')) return values;
      if (!this.skip(',')) return undefined;
    }
  }
}

function plain({ kind, value }: Token): SqlValue {
  if (kind === 'text') return value.slice(1, -1).replaceAll("''", "'");
  if (kind === 'name') return value.slice(1, -1).replaceAll('""', '"');
  return value.toUpperCase() === 'NULL' ? null : value;
}
