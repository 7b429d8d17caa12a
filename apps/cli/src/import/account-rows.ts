/**
 * What makes a row of the original's `accounts` an account of ours: what is taken as it is, what is repaired and how, and what
 * cannot be had. Pure: the same row is the same account.
 */
import type { GivenAccount } from '@plaza/payments';
import type { RefusedRow } from './importer';
import { inOneLine } from './source-text';
import type { InsertedRow } from './sql-inserts';

export interface TakenAccount {
  line: number;
  account: GivenAccount;
  repairs: string[];
}

export type ReadAccount = TakenAccount | RefusedRow;

/** In the order of the original table, for inserts that name no columns. */
const originalColumns = ['account_id', 'name', 'email', 'birthdate', 'last_payment_date', 'created_on'];
const accountIdMax = 2_147_483_647;
const nameCharactersMax = 150;

export function readAccount(row: InsertedRow): ReadAccount {
  const { line } = row;
  if ('fault' in row) return { line, key: null, refusal: row.fault };
  if (row.table !== 'accounts') {
    return { line, key: null, refusal: `It is a row of ${row.table}, and only accounts are taken` };
  }
  const fields = fieldsOf(row.columns ?? originalColumns, row.values);
  const id = fields.get('account_id') ?? null;
  const accountId = Number(id);
  if (id === null || !/^\d{1,10}$/.test(id) || accountId < 1 || accountId > accountIdMax) {
    return {
      line,
      key: id,
      refusal: 'account_id is not a positive whole number, by which payments would know it',
    };
  }
  const repairs: string[] = [];
  const account = {
    accountId,
    name: nameOf(fields.get('name') ?? null, repairs),
    email: emailOf(fields.get('email') ?? null, repairs),
    birthdate: dateOf(fields.get('birthdate') ?? null, repairs),
    lastPaymentDate: instantOf('last_payment_date', fields.get('last_payment_date') ?? null, repairs),
    createdAt: instantOf('created_on', fields.get('created_on') ?? fields.get('created_at') ?? null, repairs),
  };
  const unknown = [...fields.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) repairs.push(`left out, because accounts have none: ${unknown.join(', ')}`);
  return { line, account, repairs };
}

const known = new Set([...originalColumns, 'created_at']);

function fieldsOf(
  columns: readonly string[],
  values: readonly (string | null)[],
): Map<string, string | null> {
  return new Map(values.map((value, at) => [columns[at] ?? `column ${String(at + 1)}`, value]));
}

function nameOf(given: string | null, repairs: string[]): string | null {
  if (given === null) return null;
  const name = inOneLine(given);
  if (name === '') {
    repairs.push('name was blank: none');
    return null;
  }
  const short = name.slice(0, nameCharactersMax);
  if (short !== given) {
    repairs.push(short === name ? 'name: blanks put in order' : 'name: cut to 150 characters');
  }
  return short;
}

function emailOf(given: string | null, repairs: string[]): string | null {
  if (given === null) return null;
  const email = given.trim();
  if (!/^[^\s@\p{C}]+@[^\s@\p{C}]+\.[^\s@\p{C}]+$/u.test(email) || email.length > 254) {
    repairs.push('email was no address: none');
    return null;
  }
  if (email !== given) repairs.push('email: blanks removed');
  return email;
}

function dateOf(given: string | null, repairs: string[]): string | null {
  if (given === null) return null;
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(given.trim()) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDate(date)) {
    repairs.push('birthdate was no date: none');
    return null;
  }
  if (date !== given) repairs.push(`birthdate: written as ${date}`);
  return date;
}

/** The original keeps instants without a zone; its server's was UTC. */
function instantOf(column: string, given: string | null, repairs: string[]): Date | null {
  if (given === null || /^(default|now\(\))$/i.test(given)) return null;
  const [, date = '', time = '', zone = ''] =
    /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?))?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(
      given.trim(),
    ) ?? [];
  const offset = zone === '' ? 'Z' : zone.length === 3 ? `${zone}:00` : zone;
  const instant = new Date(`${date}T${time === '' ? '00:00' : time}${offset}`);
  if (!isDate(date) || Number.isNaN(instant.getTime())) {
    repairs.push(`${column} was no instant: none`);
    return null;
  }
  return instant;
}

function isDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
