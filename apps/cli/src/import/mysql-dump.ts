/**
 * Reads the rows of a MySQL dump as it streams by, however it was cut and however many rows one statement has. Columns are those that
 * the dump's own CREATE TABLE names. A row that cannot be read is one fault, and takes the rest of its statement with it.
 */
import { MySqlTokens, type Token } from './mysql-tokens';

/** Bytes of a text or of a bare word; null for NULL. */
export type DumpValue = Buffer | null;

export type DumpRow =
  | { line: number; table: string; columns: readonly string[]; values: DumpValue[] }
  | { line: number; fault: string };

/** @param assumed the columns of tables that the dump does not create */
export async function* dumpRows(
  chunks: AsyncIterable<Buffer>,
  assumed: Readonly<Record<string, readonly string[]>>,
): AsyncGenerator<DumpRow[]> {
  const tokens = new MySqlTokens();
  const reader = new RowReader(new Map(Object.entries(assumed)));
  for await (const chunk of chunks) {
    const rows = tokens.take(chunk).flatMap((token) => reader.take(token));
    if (rows.length > 0) yield rows;
  }
  const last = [...tokens.end(), endOfStatement].flatMap((token) => reader.take(token));
  if (last.length > 0) yield last;
}

const endOfStatement: Token = { kind: 'sign', bytes: Buffer.from(';'), line: 0 };
const columnsMax = 4_096;
/** What may stand where a column could, in a table that is created. */
const noColumns = new Set([
  'primary',
  'key',
  'unique',
  'index',
  'constraint',
  'foreign',
  'fulltext',
  'spatial',
  'check',
]);
const nothing: DumpRow[] = [];

type Part = 'beginning' | 'passed-over' | 'created' | 'named' | 'before-row' | 'row' | 'after-row';

class RowReader {
  private part: Part = 'beginning';
  private table: string | undefined;
  private listed: string[] = [];
  private depth = 0;
  private isColumnNext = false;
  private values: DumpValue[] = [];
  private isValueNext = true;
  private line = 0;

  constructor(private readonly columns: Map<string, readonly string[]>) {}

  take(token: Token): DumpRow[] {
    if (token.kind === 'fault') return this.fault(token.line, 'A text or comment has no end');
    const sign = token.kind === 'sign' ? token.bytes.toString('latin1') : '';
    if (sign === ';') return this.endStatement(token);
    switch (this.part) {
      case 'beginning':
        return this.begin(token);
      case 'passed-over':
        return nothing;
      case 'created':
        return this.create(token, sign);
      case 'named':
        return this.name(token, sign);
      case 'before-row':
        return this.beginRow(token, sign);
      case 'row':
        return this.addTo(token, sign);
      case 'after-row':
        this.part = sign === ',' ? 'before-row' : 'passed-over';
        return nothing;
    }
  }

  private endStatement({ line }: Token): DumpRow[] {
    const isCut = this.part === 'row' || this.part === 'before-row';
    if (this.part === 'created' && this.table !== undefined && this.listed.length > 0) {
      this.columns.set(this.table, this.listed);
    }
    const fault = isCut
      ? this.fault(line === 0 ? this.line : line, 'The statement ends within a row')
      : nothing;
    this.part = 'beginning';
    return fault;
  }

  private begin(token: Token): DumpRow[] {
    [this.table, this.listed, this.depth, this.line] = [undefined, [], 0, token.line];
    const word = token.kind === 'word' ? lower(token) : '';
    this.part =
      word === 'insert' || word === 'replace' ? 'named' : word === 'create' ? 'created' : 'passed-over';
    return nothing;
  }

  /** `CREATE TABLE name (column type, …, KEY …)`. */
  private create(token: Token, sign: string): DumpRow[] {
    if (sign === '(') this.depth += 1;
    if (sign === ')') this.depth -= 1;
    const isAtColumn = this.isColumnNext && this.depth === 1;
    this.isColumnNext = this.depth === 1 && (sign === '(' || sign === ',');
    if (sign !== '') return nothing;
    if (this.depth === 0 && this.listed.length === 0) {
      this.table = lower(token);
      if (['view', 'trigger', 'function', 'procedure', 'event'].includes(this.table))
        this.part = 'passed-over';
    } else if (isAtColumn && (token.kind === 'name' || !noColumns.has(lower(token)))) {
      if (this.listed.length < columnsMax) this.listed.push(lower(token));
    }
    return nothing;
  }

  /** `INSERT INTO name (column, …) VALUES`. */
  private name(token: Token, sign: string): DumpRow[] {
    if (sign !== '') {
      this.depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
      return nothing;
    }
    const word = lower(token);
    if (this.depth === 1) this.listed.push(word);
    else if (token.kind === 'word' && (word === 'values' || word === 'value')) this.part = 'before-row';
    else if (token.kind === 'word' && (word === 'select' || word === 'set')) {
      return this.fault(token.line, 'The statement is no INSERT INTO table (columns) VALUES (values)');
    } else this.table = word.split('.').at(-1);
    return nothing;
  }

  private beginRow({ line }: Token, sign: string): DumpRow[] {
    if (sign !== '(') return this.fault(line, 'The values of a row do not begin with a bracket');
    [this.part, this.values, this.isValueNext, this.line] = ['row', [], true, line];
    return nothing;
  }

  private addTo(token: Token, sign: string): DumpRow[] {
    if (sign === ')' && !this.isValueNext) return this.endRow();
    if (sign === ',' && !this.isValueNext) {
      this.isValueNext = true;
      return nothing;
    }
    // What says in which letters a text is written, as _utf8'…', stands before it.
    if (token.kind === 'word' && token.bytes[0] === 0x5f) return nothing;
    if (sign !== '' || !this.isValueNext) return this.fault(token.line, 'The values of a row cannot be read');
    this.isValueNext = false;
    this.values.push(token.kind === 'word' && lower(token) === 'null' ? null : token.bytes);
    return nothing;
  }

  private endRow(): DumpRow[] {
    const { line, values, table = '' } = this;
    this.part = 'after-row';
    const columns = this.listed.length > 0 ? this.listed : (this.columns.get(table) ?? []);
    if (columns.length === 0) return [{ line, fault: `Nothing says which columns ${table} has` }];
    if (columns.length !== values.length) {
      return [
        { line, fault: `It has ${String(values.length)} values for ${String(columns.length)} columns` },
      ];
    }
    return [{ line, table, columns, values }];
  }

  private fault(line: number, fault: string): DumpRow[] {
    this.part = 'passed-over';
    return [{ line, fault }];
  }
}

function lower({ bytes }: Token): string {
  return bytes.toString('latin1').toLowerCase();
}
