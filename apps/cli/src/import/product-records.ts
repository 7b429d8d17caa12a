/** What makes a record of CSV a product: what is taken as it is, what is repaired and how, what cannot be had. Pure. */
import type { RefusedRow } from './importer';
import type { SourceRecord } from './source-records';
import { inOneLine } from './source-text';

export interface CsvProduct {
  sku: string;
  name: string;
  description: string;
  /** Minor units. */
  price: number;
  currency: string;
  category: { name: string; slug: string };
  active: boolean;
}

export interface TakenProduct {
  line: number;
  product: CsvProduct;
  repairs: string[];
}

export type ReadProduct = TakenProduct | RefusedRow;

/** What columns are called, by what headers call them. */
export const productColumns = new Map([
  ...([
    ['codigo', 'sku'],
    ['código', 'sku'],
    ['nombre', 'name'],
    ['producto', 'name'],
  ] as const),
  ...([
    ['descripcion', 'description'],
    ['descripción', 'description'],
    ['precio', 'price'],
  ] as const),
  ...([
    ['moneda', 'currency'],
    ['categoria', 'category'],
    ['categoría', 'category'],
  ] as const),
  ...([['activo', 'active']] as const),
]);

const known = new Set(['sku', 'name', 'description', 'price', 'currency', 'category', 'active']);
const nameCharactersMax = 200;
const descriptionCharactersMax = 5_000;
const priceMax = 1_000_000_000_000;
const yes = new Set(['', 'yes', 'true', '1', 'y', 'si', 'sí', 's']);
const no = new Set(['no', 'false', '0', 'n']);

/** @param currency of a product that names none */
export function readProduct(record: SourceRecord, currency: string): ReadProduct {
  const { line } = record;
  if ('fault' in record) return { line, key: null, refusal: record.fault };
  const { fields, repairs } = record;
  const field = (name: string) => (fields.get(name) ?? '').trim();
  const sku = field('sku');
  const refused = (refusal: string) => ({ line, key: sku === '' ? null : sku, refusal });
  if (!/^[A-Za-z0-9][\w.-]{0,63}$/.test(sku))
    return refused('It has no SKU of letters, digits, dots and dashes');
  const name = inOneLine(fields.get('name') ?? '');
  if (name === '' || name.length > nameCharactersMax)
    return refused('It has no name of up to 200 characters');
  if (name !== fields.get('name')) repairs.push('name: blanks put in order');
  const code = field('currency') === '' ? currency : field('currency').toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) return refused('Its currency is no code of three letters');
  const price = minorUnitsOf(field('price'), code);
  if (price === undefined) return refused(`Its price is no amount of ${code}`);
  const active = field('active').toLowerCase();
  if (!yes.has(active) && !no.has(active)) return refused('Whether it is active is neither yes nor no');
  const description = field('description').slice(0, descriptionCharactersMax);
  const unknown = [...fields.keys()].filter((column) => !known.has(column));
  if (unknown.length > 0) repairs.push(`left out, because products have none: ${unknown.join(', ')}`);
  const category = categoryNamed(inOneLine(field('category')));
  const product = { sku, name, description, price, currency: code, category, active: yes.has(active) };
  return { line, product, repairs };
}

/** As people write it: with a point or a comma before the decimals, of which there may be as many as the currency has in use. */
export function minorUnitsOf(written: string, currency: string): number | undefined {
  const [, whole = '', decimals = ''] = /^(\d{1,13})(?:[.,](\d{1,3}))?$/.exec(written) ?? [];
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  if (whole === '' || decimals.length > digits) return undefined;
  const amount = Number(`${whole}${decimals.padEnd(digits, '0')}`);
  return amount <= priceMax ? amount : undefined;
}

function categoryNamed(name: string): { name: string; slug: string } {
  const slug = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 100);
  return slug === ''
    ? { name: 'Imported', slug: 'imported' }
    : { name: name.slice(0, nameCharactersMax), slug };
}
