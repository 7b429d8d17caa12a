/** What makes a record of CSV a customer: what is taken as it is, what is repaired and how, what cannot be had. Pure. */
import type { GivenCustomer } from '@plaza/identity';
import type { RefusedRow } from './importer';
import type { SourceRecord } from './source-records';
import { inOneLine } from './source-text';

export interface TakenCustomer {
  line: number;
  customer: GivenCustomer;
  repairs: string[];
}

export type ReadCustomer = TakenCustomer | RefusedRow;

/** What columns are called, by what headers call them. */
export const customerColumns = new Map([
  ...([
    ['documento', 'document'],
    ['documentnumber', 'document'],
    ['document number', 'document'],
  ] as const),
  ...([
    ['nombre', 'name'],
    ['nombres', 'name'],
    ['fullname', 'name'],
    ['full name', 'name'],
  ] as const),
  ...([
    ['correo', 'email'],
    ['e-mail', 'email'],
  ] as const),
]);

const known = new Set(['document', 'name', 'email']);
const nameCharactersMax = 200;
const emailCharactersMax = 254;

export function readCustomer(record: SourceRecord): ReadCustomer {
  const { line } = record;
  if ('fault' in record) return { line, key: null, refusal: record.fault };
  const { fields, repairs } = record;
  const documentNumber = inOneLine(fields.get('document') ?? '').toUpperCase();
  if (!/^[A-Z0-9][A-Z0-9.-]{2,39}$/.test(documentNumber)) {
    const key = documentNumber === '' ? null : documentNumber;
    return { line, key, refusal: 'It has no document number of 3 to 40 letters, digits, dots or dashes' };
  }
  const name = inOneLine(fields.get('name') ?? '').slice(0, nameCharactersMax);
  if (name !== (fields.get('name') ?? '')) repairs.push('name: blanks put in order');
  const email = inOneLine(fields.get('email') ?? '');
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(email) && email.length <= emailCharactersMax;
  if (email !== '' && !isAddress) repairs.push('email was no address: none');
  const unknown = [...fields.keys()].filter((column) => !known.has(column));
  if (unknown.length > 0) repairs.push(`left out, because customers have none: ${unknown.join(', ')}`);
  const customer = { documentNumber, fullName: name === '' ? null : name, email: isAddress ? email : null };
  return { line, customer, repairs };
}
