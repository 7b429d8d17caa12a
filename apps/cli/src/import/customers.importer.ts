/** `plaza import customers`: customers from CSV, known by their document numbers; they have no login until they claim one. */
import type { INestApplicationContext } from '@nestjs/common';
import { CustomerImports, type CustomerOutcome } from '@plaza/identity';
import { customerAccount } from './customer-account';
import { customerColumns, readCustomer, type ReadCustomer, type TakenCustomer } from './customer-records';
import {
  batchRowsMax,
  inBatches,
  refusedAccount,
  refusedIfRepeated,
  type Importer,
  type ImportOptions,
  type RowAccount,
} from './importer';
import { recordsOf } from './source-records';

export const customersImporter: Importer = {
  name: 'customers',
  about: 'customers from CSV: document, name, and email where there are any',
  example: 'customers.csv',
  teaching: `
The first line names the columns, in English or Spanish, in any order; fields are divided by commas or semicolons. Customers are as if
entered at the counter: they have no login until they register with their document number and a code that staff give them.

  taken      as it is
  repaired   text that was encoded twice or not at all, blanks; what is no address, and columns that customers have not, are left out
  unchanged  here already with the same name and address
  kept       here already with another name or address, which stays
  refused    no document number that could be one, twice in the file, an address of somebody else, somebody of the staff`,
  run,
};

async function* run(
  app: INestApplicationContext,
  file: string,
  options: ImportOptions,
): AsyncGenerator<RowAccount[]> {
  const customers = app.get(CustomerImports);
  const repeated = {
    seen: new Set<string>(),
    keyOf: ({ customer }: TakenCustomer) => customer.documentNumber,
    refusal: 'This document number stands in the file before',
  };
  for await (const records of inBatches(recordsOf(file, customerColumns), batchRowsMax)) {
    const read = records.map((record) => refusedIfRepeated(readCustomer(record), repeated));
    const given = read.flatMap((one) => ('customer' in one ? [one.customer] : []));
    const brought = await customers.bring(given, options);
    const outcomes = new Map(given.map(({ documentNumber }, at) => [documentNumber, brought[at]]));
    yield read.map((one) => accountOf(one, outcomes));
  }
}

function accountOf(
  read: ReadCustomer,
  outcomes: ReadonlyMap<string, CustomerOutcome | undefined>,
): RowAccount {
  if ('refusal' in read) return refusedAccount(read);
  const { line, customer, repairs } = read;
  const key = customer.documentNumber;
  return customerAccount({ line, key }, outcomes.get(key), repairs);
}
