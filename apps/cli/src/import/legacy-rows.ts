/**
 * What the rows of the legacy shop's tables say, in which everything but the ids may be NULL: what is taken as it is, what is repaired
 * and how, and what cannot be had. Pure: the same row is the same thing.
 */
import type { RefusedRow } from './importer';
import type { DumpRow, DumpValue } from './mysql-dump';
import { inOneLine, textOfBytes } from './source-text';

/** The columns of the tables, where the dump does not create them. */
export const legacyTables = {
  clientes: ['id', 'documento', 'nombres', 'detalles'],
  productos: ['id', 'producto', 'precio', 'descripcion'],
  sedes: ['id', 'sede', 'direccion'],
  compras: ['id', 'id_cliente', 'id_producto', 'id_sede', 'precio', 'descripcion', 'fecha'],
  log: ['id', 'fecha', 'descripcion'],
} as const;
export type LegacyTable = keyof typeof legacyTables;

export interface LegacyRow {
  line: number;
  table: LegacyTable;
  /** What the account calls it. */
  key: string;
  id: number;
  fields: Fields;
}

const documentCharactersMax = 40;
const nameCharactersMax = 200;
const descriptionCharactersMax = 2_000;
const idMax = 4_294_967_295;

/** A row of a table that is known, with an id. */
export function legacyRow(row: DumpRow): LegacyRow | RefusedRow {
  const { line } = row;
  if ('fault' in row) return { line, key: null, refusal: row.fault };
  const { table, columns, values } = row;
  const fields = new Fields(columns, values);
  const id = fields.number('id');
  if (!isLegacyTable(table))
    return { line, key: table, refusal: 'It is a row of a table that the legacy shop has not' };
  if (typeof id !== 'number' || id < 1 || id > idMax) return { line, key: table, refusal: 'It has no id' };
  return { line, table, key: `${table} ${String(id)}`, id, fields };
}

/** The values of a row by the names of their columns, and what was repaired in those that were read. */
export class Fields {
  readonly repairs: string[] = [];

  constructor(
    private readonly columns: readonly string[],
    private readonly values: readonly DumpValue[],
  ) {}

  /** In one line; null for none, which a blank is, too. */
  line(name: string, charactersMax = nameCharactersMax): string | null {
    const bytes = this.value(name);
    if (bytes === null) return null;
    const { text, repair } = textOfBytes(bytes);
    if (repair !== null) this.repairs.push(`${name}: ${repair}`);
    const whole = inOneLine(text);
    const line = Array.from(whole).slice(0, charactersMax).join('');
    if (line === '') return null;
    if (line !== text) {
      this.repairs.push(
        line === whole
          ? `${name}: blanks put in order`
          : `${name}: cut to ${String(charactersMax)} characters`,
      );
    }
    return line;
  }

  /** A whole number; undefined for what is none. */
  number(name: string): number | null | undefined {
    const bytes = this.value(name);
    if (bytes === null) return null;
    const text = bytes.toString('latin1').trim();
    return /^-?\d{1,15}(?:\.0+)?$/.test(text) ? Number(text) : undefined;
  }

  /** An instant, which the original writes without a zone; its server's was UTC. Undefined for none, which 0000-00-00 is, too. */
  instant(name: string): Date | undefined {
    const text = this.value(name)?.toString('latin1') ?? '';
    const [, date = '', time = '00:00:00'] =
      /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d)(?:\.\d+)?)?$/.exec(text) ?? [];
    const at = new Date(`${date}T${time}Z`);
    const isReal = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${date}T${time}`);
    return isReal && at.getUTCFullYear() >= 1000 ? at : undefined;
  }

  /** Says what is in columns for which there is no room. */
  leaveOut(...kept: string[]): void {
    const left = this.columns.filter(
      (name, at) => !kept.includes(name) && (this.values[at] ?? null) !== null,
    );
    if (left.length > 0) this.repairs.push(`left out, because there is no room for it: ${left.join(', ')}`);
  }

  private value(name: string): DumpValue {
    const at = this.columns.indexOf(name);
    return at === -1 ? null : (this.values[at] ?? null);
  }
}

/** Known by the document number; one without is known by the id that it had. */
export function readCustomer({ id, fields }: LegacyRow) {
  let documentNumber = fields.line('documento', documentCharactersMax);
  if (documentNumber === null) {
    documentNumber = `LEGACY-${String(id)}`;
    fields.repairs.push(`documento was none: known as ${documentNumber}`);
  }
  const fullName = fields.line('nombres');
  if (fullName === null) fields.repairs.push('nombres was none');
  fields.leaveOut('id', 'documento', 'nombres');
  return { documentNumber: documentNumber.toUpperCase(), fullName, email: null, legacyId: id };
}

/** What is not sold any more: history names it. */
export function readProduct({ id, fields }: LegacyRow) {
  const sku = `LEGACY-${String(id)}`;
  const name = fields.line('producto') ?? sku;
  if (name === sku) fields.repairs.push(`producto was none: called ${sku}`);
  const said = fields.number('precio') ?? undefined;
  const listPrice = said === undefined || said < 0 ? null : said;
  if (listPrice === null) fields.repairs.push('precio was none: 0, and no price for purchases without one');
  const description = fields.line('descripcion', descriptionCharactersMax) ?? '';
  fields.leaveOut('id', 'producto', 'precio', 'descripcion');
  return { sku, name, description, listPrice };
}

export function readBranch({ id, fields }: LegacyRow) {
  const code = `legacy-${String(id)}`;
  const name = fields.line('sede') ?? code;
  if (name === code) fields.repairs.push(`sede was none: called ${code}`);
  fields.leaveOut('id', 'sede');
  return { code, name };
}

/** What a purchase says, by the ids of the legacy shop. */
export interface ReadPurchase {
  legacyId: number;
  boughtAt: Date;
  charged: number | null;
  description: string | null;
  customer: number | null;
  product: number | null;
  branch: number | null;
}

export interface Refusal {
  refusal: string;
}

/** @param before when the purchase before it was, which stands in for an instant that is missing: ids are given in the order of time */
export function readPurchase({ id, fields }: LegacyRow, before: Date | undefined): ReadPurchase | Refusal {
  const names = ['id_cliente', 'id_producto', 'id_sede', 'precio'] as const;
  const numbers = names.map((name) => fields.number(name));
  const wrong = names.find((_, at) => numbers[at] === undefined);
  if (wrong !== undefined) return { refusal: `${wrong} is no number` };
  const [customer = null, product = null, branch = null, charged = null] = numbers;
  if (charged !== null && charged < 0) return { refusal: 'precio is less than nothing' };
  const said = fields.instant('fecha');
  const boughtAt = said ?? before;
  if (!boughtAt) return { refusal: 'fecha is no instant, and there is no purchase before it' };
  if (!said) fields.repairs.push('fecha was none: that of the purchase before it');
  const description = fields.line('descripcion', descriptionCharactersMax);
  fields.leaveOut(...legacyTables.compras);
  return { legacyId: id, boughtAt, charged, description, customer, product, branch };
}

function isLegacyTable(table: string): table is LegacyTable {
  return table in legacyTables;
}
